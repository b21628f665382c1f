import PoolModel
import Testing

struct CalendarDayTests {
  /// 1 January 1900, counted back by hand: 70 years of 365 days and 17 leap days.
  private static let firstNumber: Int32 = -(70 * 365 + 17)

  /// Every day from 1900 to 2199, counted one after the other.
  private static func countedDays() -> [(year: Int, month: Int, day: Int)] {
    (1900...2199).flatMap { year in
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return lengths.enumerated().flatMap { month, length in
        (1...length).map { (year, month + 1, $0) }
      }
    }
  }

  @Test func `Every day from 1900 to 2199 has the number that counting gives it`() {
    var wrong: [String] = []
    for (offset, counted) in Self.countedDays().enumerated() {
      let number = Self.firstNumber + Int32(offset)
      let day = CalendarDay(year: counted.year, month: counted.month, day: counted.day)
      let civil = CalendarDay(daysSince1970: number).civil
      if day?.daysSince1970 != number || civil != counted { wrong.append("\(counted)") }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (1900, 2, 29), (2013, 2, 29), (2012, 2, 30), (2012, 4, 31), (2012, 0, 1), (2012, 13, 1),
    (2012, 1, 0), (2012, 1, 32), (1202, 10, 9), (1899, 12, 31), (2200, 1, 1),
  ])
  func `A day that the calendar has not, or no export means, is none`(
    year: Int, month: Int, day: Int
  ) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test(
    arguments: [
      ("2009-04-01", 14_335), ("1970-01-01", 0), ("1969-12-31", -1), ("2009-4-1", nil),
      ("2009-04-31", nil), ("01/04/2009", nil), ("2009-04-01 ", nil), ("2009-04", nil), ("", nil),
    ] as [(String, Int32?)])
  func `An ISO day is read, and nothing like one`(text: String, number: Int32?) {
    let day = CalendarDay(iso: text)
    #expect(day?.daysSince1970 == number)
    if let day { #expect(day.description == text) }
  }
}
