import ImportTestSupport
import MappingTables
import Testing

@testable import ProviderMatching

struct FastLookupTests {
  private static let letters = Array("abcdxyz *?é")

  private func text(_ lengths: ClosedRange<Int>, _ numbers: inout SeededNumbers) -> String {
    let length = Int.random(in: lengths, using: &numbers)
    return String(
      (0..<length).map { _ in FastLookupTests.letters.randomElement(using: &numbers) ?? "a" })
  }

  @Test(arguments: 1...20)
  func `a table of words finds what a dictionary finds`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var words: [String: WordUse] = [:]
    for _ in 0..<200 {
      words[text(1...24, &numbers)] = WordUse(rawValue: UInt32.random(in: 1...9, using: &numbers))
    }
    let table = ShortWordTable(words)
    for (word, use) in words { #expect(table[word] == use) }
    for _ in 0..<200 {
      let word = text(0...24, &numbers)
      #expect(table[word] == words[word] ?? [])
    }
  }

  @Test(arguments: 1...20)
  func `patterns find through the filter what each pattern finds by itself`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var patterns = WholeNamePatterns()
    let cells = (0..<30).map { _ in text(1...9, &numbers) }
    for (place, cell) in cells.enumerated() {
      patterns.insert(cell, becomes: "", rule: "W\(100 + place)")
    }
    for _ in 0..<300 {
      let name = text(0...12, &numbers).uppercased()
      let first = cells.indices.first {
        !name.allSatisfy { $0 == " " }
          && CellPattern(cell: cells[$0])?.matches(folded: CellPattern.folded(name)) ?? false
      }
      #expect(patterns.match(name)?.rule == first.map { "W\(100 + $0)" })
    }
  }

  @Test
  func `what a word is worth to the rules is what the rules make of it`() {
    let rules = ShippedWords.reader.rules
    for row in ShippedWords.rows where row.kind == .firstName {
      #expect(rules.uses(of: [row.pattern]).contains(.firstName))
    }
    #expect(rules.uses(of: ["t", "/", "a"]).isSuperset(of: [.joint, .initial, .shed]))
    #expect(rules.uses(of: ["quillfern"]).isEmpty)
    #expect(rules.uses(of: ["quillfern22"]) == .digit)
  }
}
