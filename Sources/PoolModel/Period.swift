/// A run of days, first and last included.
package struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  package let first: CalendarDay
  /// The last day, never before the first.
  package let last: CalendarDay

  /// The days from `first` to `last`; nil where they are the wrong way round.
  package init?(first: CalendarDay, last: CalendarDay) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The days of one calendar month.
  package init?(year: Int, month: Int) {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    let length = CalendarDay.length(ofMonth: month, year: year)
    self.first = first
    self.last = CalendarDay(daysSince1970: first.daysSince1970 + Int32(length) - 1)
  }

  /// The days of one financial year.
  package init?(_ year: FinancialYear) {
    guard let first = year.firstDay, let next = year.next.firstDay else { return nil }
    self.first = first
    self.last = CalendarDay(daysSince1970: next.daysSince1970 - 1)
  }

  /// Whether the day is one of them.
  package func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  /// The one financial year that holds all the days; nil where they reach over a 1 April.
  package var financialYear: FinancialYear? {
    let year = FinancialYear(containing: first)
    return FinancialYear(containing: last) == year ? year : nil
  }

  /// `2009-04-01 to 2009-04-30`.
  package var description: String { "\(first) to \(last)" }
}
