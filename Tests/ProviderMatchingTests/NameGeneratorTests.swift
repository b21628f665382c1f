import Testing
@testable import weir_bench

struct NameGeneratorTests {
  private let records = NameGenerator.records(20_000, seed: 7)

  @Test
  func `the same seed gives the same names, another seed others`() {
    #expect(NameGenerator.records(20_000, seed: 7) == records)
    let others = Set(NameGenerator.records(2_000, seed: 8).map(\.name))
    #expect(others.intersection(records.map(\.name)).count < 100)
  }

  @Test
  func `about a third of the bodies have two spellings or more`() {
    let bodies = Dictionary(grouping: records, by: \.body)
    let several = bodies.values.filter { Set($0.map(\.name)).count > 1 }.count
    #expect((0.31...0.37).contains(Double(several) / Double(bodies.count)))
    #expect(bodies.values.allSatisfy { $0.count <= 14 })
  }

  @Test
  func `every body has a name and every name a body`() {
    let bodies = Set(records.map(\.body))
    #expect(records.count == 20_000)
    #expect(bodies == Set(0..<bodies.count))
    #expect(records.allSatisfy { !$0.name.isEmpty && $0.publisher < NameGenerator.publishers })
  }

  @Test
  func `no made-up word stands for two ranks`() {
    let words = (0..<NameStock.wordCount).map(NameStock.word)
    // Syllables such as "by" and "bi" leave a few words that letters make up in two ways.
    #expect(Set(words).count > NameStock.wordCount * 99 / 100)
  }

  @Test(arguments: ["T/A", "&", "NHSFT", "(UK)", "Â´", "LTD", "The "])
  func `the names show what ledgers do to names`(piece: String) {
    #expect(records.contains { $0.name.contains(piece) })
  }
}
