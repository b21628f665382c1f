import MappingTables
import PoolModel
import Testing

/// Rows that cannot be used: kept whole, with place and reason, between rows that can.
struct RefusedRowTests {
  @Test(arguments: [
    ("01/04/2012,Oak Ltd,Homes", "3 cells-too-few: the row has 3 cells, its layout needs 4"),
    (
      "01/04/2012,Oak,Ltd,Homes,5",
      "3:5 cells-too-many: the row has a filled cell 5 beyond the 4 columns of its header"
    ),
    ("01/04/2012,Oak Ltd,Homes,", "3:4 amount-missing: the row states no amount"),
    ("01/04/2012,Oak Ltd,Homes,12O", "3:4 amount-unreadable: the amount \"12O\" cannot be read"),
    ("01/04/2012,\"Oak, Ltd,Homes,5", "3 quote-unterminated: a quote is opened and never closed"),
  ])
  func `A row that cannot be used is refused whole`(row: String, finding: String) throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      01/04/2012,Ash & Co,Homes,1
      \(row)
      01/04/2012,Ash & Co,Homes,2

      """, .payments)
    #expect(export.findings == [finding])
    #expect(export.refusedTexts == ["\(row)\n"])
    #expect(export.pence == [100, 200])
    #expect(export.counts == [2, 0, 0, 0, 1])
    #expect(export.imbalances == [])
  }

  @Test(arguments: ["01/04/2012,Oak Ltd,Homes,5,,", "01/04/2012,Oak Ltd,Homes,5, ,\"\u{A0}\""])
  func `Blank cells beyond the header are no fault`(row: String) throws {
    let export = try MadeUpExport("Date,Supplier,Service,Amount\n\(row)\n", .payments)
    #expect(export.pence == [500])
    #expect(export.findings == [])
  }

  @Test func `Money of a refused row is counted where it can be read`() throws {
    let export = try MadeUpExport(
      "Date,Supplier,Service,Amount\n01/04/2012,Oak,Ltd,7.005,5\n", .payments)
    #expect(export.summary.waterfall.refused == RowTally(rows: 1, amount: Money(pence: 701)))
    #expect(export.imbalances == [])
  }
}
