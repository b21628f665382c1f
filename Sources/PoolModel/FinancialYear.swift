/// A financial year of councils and the NHS: 1 April to 31 March.
package struct FinancialYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year of its first of April.
  package let startYear: Int

  /// The year that starts on 1 April of `startYear`.
  package init(startYear: Int) { self.startYear = startYear }

  /// The year that holds a day.
  package init(containing day: CalendarDay) {
    let (year, month, _) = day.civil
    self.init(startYear: month >= 4 ? year : year - 1)
  }

  /// A year written `2009-10`, `2009/10` or `2009/2010`; nil where the two halves do not follow.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard parts.count == 2, parts[0].utf8.count == 4, let start = Int(parts[0]),
      let end = Int(parts[1]), (1900...2199).contains(start)
    else { return nil }
    let next = parts[1].utf8.count == 4 ? start + 1 : (start + 1) % 100
    guard end == next else { return nil }
    self.init(startYear: start)
  }

  /// 1 April of ``startYear`` to 31 March of the next.
  package var days: DaySpan {
    let (first, next) = (
      CalendarDay(year: startYear, month: 4, day: 1),
      CalendarDay(year: startYear + 1, month: 4, day: 1)
    )
    return DaySpan(
      first: first ?? CalendarDay(daysSince1970: .min),
      last: CalendarDay(daysSince1970: (next?.daysSince1970 ?? .max) - 1))
  }

  /// Earlier years first.
  package static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.startYear < right.startYear
  }

  /// `2009-10`.
  package var description: String {
    let end = (startYear + 1) % 100
    return "\(startYear)-\(end < 10 ? "0" : "")\(end)"
  }
}
