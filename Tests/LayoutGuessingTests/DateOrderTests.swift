import LayoutGuessing
import LineParsing
import MappingTables
import PoolModel
import Testing

@Test(arguments: [
  (["13/04/2009", "01/04/2009"], "payments.csv", DateOrder.dayFirst),
  (["04/13/2009", "04/01/2009"], "payments.csv", .monthFirst),
  (["2009-04-13", "2009-04-01"], "payments.csv", .yearFirst),
  (["13-Apr-09", "14-Apr-09"], "payments.csv", .dayFirst),
  (["39916", "39917"], "payments.csv", .excelSerial),
  (["Apr-09", "May-09"], "payments.csv", .monthOnly),
  (["2009-04", "2009-05"], "payments.csv", .monthOnly),
  (["2009-10 P01", "2009-10 P02"], "payments.csv", .period),
  (["01/04/2009", "02/04/2009", "03/04/2009"], "payments.csv", .dayFirst),
  (["04/01/2009", "05/02/2009"], "spend-2009-04.csv", .monthFirst),
  (["09/04/2010"], "over-25k-1004.csv", .dayFirst),
  (["07/08/2020", "07/09/2020"], "ORG 04 - July.csv", .monthFirst),
  (["07/08/2020", "07/09/2020", "07/10/2020"], "spend-2020-07.csv", .monthFirst),
  (["04/02/2013", "05/09/2013", "06/10/2013"], "q1-2013-14.csv", .monthFirst),
  (["04/02/2013", "05/09/2013", "06/10/2013"], "Quarter 1 2013.csv", .monthFirst),
  (["04/02/2013", "05/09/2013", "06/10/2013"], "Spend Apr-Jun 2013.csv", .monthFirst),
  (["04/10/2013", "05/11/2013", "06/12/2013"], "spend-2013-14-Q3.csv", .dayFirst),
  (["10.04.2023", "11.05.2023"], "payments.csv", .dayFirst),
  (["06/04/2023", "10/04/2023"], "payments.csv", .dayFirst),
  (["20230403", "20230412"], "payments.csv", .yearFirst),
  (["03042013", "14042013"], "payments.csv", .dayFirst),
  (["04032013", "04142013"], "payments.csv", .monthFirst),
  (["April 3, 2013", "3rd April 2013"], "payments.csv", .dayFirst),
  (["201504", "201504"], "spend-2015-04.csv", .monthOnly),
  (["201504", "201504"], "spend-2015-07.csv", .period),
])
func `All dates of a file and the month in its name give the order`(
  dates: [String], name: String, order: DateOrder
) {
  let rows = dates.map { "Larkenby Care Ltd,\($0),10.00" }
  let guess = MadeUpGuess.of(
    (["Supplier,Payment Date,Amount"] + rows).joined(separator: "\n"), named: name)
  #expect(guess?.dateOrder?.order == order)
}

@Test(arguments: [
  // The first days of three months, of either order; a month that the file name does not settle.
  ["01/04/2016", "01/05/2016", "01/06/2016"], ["04/01/2016", "05/01/2016", "06/01/2016"],
  ["201504", "201505"], ["06/04/2023", "07/04/2023"], ["04/04/2013", "10/04/2013", "04/07/2013"],
  // A spreadsheet turned round the days up to 12.
  ["04/03/2013", "15/04/2013", "04/12/2013", "30/04/2013", "04/01/2013", "22/04/2013"],
])
func `Dates that two orders explain are asked for`(dates: [String]) {
  let rows = dates.map { "Larkenby Care Ltd,\($0),10.00" }
  let guess = MadeUpGuess.of((["Supplier,Payment Date,Amount"] + rows).joined(separator: "\n"))
  #expect(guess?.dateOrder?.order == nil && guess?.dateOrder != nil)
  #expect(guess?.findings.map(\.code) == [.dateOrderUnknown])
}

@Test func `A year alone in the file name is taken for the financial year only with a word`() {
  let guess = MadeUpGuess.of(
    "Supplier,Period,Amount\nLarkenby Care Ltd,P01,10.00\nOverdale,P02,5.00", named: "2015.csv")
  #expect(guess?.dateOrder?.order == .period)
  #expect(guess?.dateOrder?.reasons.last?.hasPrefix("CONFIRM: the file name's year") == true)
}

