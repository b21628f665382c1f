package import PoolModel

/// A run of months: a quarter, or from one month to another.
package struct MonthSpan: Equatable, Sendable {
  /// The first day of its first month.
  package let firstDay: CalendarDay
  /// The first day of the month behind it.
  private let end: CalendarDay

  /// So many months from one on; nil where the calendar has them not.
  init?(year: Int, month: Int, count: Int) {
    let last = month - 1 + count
    guard let firstDay = CalendarDay(year: year, month: month, day: 1),
      let end = CalendarDay(year: year + last / 12, month: last % 12 + 1, day: 1)
    else { return nil }
    self.firstDay = firstDay
    self.end = end
  }

  /// Whether a day falls into it.
  package func holds(_ day: CalendarDay) -> Bool { firstDay <= day && day < end }
}
