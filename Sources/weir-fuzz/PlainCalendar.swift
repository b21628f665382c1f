/// The Gregorian calendar from 1900 to 2199, day by day: slow, and without the arithmetic of
/// `CalendarDay`.
struct PlainCalendar {
  let daysSince1900: Int
  private(set) var year = 1900
  private(set) var month = 1
  private(set) var day = 1

  /// How many days the calendar has: 300 years with 73 leap days.
  static let length = 300 * 365 + 73

  /// The days from 1 January 1900 to 1 January 1970: 70 years with 17 leap days.
  static let daysBefore1970 = 70 * 365 + 17

  /// The day that many days after 1 January 1900.
  init(daysSince1900 days: Int) {
    daysSince1900 = days
    var left = days
    while left >= PlainCalendar.length(ofYear: year) {
      left -= PlainCalendar.length(ofYear: year)
      year += 1
    }
    while left >= length(ofMonth: month) {
      left -= length(ofMonth: month)
      month += 1
    }
    day += left
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && year % 100 != 0 || year == 2000
  }

  private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private func length(ofMonth month: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths[month - 1] + (month == 2 && PlainCalendar.isLeap(year) ? 1 : 0)
  }
}