@Test func `Dates that can be read either way leave the lines without a day`() {
  let guess = MadeUpGuess.of(
    "Supplier,Payment Date,Amount\nLarkenby Care Ltd,01/05/2009,10.00\nOverdale,02/06/2009,5.00")
  #expect(guess?.dateOrder?.order == nil)
  #expect(guess?.header(.date) == "Payment Date")
  #expect(guess?.layout.hasOpenDateOrder == true)
  #expect(guess?.findings.map(\.code) == [.dateOrderUnknown])
}

@Test func `A title above the table gives the order as a file name does`() {
  let guess = MadeUpGuess.of(
    """
    Payments to suppliers: April 2009
    Supplier,Payment Date,Amount
    Larkenby Care Ltd,04/05/2009,10.00
    Overdale,04/06/2009,5.00
    """)
  #expect(guess?.dateOrder?.order == .monthFirst)
  #expect(
    guess?.dateOrder?.reasons == ["2 dates fall into the month of a title with the month first"])
}

@Test func `A column headed as a date is the date column though no cell can be read`() {
  let guess = MadeUpGuess.of(
    "Supplier,Payment Date,Amount\nLarkenby Care Ltd,week 1,10.00\nOverdale,week 2,5.00")
  #expect(guess?.header(.date) == "Payment Date")
  #expect(guess?.dateOrder == nil)
}

@Test func `A column of dates comes before one that is only headed so`() {
  let guess = MadeUpGuess.of(
    """
    Supplier,Payment Date,Paym Acc D,Amount
    Larkenby Care Ltd,week 1,13/04/2009,10.00
    Overdale,week 2,14/04/2009,5.00
    """)
  #expect(guess?.header(.date) == "Paym Acc D")
}

@Test(arguments: ["Transactio", "Paym Acc D", "Dt", "Value"])
func `A column of nothing but dates is the date column whatever it is called`(header: String) {
  let guess = MadeUpGuess.of(
    "Supplier,\(header),Amount\nLarkenby Care Ltd,13/04/2009,10.00\nOverdale,14/04/2009,5.00")
  #expect(guess?.header(.date) == header)
}

@Test func `Eight digits are a day only where the header says so`() {
  let guess = MadeUpGuess.of(
    "Supplier,Document,Amount\nLarkenby Care Ltd,20090413,10.00\nOverdale,20090414,5.00")
  #expect(guess?.header(.date) == nil)
}

@Test(
  arguments: [
    ("q1-2013-14.csv", "2013-04-01", "2013-06-30", "2013-03-31"),
    ("Spend over 25k Q4 2013-14.csv", "2014-01-01", "2014-03-31", "2013-12-31"),
    ("2nd quarter 201314.csv", "2013-07-01", "2013-09-30", "2013-10-01"),
    ("Apr-Jun 2013.csv", "2013-04-01", "2013-06-30", "2013-07-01"),
    ("october to december 13.csv", "2013-10-01", "2013-12-31", "2014-01-01"),
    ("Nov 2013 - Jan 2014.csv", "2013-11-01", "2014-01-31", "2014-02-01"),
    ("jan-mar-2013-14.csv", "2014-01-01", "2014-03-31", "2013-03-31"),
    ("Q1 2013.csv", "2013-01-01", "2013-06-30", "2013-07-01"),
  ])
func `A file name gives the quarter of its export`(
  name: String, first: String, last: String, beside: String
) throws {
  let period = try #require(FileNamePeriod(fileName: name))
  let days = try [first, last, beside].map { try #require(CalendarDay(iso: $0)) }
  #expect(period.isOfMonths)
  #expect(days.map(period.holds) == [true, true, false])
}

@Test(
  arguments: [
    ("2014-06.csv", 2014, 6), ("Spend-over-250-June-25.csv", 2025, 6), ("201210.csv", 2012, 10),
    ("id_1496_filename_1704.csv", 2017, 4), ("2013-P01.csv", 2013, 4), ("2013-P11.csv", 2014, 2),
    ("CROY 06 - Spetember.csv", nil, 9), ("all-feb-2013.csv", 2013, 2),
    ("20111003TransparencyAug2011.csv", 2011, 8), ("2009.csv", 2009, nil),
  ] as [(String, Int?, Int?)])
func `A file name gives the month of its export`(name: String, year: Int?, month: Int?) {
  #expect(FileNamePeriod(fileName: name) == FileNamePeriod(year: year, month: month))
}
