import PoolModel
import PoolStore

/// Sums an export's lines by the month of their day, while they pass on their way to the store.
struct MonthTally {
  // By day first: the month of a day takes several divisions, and there are many lines a day.
  private var days: [Int32: RowTally] = [:]
  private var last: (day: Int32, tally: RowTally)?

  /// Counts a line; one without a day is in no month.
  mutating func count(_ line: SpendLine) {
    guard let day = line.day?.daysSince1970 else { return }
    if last?.day != day {
      if let last { days[last.day] = last.tally }
      last = (day, days[day] ?? RowTally())
    }
    last?.tally.count(line.amount)
  }

  /// In order.
  var months: [ExportMonth] {
    var days = days
    if let last { days[last.day] = last.tally }
    var months: [CalendarMonth: RowTally] = [:]
    for (day, tally) in days {
      let month = CalendarMonth(containing: CalendarDay(daysSince1970: day))
      months[month, default: RowTally()] += tally
    }
    return months.sorted { $0.key < $1.key }.map { ExportMonth(month: $0.key, tally: $0.value) }
  }
}
