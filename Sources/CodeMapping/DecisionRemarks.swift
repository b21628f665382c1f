package import MappingTables
package import PoolModel

/// Gathers what the decisions of lines say of their rules: lines under a rule that has ended, and
/// lines that two rules claim.
package struct DecisionRemarks {
  /// Lines that one remark is about.
  private struct Met {
    var tally = RowTally()
    var first: SourcePosition
  }

  private struct Key: Hashable {
    var publisher: String
    /// One rule for stragglers, two for a tie, as decisions name them.
    var rules: [String]

    var order: [String] { rules + [publisher] }
  }

  private var met: [Key: Met] = [:]

  /// No remarks yet.
  package init() {}

  /// Notes lines that share a decision; `first` is where the first of them stands.
  package mutating func note(
    _ decision: CodeDecision, of publisher: String, _ tally: RowTally, at first: SourcePosition
  ) {
    guard decision.isStraggler || !decision.tiedRules.isEmpty else { return }
    let rules = decision.isStraggler ? [decision.rule] : decision.tiedRules
    var lines = met[Key(publisher: publisher, rules: rules)] ?? Met(first: first)
    lines.tally += tally
    if (first.file, first.line) < (lines.first.file, lines.first.line) { lines.first = first }
    met[Key(publisher: publisher, rules: rules)] = lines
  }

  /// One finding a publisher and rule or tie; `rules` are those of the decisions, by file.
  package func findings(rules: [String: [CodeRule]]) -> [Finding] {
    guard !met.isEmpty else { return [] }
    let byName = Dictionary(
      rules.values.joined().map { ($0.qualifiedName, $0) }, uniquingKeysWith: { first, _ in first })
    // Two ties may stand on one row: their order must not be that of a dictionary.
    return met.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }.compactMap {
      key, lines in
      let named = key.rules.compactMap { byName[$0] }
      guard let one = named.first else { return nil }
      return named.count > 1 ? tie(of: one, with: named[1], lines) : stragglers(of: one, lines)
    }.sorted(by: Finding.inReadingOrder)
  }

  private func stragglers(of rule: CodeRule, _ lines: Met) -> Finding {
    Finding(
      .codeStraggler, at: lines.first, value: rule.name, atStake: lines.tally.amount,
      rows: lines.tally.rows,
      message: "\(lines.tally.rows.lines), \(lines.tally.amount), came under rule "
        + "\(rule.name.quotedForMessage) after its last day, \(rule.to?.description ?? ""), "
        + "within its \(rule.graceDays) days of grace",
      remedy: "ask the publisher to post them under the codes that followed; "
        + "correct to or grace-days where the rule ended another day")
  }

  private func tie(of one: CodeRule, with other: CodeRule, _ lines: Met) -> Finding {
    let (upper, lower) =
      one.position.line <= other.position.line ? (one, other) : (other, one)
    return Finding(
      .codeTied, at: lower.position, value: lower.name, atStake: lines.tally.amount,
      rows: lines.tally.rows,
      message: "rules \(upper.name.quotedForMessage) (line \(upper.position.line)) and "
        + "\(lower.name.quotedForMessage) are of equal rank and both match "
        + "\(lines.tally.rows.lines), \(lines.tally.amount), first \(lines.first): "
        + "left unmapped",
      remedy: CodeRuleLint.tieRemedy)
  }
}

extension Int {
  /// `1 line`, `5 lines`.
  fileprivate var lines: String { self == 1 ? "1 line" : "\(self) lines" }
}
