/// The days from a first to a last, both in.
package struct DaySpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first day.
  package let first: CalendarDay
  /// The last day, not before the first.
  package let last: CalendarDay

  /// A span; a last day before the first counts as the first.
  package init(first: CalendarDay, last: CalendarDay) {
    self.first = first
    self.last = max(first, last)
  }

  /// The month that holds a day.
  package init(monthOf day: CalendarDay) {
    let (year, month, number) = day.civil
    let first = day.daysSince1970 - Int32(number - 1)
    self.init(
      first: CalendarDay(daysSince1970: first),
      last: CalendarDay(
        daysSince1970: first + Int32(CalendarDay.length(ofMonth: month, year: year) - 1)))
  }

  /// How many days it has.
  package var count: Int { Int(last.daysSince1970 - first.daysSince1970) + 1 }

  /// The days that it shares with another; nil where there are none.
  package func meeting(_ other: DaySpan) -> DaySpan? {
    let (from, to) = (max(first, other.first), min(last, other.last))
    return from <= to ? DaySpan(first: from, last: to) : nil
  }

  /// The earlier first.
  package static func < (left: DaySpan, right: DaySpan) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }

  /// `2022-04-01 to 2022-06-30`.
  package var description: String { "\(first) to \(last)" }
}

extension Sequence<DaySpan> {
  /// How many different days the spans have together.
  package var distinctDays: Int {
    var (days, end) = (0, Int64.min)
    for span in sorted() {
      let (first, last) = (Int64(span.first.daysSince1970), Int64(span.last.daysSince1970))
      guard last > end else { continue }
      days += Int(last - Swift.max(first, end + 1)) + 1
      end = last
    }
    return days
  }
}
