package import MappingTables
package import PoolModel

extension CodeRuleLint {
  /// Stretches of days that rules for the same codes leave out between them; overlaps are ties.
  static func dateGaps(in groups: [[CodeRule]]) -> [Finding] {
    let heads = groups.compactMap(\.first)
    var families: [Family: [CodeRule]] = [:]
    for rule in heads {
      families[Family(cells: rule.cells, sign: rule.amountSign), default: []].append(rule)
    }
    return families.values.flatMap { family -> [Finding] in
      let ordered = family.sorted { first($0) < first($1) }
      return zip(ordered, ordered.dropFirst()).compactMap(gap)
    }
  }

  /// What rules for the same codes share.
  private struct Family: Hashable {
    var cells: [CellPattern]
    var sign: CodeRule.AmountSign?
  }

  private static func first(_ rule: CodeRule) -> Int32 { rule.from?.daysSince1970 ?? .min }

  private static func gap(between earlier: CodeRule, and later: CodeRule) -> Finding? {
    guard let to = earlier.to, let from = later.from,
      to.daysSince1970 + Int32(earlier.graceDays) + 1 < from.daysSince1970
    else { return nil }
    return Finding(
      .ruleDatesGap, at: later.position, value: later.name,
      message: "rule \(later.name.quotedForMessage) begins on \(from), but rule "
        + "\(earlier.name.quotedForMessage) (line \(earlier.position.line)) for the same codes "
        + "ends on \(to): no rule is in force between",
      remedy: "let the one begin the day after the other ends, or state grace-days")
  }

  /// A category that a rule gives on days on which it was not, or no longer, in use.
  static func categoryDates(of row: CodeRule, _ mappings: MappingSet) -> [Finding] {
    categories(of: row, mappings).compactMap { column, node in
      let early = node.from.flatMap { begin in row.from.flatMap { $0 < begin ? begin : nil } }
      let late = node.to.flatMap { end in row.to.flatMap { $0 > end ? end : nil } }
      guard early != nil || late != nil else { return nil }
      return outOfDates(row, column, node, "is in force")
    }
  }

  /// The same of a rule without such dates, from the days of the lines that it decided.
  package static func categoryDates(
    of row: CodeRule, decidedFrom first: CalendarDay, to last: CalendarDay,
    mappings: MappingSet
  ) -> [Finding] {
    guard categoryDates(of: row, mappings).isEmpty else { return [] }
    return categories(of: row, mappings).compactMap { column, node in
      let isEarly = node.from.map { first < $0 } ?? false
      let isLate = node.to.map { last > $0 } ?? false
      guard isEarly || isLate else { return nil }
      return outOfDates(row, column, node, "decided lines of \(first) to \(last)")
    }
  }

  private static func categories(
    of row: CodeRule, _ mappings: MappingSet
  ) -> [(column: String, node: CategoryAxis.Node)] {
    [
      ("client-group", mappings.clientGroups[row.clientGroup]),
      ("care-setting", mappings.careSettings[row.careSetting]),
      ("age-band", mappings.ageBands[row.ageBand]),
    ].compactMap { column, node in node.map { (column, $0) } }
  }

  private static func outOfDates(
    _ row: CodeRule, _ column: String, _ node: CategoryAxis.Node, _ use: String
  ) -> Finding {
    let days = [node.from.map { "from \($0)" }, node.to.map { "to \($0)" }].compactMap(\.self)
    return Finding(
      .categoryOutOfDates, at: row.position, value: node.code,
      message: "rule \(row.name.quotedForMessage) \(use), but its \(column) "
        + "\(node.code) is in use \(days.joined(separator: " ")) only",
      remedy: "end the rule there, and add one with the category of the other days")
  }
}
