import BudgetMigration
import CodeMapping
package import MappingTables
package import PoolModel
import PoolStore
import ProviderMatching

/// Reads and lints the mapping files of a workspace: all faults of all files at once.
package enum MappingCheck {
  /// The mappings, with the faults and warnings in reading order.
  package static func read(_ workspace: Workspace) -> (mappings: MappingSet, findings: [Finding]) {
    read(folder: workspace.path("mappings"))
  }

  /// The same of a folder that holds what `mappings/` of a workspace does.
  package static func read(folder: String) -> (mappings: MappingSet, findings: [Finding]) {
    let (mappings, faults) = MappingReader.read(folder: folder)
    let lint = mappings.codeRules.keys.sorted().flatMap { file in
      CodeRuleLint.findings(in: mappings.codeRules[file] ?? [], mappings: mappings)
    }
    let words = ProviderWordLint.findings(words: mappings.providerWords)
    let model = MatchModelLint.findings(
      weights: mappings.evidenceWeights, bands: mappings.evidenceBands)
    let decisions = DecisionLedger.faults(in: mappings.providerDecisions)
    let crosswalks = mappings.migrations.flatMap {
      CrosswalkLint.findings(in: $0, mappings: mappings)
    }.filter(\.code.isConfigurationFault)
    return (
      mappings,
      (faults + lint + words + model + decisions + crosswalks).sorted(by: Finding.inReadingOrder)
    )
  }

  /// The rules of the store's publishers that no line met.
  static func unusedRules(_ mappings: MappingSet, _ store: PoolStore) throws -> [Finding] {
    let used = try store.usedRules()
    let publishers = Set(try store.exports().map(\.summary.publisher))
    return publishers.sorted().flatMap { publisher in
      CodeRuleLint.unused(rules: mappings.codeRules[publisher] ?? [], usedRuleNames: used)
    }
  }
}
