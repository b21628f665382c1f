import MappingTables
import PoolModel
import Testing

@testable import LineParsing

struct ParsedDateTests {
  private static func date(_ text: String, _ order: DateOrder = .dayFirst) -> ParsedDate {
    let cell = Array(text.utf8)
    // Safe: the date does not outlive the cell.
    return unsafe cell.withUnsafeBufferPointer { unsafe ParsedDate($0, order: order) }
  }

  private static func day(_ iso: String, isInOrder: Bool = true) throws -> ParsedDate {
    .day(try #require(CalendarDay(iso: iso)), isInOrder: isInOrder)
  }

  @Test(arguments: [
    ("05/04/2012", "2012-04-05"), ("5/4/2012", "2012-04-05"), ("05/04/12", "2012-04-05"),
    ("05-04-2012", "2012-04-05"), ("05.04.2012", "2012-04-05"), (" 05/04/2012 ", "2012-04-05"),
    ("05/04/2012 00:00", "2012-04-05"), ("05/04/2012 10:15:00 AM", "2012-04-05"),
    ("2012-04-05", "2012-04-05"), ("2012/04/05", "2012-04-05"),
    ("2012-04-05 00:00:00", "2012-04-05"), ("2012-04-05T10:15:00", "2012-04-05"),
    ("5-Apr-12", "2012-04-05"), ("05-APR-2012", "2012-04-05"), ("05-OCT-2012", "2012-10-05"),
    ("5 AUGUST 2012", "2012-08-05"), ("5 April 2012", "2012-04-05"),
    ("05/Apr/2012", "2012-04-05"), ("5 Sept 2012", "2012-09-05"),
    ("05-Apr-2012 00:00:00", "2012-04-05"),
    ("29/02/2012", "2012-02-29"), ("31/12/79", "2079-12-31"), ("31/12/80", "1980-12-31"),
    ("41004", "2012-04-05"), ("41004.0", "2012-04-05"), ("30000", "1982-02-18"),
    ("60000", "2064-04-08"),
    ("5th April 2012", "2012-04-05"), ("April 5, 2012", "2012-04-05"), ("5Apr2012", "2012-04-05"),
    ("05 04 2012", "2012-04-05"), ("20120405", "2012-04-05"), ("05042012", "2012-04-05"),
    ("5042012", "2012-04-05"), ("Apr  5 2012 12:00AM", "2012-04-05"),
    ("05-APR-12 00.00.00", "2012-04-05"), ("05-APR-12 12.00.00.000000 AM +01:00", "2012-04-05"),
    ("Thu 05/04/2012", "2012-04-05"), ("Thursday, 5 April 2012", "2012-04-05"),
    ("Thu Apr 05 00:00:00 BST 2012", "2012-04-05"), ("2012-Apr-05", "2012-04-05"),
    ("20120405T101500", "2012-04-05"), ("05\u{A0}April\u{A0}2012", "2012-04-05"),
    ("05\u{2013}04\u{2013}2012", "2012-04-05"),
  ])
  func `A spelling of a date is read in any layout with the day first`(
    text: String, iso: String
  ) throws {
    #expect(Self.date(text) == (try Self.day(iso)))
  }

  @Test(
    arguments: [
      ("04/05/2012", .dayFirst, "2012-05-04"), ("04/05/2012", .monthFirst, "2012-04-05"),
      ("12/04/05", .yearFirst, "2012-04-05"), ("2012-04-05", .monthFirst, "2012-04-05"),
      ("5-Apr-12", .monthFirst, "2012-04-05"), ("41004", .yearFirst, "2012-04-05"),
    ] as [(String, DateOrder, String)])
  func `The layout's order decides where more than one gives a day`(
    text: String, order: DateOrder, iso: String
  ) throws {
    #expect(Self.date(text, order) == (try Self.day(iso)))
  }

  @Test(
    arguments: [
      ("09/20/2012", .dayFirst, "2012-09-20"), ("20/09/2012", .monthFirst, "2012-09-20"),
      ("20/09/2012", .yearFirst, "2012-09-20"),
    ] as [(String, DateOrder, String)])
  func `A date that only another order can give is read so and marked`(
    text: String, order: DateOrder, iso: String
  ) throws {
    #expect(Self.date(text, order) == (try Self.day(iso, isInOrder: false)))
  }

  @Test(arguments: ["", "  ", "\u{A0}"]) func `A cell without a date is blank`(text: String) {
    #expect(Self.date(text) == .blank)
  }

  @Test(arguments: [
    "VARIOUS", "17/042015", "09/10/1202", "31/02/2012", "30/30/2012", "2012-13-01", "29999",
    "60001", "123456", "5 Foo 2012", "Apr-12", "05/04", "5/4/2012/1", "05/04/2012 to 06/04/2012",
    "05/04/2012 from them", "1.5", "-1", "00/00/0000", "5/4/212", "٥/٤/٢٠١٢", "-41004",
    "05/04/2012 100.00", "20121301", "12345678", "05 04 12", "5,4,2012", "Thu", "April 2012",
    "April 5", "12 April", "Thu 41004", "05/04/2012 1250", "REF05042012",
  ])
  func `What is no day of these centuries is unreadable`(text: String) {
    #expect(Self.date(text) == .unreadable)
  }

  @Test(arguments: [DateOrder.dayFirst, .monthFirst, .yearFirst])
  func `Every day of four years is read back in every order`(order: DateOrder) throws {
    let first = try #require(CalendarDay(year: 2011, month: 1, day: 1))
    var wrong: [String] = []
    for offset in 0..<Int32(4 * 365 + 1) {
      let day = CalendarDay(daysSince1970: first.daysSince1970 + offset)
      let (year, month, ofMonth) = day.civil
      let (two, twoDay) = (
        month < 10 ? "0\(month)" : "\(month)", ofMonth < 10 ? "0\(ofMonth)" : "\(ofMonth)"
      )
      let text =
        switch order {
        case .dayFirst: "\(twoDay)/\(two)/\(year)"
        case .monthFirst: "\(month)/\(ofMonth)/\(year)"
        case .yearFirst, .excelSerial, .monthOnly, .period: "\(year % 100)-\(two)-\(twoDay)"
        }
      if Self.date(text, order) != .day(day, isInOrder: true) { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("Jun-14", DateOrder.monthOnly, "2014-06-01"), ("2015-16 M3", .period, "2015-06-01"),
    ("201504", .period, "2015-07-01"), ("41804", .excelSerial, "2014-06-14"),
    ("14/06/2014", .monthOnly, "2014-06-14"),
  ])
  func `Months and periods are their first day where the layout says so`(
    text: String, order: DateOrder, iso: String
  ) throws {
    guard case .day(let day, _) = Self.date(text, order) else {
      Issue.record("no day")
      return
    }
    #expect(day.description == iso)
  }

  @Test func `A day reads the same in every spelling and between blanks`() throws {
    let first = try #require(CalendarDay(year: 2012, month: 1, day: 1))
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var wrong: [String] = []
    for offset in 0..<Int32(366) {
      let day = CalendarDay(daysSince1970: first.daysSince1970 + offset)
      let (year, month, ofMonth) = day.civil
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let name = names[month - 1]
      let spellings = [
        "\(year)\(two(month))\(two(ofMonth))", "\(two(ofMonth))\(two(month))\(year)",
        "\(ofMonth)th \(name) \(year)", "\(name) \(ofMonth), \(year)",
        "\(two(ofMonth))\(name)\(year)",
        "\(ofMonth) \(month) \(year)", "Mon \(ofMonth)/\(month)/\(year)",
        "\(two(ofMonth))-\(name.uppercased())-12 12.00.00.000000 AM",
      ]
      for text in spellings where Self.date(" \(text)\u{A0}") != .day(day, isInOrder: true) {
        wrong.append(text)
      }
    }
    #expect(wrong == [])
  }
}
