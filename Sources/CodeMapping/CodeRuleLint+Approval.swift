package import MappingTables
package import PoolModel

extension CodeRuleLint {
  /// One finding on the rules of a file that nobody approved.
  package static func unapproved(rules rows: [CodeRule]) -> [Finding] {
    let rules = NamedRule.rowsByName(rows).compactMap(\.first)
    let blank = rules.filter(\.approvedBy.isEmpty)
    guard let first = blank.first else { return [] }
    return [
      Finding(
        .ruleUnapproved, at: first.position, value: first.name, rows: blank.count,
        message: "\(blank.count) of \(rules.count) rules name nobody who approved them, first "
          + first.name.quotedForMessage,
        remedy: "fill approved-by, and approved-on with the day")
    ]
  }

  /// The rules of a publisher that say something else of codes than a rule that it shares with
  /// others, where neither has dates.
  ///
  /// `layers` are the publisher's own rules, those that it includes and the shared ones.
  package static func overrides(in layers: [[CodeRule]]) -> [Finding] {
    var above: [Codes: CodeRule] = [:]
    var found: [Finding] = []
    for layer in layers {
      let undated = NamedRule.rowsByName(layer).filter { rows in
        rows.allSatisfy { $0.from == nil && $0.to == nil }
      }
      let heads = undated.compactMap(\.first)
      for rule in heads {
        guard let better = above[Codes(rule)], !better.saysTheSame(as: rule) else { continue }
        found.append(override(better, rule))
      }
      for rule in heads where above[Codes(rule)] == nil { above[Codes(rule)] = rule }
    }
    return found
  }

  private struct Codes: Hashable {
    var cells: [CellPattern]
    var sign: CodeRule.AmountSign?

    init(_ rule: CodeRule) {
      cells = rule.cells
      sign = rule.amountSign
    }
  }

  private static func override(_ better: CodeRule, _ worse: CodeRule) -> Finding {
    Finding(
      .ruleOverrides, at: better.position, value: better.name,
      message: "rule \(better.name.quotedForMessage) says something else of its codes than rule "
        + "\(worse.name.quotedForMessage) of \(worse.position), and neither has dates",
      remedy: "give the one from and to where the meaning changed, or take it out")
  }
}

extension CodeRule {
  fileprivate func saysTheSame(as other: CodeRule) -> Bool {
    clientGroup == other.clientGroup && careSetting == other.careSetting
      && ageBand == other.ageBand && flow == other.flow && scheme == other.scheme
      && share == other.share && reversesSign == other.reversesSign
      && ignoreReason.isEmpty == other.ignoreReason.isEmpty
  }
}
