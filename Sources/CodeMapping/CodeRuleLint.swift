package import MappingTables
package import PoolModel

/// Finds the faults of cost-code rules before a line is read.
package enum CodeRuleLint {
  /// The findings on one file of `mappings/codes`, in the order of its rows.
  ///
  /// A tie is found where two rules fill the same columns and their cells surely meet. Whether
  /// rules of different columns or free patterns meet is known only from the lines:
  /// ``DecisionRemarks`` tells of those.
  package static func findings(in rows: [CodeRule], mappings: MappingSet) -> [Finding] {
    let groups = NamedRule.rowsByName(rows)
    var found: [Finding] = []
    for group in groups {
      found += shareFindings(of: group)
      found += group.flatMap { categoryFindings(of: $0, mappings) }
      found += group.flatMap { categoryDates(of: $0, mappings) }
      found += group.first.map(shapeFindings) ?? []
    }
    found += dateGaps(in: groups)
    let living = groups.flatMap { $0 }.filter { !$0.isDead }
    found += RuleReach(CompiledRules(layers: [living], flows: [:])).findings()
    return found.sorted(by: Finding.inReadingOrder)
  }

  /// The rules of a file that decided no line, as `usedRuleNames` has their names: those that
  /// decisions carry, such as `devon.csv:r12`.
  package static func unused(rules rows: [CodeRule], usedRuleNames: Set<String>) -> [Finding] {
    NamedRule.rowsByName(rows).compactMap(\.first)
      .filter { !usedRuleNames.contains($0.qualifiedName) }
      .map { rule in
        Finding(
          .ruleUnused, at: rule.position, value: rule.name,
          message: "rule \(rule.name.quotedForMessage) decided no line",
          remedy: "take it out, or correct its cells or dates if it should have")
      }
  }

  /// The rules of a file that leave a client group or care setting unknown, each with its money:
  /// `tallies` has that of partly mapped lines by the rule names that decisions carry.
  package static func partlyMapping(
    rules rows: [CodeRule], tallies: [String: RowTally]
  ) -> [Finding] {
    NamedRule.rowsByName(rows).compactMap(\.first).compactMap { rule in
      guard let tally = tallies[rule.qualifiedName] else { return nil }
      return Finding(
        .codePartlyMapped, at: rule.position, value: rule.name, atStake: tally.amount,
        rows: tally.rows,
        message: "rule \(rule.name.quotedForMessage) knows only part of what its money is for, "
          + "\(tally.amount)",
        remedy: "fill its client-group or care-setting where the publisher's codes allow it")
    }
  }

  /// The finding on two rules of equal rank, told at the one that stands further down.
  static func tie(of one: NamedRule, with other: NamedRule, meeting: String) -> Finding {
    let isSecond =
      (one.position.file, one.position.line) > (other.position.file, other.position.line)
    let (upper, lower) = isSecond ? (other, one) : (one, other)
    return Finding(
      .rulesTie, at: lower.position, value: lower.name,
      message: "rules \(upper.name.quotedForMessage) (line \(upper.position.line)) and "
        + "\(lower.name.quotedForMessage) are of equal rank and \(meeting)",
      remedy: tieRemedy)
  }

  /// What to do about two rules of equal rank.
  static let tieRemedy =
    "fill another matching cell of one, end one before the other begins, or take one out"

  private static func shareFindings(of rows: [CodeRule]) -> [Finding] {
    guard let head = rows.first else { return [] }
    var found: [Finding] = rows.dropFirst().filter { !$0.isShare(of: head) }.map { row in
      Finding(
        .sharesNotWhole, at: row.position, value: row.name,
        message: "this row of rule \(row.name.quotedForMessage) has other matching cells, dates, "
          + "set-sign or ignore than line \(head.position.line)",
        remedy: "make them the same, or give the row a rule name of its own")
    }
    let whole = rows.reduce(0) { $0 + $1.share }
    if whole != 10_000 || rows.contains(where: { $0.share <= 0 }) {
      found.append(
        Finding(
          .sharesNotWhole, at: head.position, value: head.name,
          message: "the shares of rule \(head.name.quotedForMessage) are "
            + rows.map { percent($0.share) }.joined(separator: " + ")
            + (rows.count > 1 ? " = \(percent(whole))" : "") + " per cent",
          remedy: "make each share more than 0 and all of them together exactly 100"))
    }
    return found
  }

  private static func percent(_ share: Int) -> String { Money(pence: Int64(share)).decimal }

  private static func shapeFindings(of rule: CodeRule) -> [Finding] {
    if rule.isDead, let from = rule.from, let to = rule.to {
      return [
        Finding(
          .ruleDead, at: rule.position, value: rule.name,
          message: "rule \(rule.name.quotedForMessage) ends on \(to), before it begins on \(from)",
          remedy: "correct from or to, or take the rule out")
      ]
    }
    guard rule.cells.allSatisfy(\.meansAnything) else { return [] }
    return [
      Finding(
        .ruleTooBroad, at: rule.position, value: rule.name,
        message: "rule \(rule.name.quotedForMessage) matches whatever the codes of a line are",
        remedy: "fill a matching cell with more than *")
    ]
  }

  private static func categoryFindings(of row: CodeRule, _ mappings: MappingSet) -> [Finding] {
    var found: [Finding] = []
    func check(_ value: String, _ column: String, isKnown: Bool, in table: String) {
      guard !value.isEmpty, !isKnown else { return }
      found.append(
        Finding(
          .categoryUnknown, at: row.position, value: value,
          message: "\(column) \(value.quotedForMessage) of rule \(row.name.quotedForMessage) "
            + "is not in \(table)",
          remedy: "correct it, or add it there"))
    }
    let axes = [
      (row.clientGroup, "client-group", mappings.clientGroups, "client-groups.csv"),
      (row.careSetting, "care-setting", mappings.careSettings, "care-settings.csv"),
      (row.ageBand, "age-band", mappings.ageBands, "age-bands.csv"),
    ]
    for (code, column, axis, table) in axes {
      check(code, column, isKnown: axis[code] != nil, in: "mappings/categories/\(table)")
    }
    check(
      row.flow, "flow", isKnown: mappings.flows[row.flow] != nil,
      in: "mappings/categories/flows.csv")
    check(
      row.scheme, "scheme", isKnown: mappings.hasScheme(row.scheme),
      in: "mappings/pools, which name schemes as agreement/scheme")
    return found
  }
}

extension MappingSet {
  fileprivate func hasScheme(_ name: String) -> Bool {
    agreements.contains { agreement in
      agreement.schemes.contains { "\(agreement.agreement)/\($0.scheme)" == name }
    }
  }
}

extension CodeRule {
  /// Whether no day is both on or after its first and on or before its last.
  fileprivate var isDead: Bool {
    guard let from, let to else { return false }
    return to < from
  }

  /// Whether the row can be a share of the rule that another row begins.
  fileprivate func isShare(of head: CodeRule) -> Bool {
    cells == head.cells && amountSign == head.amountSign && from == head.from && to == head.to
      && graceDays == head.graceDays && reversesSign == head.reversesSign
      && ignoreReason == head.ignoreReason
  }
}
