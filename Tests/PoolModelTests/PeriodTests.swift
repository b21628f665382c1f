import PoolModel
import Testing

struct PeriodTests {
  @Test(
    arguments: [
      (2012, 2, "2012-02-01 to 2012-02-29"), (2013, 2, "2013-02-01 to 2013-02-28"),
      (2012, 12, "2012-12-01 to 2012-12-31"), (2012, 13, nil),
    ] as [(Int, Int, String?)])
  func `A month has its first and its last day`(year: Int, month: Int, text: String?) {
    #expect(Period(year: year, month: month)?.description == text)
  }

  @Test func `A financial year ends on 31 March, both ends included`() throws {
    let period = try #require(Period(FinancialYear(startYear: 2011)))
    #expect(period.description == "2011-04-01 to 2012-03-31")
    let ends = ["2011-03-31", "2011-04-01", "2012-03-31", "2012-04-01"]
    #expect(
      ends.compactMap { CalendarDay(iso: $0) }.map(period.contains) == [false, true, true, false])
  }

  @Test(
    arguments: [
      ("2011-04-01", "2012-03-31", "2011-12"), ("2012-03-31", "2012-03-31", "2011-12"),
      ("2012-03-31", "2012-04-01", nil),
    ] as [(String, String, String?)])
  func `A period has a financial year where one holds all its days`(
    first: String, last: String, year: String?
  ) throws {
    let first = try #require(CalendarDay(iso: first))
    let last = try #require(CalendarDay(iso: last))
    #expect(Period(first: first, last: last)?.financialYear?.description == year)
    if first != last { #expect(Period(first: last, last: first) == nil) }
  }
}
