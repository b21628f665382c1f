import CodeMapping
import MappingTables
import Testing

/// Which descriptions the mapping files of this repository let a person see.
struct SpeechOfLabelsTests {
  private let speech: SpeechOfLabels

  init() throws { speech = SpeechOfLabels(try ShippedMappings.read.get()) }

  @Test(arguments: ["Respite Care", "day centre", "Residential/Nursing Care"])
  func `words of labels name nobody`(_ text: String) { #expect(speech.holds(text)) }

  @Test(
    arguments: [
      "Quillfern Respite", "Care Mary", "Amber King", "Crystal Young", "Hope Hall", "White",
      "Mrs Care", "Care for Q", "Respite Care 4711", "", " - ",
    ])
  func `names, titles, initials and numbers are not among them`(_ text: String) {
    #expect(!speech.holds(text))
  }
}
