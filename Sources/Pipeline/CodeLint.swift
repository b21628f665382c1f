import CodeMapping
package import MappingTables
package import PoolModel
import PoolStore

/// What `weir codes lint` tells beyond the faults that every command tells: what a reviewer of the
/// rules should know, some of it from the lines of the last run.
package enum CodeLint {
  /// The faults of all mapping files with what the review of the rules gives, in reading order.
  ///
  /// Without a run nothing is told of what rules decided.
  package static func findings(
    of workspace: Workspace
  ) throws -> (mappings: MappingSet, findings: [Finding]) {
    let (mappings, faults) = MappingCheck.read(workspace)
    var findings = faults
    for file in mappings.codeRules.keys.sorted() {
      findings += CodeRuleLint.unapproved(rules: mappings.codeRules[file] ?? [])
    }
    for publisher in mappings.sources.keys.sorted() {
      findings += CodeRuleLint.overrides(in: mappings.codeRuleLayers(of: publisher))
    }
    if workspace.hasStore {
      findings += try usage(mappings, PoolStore(path: workspace.storePath))
    }
    // Two publishers that include one rule set would tell the same of it.
    var told: Set<Finding> = []
    return (
      mappings, findings.filter { told.insert($0).inserted }.sorted(by: Finding.inReadingOrder)
    )
  }

  private static func usage(_ mappings: MappingSet, _ store: PoolStore) throws -> [Finding] {
    let uses = try store.ruleUse()
    let exports = Dictionary(grouping: try store.exports().map(\.summary), by: \.publisher)
    var findings = try MappingCheck.unusedRules(mappings, store)
    for publisher in exports.keys.sorted() {
      let last = exports[publisher]?.compactMap(\.lastDay).max()
      for rows in mappings.codeRuleLayers(of: publisher) {
        for row in rows {
          guard let use = uses[row.qualifiedName] else { continue }
          findings += CodeRuleLint.categoryDates(
            of: row, decidedFrom: use.first, to: use.last, mappings: mappings)
        }
      }
      guard let last, let months = mappings.codeLimits[.idleMonths] else { continue }
      findings += idle(mappings.codeRules[publisher] ?? [], uses, last, months)
    }
    return findings
  }

  private static func idle(
    _ rows: [CodeRule], _ uses: [String: RuleUse], _ last: CalendarDay, _ months: Int
  ) -> [Finding] {
    var told: Set<String> = []
    return rows.compactMap { rule in
      guard let use = uses[rule.qualifiedName], told.insert(rule.name).inserted,
        last.monthNumber - use.last.monthNumber >= months,
        rule.to.map({ $0 >= last }) ?? true
      else { return nil }
      return Finding(
        .ruleIdle, at: rule.position, value: rule.name,
        message: "rule \(rule.name.quotedForMessage) decided its last line on \(use.last), "
          + "\(last.monthNumber - use.last.monthNumber) months before the last of its publisher",
        remedy: "fill to where the code is used no more")
    }
  }
}

extension CalendarDay {
  /// Months since year 0.
  fileprivate var monthNumber: Int { civil.year * 12 + civil.month }
}
