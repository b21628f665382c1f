import ImportTestSupport
import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct OddNamesTests {
  private static let odd = [
    "", " ", "\t\r\n", "\u{0}\u{1}\u{7F}", "...---...", "()[]{}", "(((((", ")))", "////", ",,,,",
    "& + &", "*** ***", "\u{202E}drawkcaB\u{202C} Ltd", "מרפאה צפון", "شركة الرعاية المحدودة",
    "北贝克护理", "Ωmega Ltd", "\u{FEFF}Quillfern", "Quillfern\u{200B}Care", "🏥🏥", "\\x", "\\xZZ",
    "\\xB4",
    "a", "1", "&", "t/a", "c/o", "t/a t/a t/a", "Ltd Ltd Ltd", "The The", "NHS", "Dr", "Mr (",
    "( Mr",
    String(repeating: "(", count: 390), String(repeating: "t/a ", count: 90),
    String(repeating: "quill ", count: 60), String(repeating: "9", count: 399),
    String(repeating: "andand", count: 60),
  ]

  @Test(arguments: odd)
  func `an odd name is read to the same parts each time, and its key again to itself`(name: String)
  {
    let reader = ShippedWords.reader
    let read = reader.read(name)
    #expect(read == reader.read(name))
    #expect(read.core.allSatisfy { !$0.isEmpty })
    #expect(read.places.count <= read.core.count && read.numbers.count <= read.core.count)
  }

  @Test
  func `a name of ten thousand characters is compared whole only, whatever stands in it`() {
    for text in ["Quillfern ", "(", "Mr J ", "&", "\u{5D0}"] {
      let name = String(repeating: text, count: 10_000 / text.count)
      let read = ShippedWords.reader.read(name)
      #expect(read.flags.contains(.overlong))
      #expect(read.core.count == 1 && read.form == nil && read.aliases.isEmpty)
    }
  }

  @Test
  func `seeded bytes of names are read without harm`() {
    var numbers = SeededNumbers(seed: 4)
    let letters = Array("aA1 ()&/,.*-'\\é’Â´\u{FFFD}\u{5D0}ltdnhs")
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...60, using: &numbers)
      let name = String((0..<length).map { _ in letters.randomElement(using: &numbers) ?? "a" })
      let read = ShippedWords.reader.read(name)
      #expect(read == ShippedWords.reader.read(name))
    }
  }

  @Test
  func `equal names, however many, are one provider with all their money`() {
    let mentions = [PayeeMention](repeating: PayeeMention("Quillfern Care Ltd"), count: 20_000)
    let result = ShippedWords.matcher().match(mentions, registry: [])
    #expect(Set(result.providerIDs).count == 1)
    #expect(result.providerIDs.count == mentions.count)
    #expect(result.registry.count == 1)
  }

  @Test
  func `odd names are matched without harm, and the unnamed are one class`() {
    let result = ShippedWords.matcher().match(
      OddNamesTests.odd.map { PayeeMention($0) }, registry: [])
    #expect(result.providerIDs.count == OddNamesTests.odd.count)
    #expect(result.providerIDs[0] == "P-UNNAMED")
  }

  @Test(arguments: [
    ("מרפאה צפון", "בית מרגוע דרום"), ("شركة الرعاية المحدودة", "دار الرعاية"), ("北贝克护理", "北岸"),
  ])
  func `a decision about names that run from right to left is followed`(one: String, other: String)
  {
    let mentions = [PayeeMention(one), PayeeMention(other)]
    #expect(!ShippedWords.areOne(mentions))
    #expect(ShippedWords.areOne(mentions, decisions: [.init(.same, one, other)]))
  }
}
