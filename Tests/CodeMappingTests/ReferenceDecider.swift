import MappingTables
import PoolModel

/// The precedence of `Mappings.md`, word by word, by looking at every rule.
struct ReferenceDecider {
  let rules: [CodeRule]

  /// The name of the deciding rule; nil: none.
  func ruleName(for fields: CodeFields, on day: CalendarDay?, amount: Money) -> String? {
    let values = CodeRule.Column.allCases.map { CellPattern.folded(fields[$0]) }
    let met = rules.enumerated().filter { meets($0.element, values, day, amount) }
    if let best = met.min(by: { rank($0, day).lexicographicallyPrecedes(rank($1, day)) }) {
      return best.element.name
    }
    guard let day else { return nil }
    let late = rules.enumerated().filter { meetsLate($0.element, values, day, amount) }
    return late.min { rank($0, nil).lexicographicallyPrecedes(rank($1, nil)) }?.element.name
  }

  private func meetsLate(
    _ rule: CodeRule, _ values: [String], _ day: CalendarDay, _ amount: Money
  ) -> Bool {
    guard let to = rule.to, (rule.from ?? to) <= to, to < day,
      Int(day.daysSince1970 - to.daysSince1970) <= rule.graceDays
    else { return false }
    return meets(rule, values, to, amount)
  }

  private func meets(
    _ rule: CodeRule, _ values: [String], _ day: CalendarDay?, _ amount: Money
  ) -> Bool {
    if rule.amountSign == .debit, amount < .zero { return false }
    if rule.amountSign == .credit, amount >= .zero { return false }
    if let day, let from = rule.from, day < from { return false }
    if let day, let to = rule.to, day > to { return false }
    return zip(rule.cells, values).allSatisfy { $0.matches(folded: $1) }
  }

  private func rank(_ numbered: (offset: Int, element: CodeRule), _ day: CalendarDay?) -> [Int] {
    let rule = numbered.element
    let filled = rule.cells.filter { $0 != .any }
    var form = filled.count > 1 ? 3 : 5
    var (width, literals, hasPattern) = (0, 0, false)
    for cell in filled {
      switch cell {
      case .any: break
      case .exact: if filled.count == 1 { form = 0 }
      case .list: if filled.count == 1 { form = 1 }
      case .range(_, let first, let last):
        if filled.count == 1 { form = 2 }
        width += Int(last - first)
      case .wildcard(let pattern):
        if filled.count == 1 { form = 4 }
        hasPattern = true
        literals += pattern.filter { $0 != "*" && $0 != "?" }.count
      }
    }
    let lastDay = day == nil ? -Int(rule.to?.daysSince1970 ?? .max) : 0
    return [
      lastDay, rule.isShared ? 1 : 0, form, -(filled.count + (rule.amountSign == nil ? 0 : 1)),
      hasPattern ? -literals : -1_000_000, width, rule.isShared ? 1 : 0, numbered.offset,
    ]
  }
}
