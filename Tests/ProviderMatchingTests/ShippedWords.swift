import Foundation
import MappingTables
import PoolModel
import ProviderMatching

/// The rules of the repository's own `mappings/providers/words.csv`.
enum ShippedWords {
  static let rows: [ProviderWord] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "mappings/providers/words.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    // No cell of the file is quoted.
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().compactMap {
      let cells = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let kind = ProviderWord.Kind(rawValue: cells[1]) else { return nil }
      return ProviderWord(rule: cells[0], kind: kind, pattern: cells[2], becomes: cells[3])
    }
  }()

  static let reader = NameReader(words: rows)

  /// A matcher without decisions and bodies, unless they are given.
  static func matcher(
    decisions: [ProviderDecision] = [], organisations: [Organisation] = []
  ) -> ProviderMatcher {
    ProviderMatcher(words: rows, decisions: decisions, organisations: organisations)
  }
}

extension PayeeMention {
  /// A mention of £100 in one row.
  init(
    _ name: String, at publisher: String = "northbeck", company: String = "",
    charity: String = "", localID: String = "", creditorType: String = "", rows: Int = 1
  ) {
    self.init(
      publisher: publisher,
      supplier: SupplierMention(
        name: name, localID: localID, companyNumber: company, charityNumber: charity,
        creditorType: creditorType),
      tally: RowTally(rows: rows, amount: Money(pence: 10_000)))
  }
}

extension ProviderDecision {
  /// A decision on a line of the decisions file.
  init(_ verdict: Verdict, _ name: String, _ other: String = "", line: Int = 2) {
    self.init(
      verdict: verdict, publisher: "", name: name, otherPublisher: "", otherName: other,
      position: SourcePosition(file: "mappings/providers/decisions.csv", line: line))
  }
}
