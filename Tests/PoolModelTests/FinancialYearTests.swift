import PoolModel
import Testing

struct FinancialYearTests {
  @Test(
    arguments: [
      ("2009-10", 2009), ("2009/10", 2009), ("2009/2010", 2009), ("1999-00", 1999),
      ("1999-2000", 1999), ("2009-11", nil), ("2009-09", nil), ("2009", nil), ("09-10", nil),
      ("2009-2011", nil), ("1202-03", nil), ("", nil),
    ] as [(String, Int?)])
  func `A year is read where its halves follow one another`(text: String, start: Int?) {
    #expect(FinancialYear(text)?.startYear == start)
  }

  @Test(arguments: [
    ("2010-03-31", "2009-10"), ("2010-04-01", "2010-11"), ("2000-01-01", "1999-00"),
    ("2009-12-31", "2009-10"),
  ])
  func `A year begins on 1 April`(day: String, year: String) throws {
    let day = try #require(CalendarDay(iso: day))
    #expect(FinancialYear(containing: day).description == year)
  }
}
