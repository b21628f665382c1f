/// A month of the Gregorian calendar.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  package let index: Int32

  /// The month that many months after January of the year 0.
  package init(index: Int32) { self.index = index }

  /// The month that a day lies in.
  package init(containing day: CalendarDay) {
    let (year, month, _) = day.civil
    index = Int32(year * 12 + month - 1)
  }

  /// The month written as `2009-04`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    guard let day = CalendarDay(iso: "\(text)-01") else { return nil }
    self.init(containing: day)
  }

  /// Its first day; nil outside the years that ``CalendarDay`` knows.
  package var firstDay: CalendarDay? {
    CalendarDay(year: Int(index) / 12, month: Int(index) % 12 + 1, day: 1)
  }

  /// Its last day; nil outside the years that ``CalendarDay`` knows.
  package var lastDay: CalendarDay? {
    adding(1).firstDay.map { CalendarDay(daysSince1970: $0.daysSince1970 - 1) }
  }

  /// The financial year that it lies in.
  package var financialYear: FinancialYear { FinancialYear(startYear: Int(index - 3) / 12) }

  /// The month that many months later.
  package func adding(_ months: Int) -> CalendarMonth {
    CalendarMonth(index: index + Int32(months))
  }

  /// Earlier months first.
  package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
    left.index < right.index
  }

  /// ISO 8601: `2009-04`.
  package var description: String {
    let (year, month) = (index / 12, index % 12 + 1)
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
