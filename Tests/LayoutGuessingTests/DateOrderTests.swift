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
  ["201504", "201505"],
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
  #expect(guess?.header(.date) == nil)
  #expect(guess?.findings.map(\.code) == [.dateOrderUnknown])
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
