import PoolModel
import Testing

struct CalendarMonthTests {
  @Test(arguments: [
    ("2009-04", "2009-04-01", "2009-04-30", "2009-10"),
    ("2010-02", "2010-02-01", "2010-02-28", "2009-10"),
    ("2012-02", "2012-02-01", "2012-02-29", "2011-12"),
    ("2009-12", "2009-12-01", "2009-12-31", "2009-10"),
  ])
  func `a month has its first and last day and its financial year`(
    text: String, first: String, last: String, year: String
  ) throws {
    let month = try #require(CalendarMonth(iso: text))
    #expect(month.description == text)
    #expect(month.firstDay?.description == first && month.lastDay?.description == last)
    #expect(month.financialYear.description == year)
    #expect(month == CalendarMonth(containing: try #require(CalendarDay(iso: last))))
  }

  @Test func `months go on over the end of a year`() throws {
    let november = try #require(CalendarMonth(iso: "2009-11"))
    #expect(
      (0..<4).map { november.adding($0).description }
        == ["2009-11", "2009-12", "2010-01", "2010-02"])
  }
}
