import Foundation
import MappingTables
import PoolModel
import ProviderMatching

/// The repository's own tables under `mappings/providers/`.
enum ShippedWords {
  static let mappings: MappingSet = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return MappingReader.read(workspace: root.path).mappings
  }()

  static let rows = mappings.providerWords

  static let reader = NameReader(words: rows)

  static let model = MatchModel(weights: mappings.evidenceWeights, bands: mappings.evidenceBands)

  /// A matcher without decisions and bodies, unless they are given.
  static func matcher(
    decisions: [ProviderDecision] = [], organisations: [Organisation] = []
  ) -> ProviderMatcher {
    ProviderMatcher(
      words: rows, decisions: decisions, organisations: organisations,
      rarity: WordRarity(mappings.providerWordCounts), model: model)
  }

  /// Whether a run gives the mentions one provider.
  static func areOne(_ mentions: [PayeeMention], decisions: [ProviderDecision] = []) -> Bool {
    Set(matcher(decisions: decisions).match(mentions, registry: []).providerIDs).count == 1
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
