import ImportTestSupport
import LineParsing
import PoolModel
import Testing

@Test(arguments: [
  ("Jun-14", "2014-06-01"), ("June 2014", "2014-06-01"), ("2014-06", "2014-06-01"),
  ("06/2014", "2014-06-01"), ("201406", "2014-06-01"), ("2014 Jun", "2014-06-01"),
])
func `A month without a day is its first day`(cell: String, day: String) {
  #expect(MonthSpelling.month(cell)?.description == day)
}

@Test(arguments: ["13/06/2014", "201413", "June", "P01", "1.50", "", "06/14"])
func `A cell that names no month and year is none`(cell: String) {
  #expect(MonthSpelling.month(cell) == nil)
}

@Test(arguments: [
  ("P01", "2015-04-01"), ("Period 3", "2015-06-01"), ("M12", "2016-03-01"), ("13", "2016-03-01"),
  ("2016-17 M3", "2016-06-01"), ("P10 2016/17", "2017-01-01"), ("201504", "2015-07-01"),
])
func `A period of the financial year is the first day of its month`(cell: String, day: String) {
  #expect(
    MonthSpelling.period(cell, year: FinancialYear(startYear: 2015))?.description == day)
}

@Test func `A period without a year has no day where the layout gives none`() {
  #expect(MonthSpelling.period("P01", year: nil) == nil)
}

@Test func `No month or period is passed over by the quick look`() {
  let parts = [
    "2014", "15", "3", "P", "Period", "M", "June", "Sept", "-", "/", " ", "201406", "01", "_", ".",
    "x",
  ]
  var numbers = SeededNumbers(seed: 17)
  var passedOver: [String] = []
  for _ in 0..<20_000 {
    let text = (0...numbers.pick([0, 1, 2, 3, 4])).map { _ in numbers.pick(parts) }.joined()
    let isRead =
      MonthSpelling.month(text) != nil
      || MonthSpelling.period(text, year: FinancialYear(startYear: 2000)) != nil
    if isRead, !MonthSpelling.mayBe(text) { passedOver.append(text) }
  }
  #expect(passedOver == [])
}
