import PoolModel
import Testing

@testable import LineParsing

/// What could be lost or trusted without a word, and is not.
struct NothingInSilenceTests {
  @Test func `Rows under a header that is nearly right are refused, not set aside`() throws {
    let export = try MadeUpExport(
      """
      Date,Suplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,1000

      Date,Supplier,Service,Amount
      01/04/2012,Ash Ltd,Homes,5
      """, .payments)
    #expect(export.pence == [500])
    #expect(export.counts == [1, 1, 0, 0, 2])
    #expect(
      export.refusedTexts == ["Date,Suplier,Service,Amount\n", "01/04/2012,Oak Ltd,Homes,1000\n"])
    #expect(export.findings.map { $0.prefix(18) } == ["1 header-not-found"])
  }

  @Test func `A title row above the header is no table of its own`() throws {
    let export = try MadeUpExport(
      "Payments over £500,Amount\nDate,Supplier,Service,Amount\n01/04/2012,Ash,Homes,5\n",
      .payments)
    #expect(export.counts == [1, 0, 0, 1, 0] && export.findings.isEmpty)
  }

  @Test func `An export without a row of money says so`() throws {
    let export = try MadeUpExport("Date,Supplier,Service,Amount\n,,,\n", .payments)
    #expect(export.findings == ["1 export-empty: the header has no row of money below it"])
  }

  @Test(arguments: ["100,000,000,000.00", "1e-9223372036854775808", "9223372036854775807", "1e400"])
  func `An amount that no export means is refused and stops nothing`(_ amount: String) throws {
    let export = try MadeUpExport(
      "Date,Supplier,Service,Amount\n01/04/2012,Oak,Homes,\"\(amount)\"\n01/04/2012,Ash,Homes,5\n",
      .payments)
    #expect(export.pence.last == 500)
    #expect(export.imbalances == [])
  }

  @Test func `More money than a nation spends in decades is refused before a sum overflows`() throws
  {
    let row = "01/04/2012,Oak,Homes,99999999999.99\n"
    let export = try MadeUpExport(
      "Date,Supplier,Service,Amount\n" + String(repeating: row, count: 1100), .payments)
    #expect(export.counts == [1000, 0, 0, 0, 100])
    #expect(export.imbalances == [])
  }

  @Test(arguments: ["MRS PATEL 14 HIGH ST", "Jane Smith", "SMITH JOHN 12 ACACIA AVE"])
  func `A name that slipped into a column of figures is not repeated`(_ slipped: String) throws {
    let export = try MadeUpExport(
      "Date,Supplier,Service,Amount\n\(slipped),Oak,Homes,5\n01/04/2012,Ash,Homes,\(slipped)\n",
      .payments)
    #expect(export.findings.count == 2)
    #expect(export.findings.allSatisfy { !$0.contains(slipped) })
  }

  @Test func `Amounts whose pound sign was lost are read and told`() throws {
    let export = try MadeUpExport(
      "Date,Supplier,Service,Amount\n01/04/2016,Oak,Homes,\"?1,250.00\"\n"
        + "02/04/2016,Ash,Homes,-\u{FFFD}5.00\n", .payments)
    #expect(export.pence == [125_000, -500])
    #expect(
      export.findings == [
        "2:4 mojibake: 2 rows whose pound sign was lost before the export was written: read without it"
      ])
  }

  @Test func `Columns without a header that most rows fill belong to the table`() throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount,,
      01/04/2016,Oak,Homes,5.00,Human resources,290000
      02/04/2016,Ash,Homes,7.00,Healthcare,391110
      03/04/2016,Elm,Homes,8.00,,,slipped
      """, .payments)
    #expect(export.pence == [500, 700])
    #expect(
      export.findings == [
        "4:7 cells-too-many: the row has a filled cell 7 beyond the 6 columns of its header"
      ])
  }

  @Test func `A cell behind the last header that few rows fill is one too many`() throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount,,
      01/04/2016,Oak,Homes,5.00,,
      02/04/2016,Ash,Homes,7.00,,
      03/04/2016,Elm,Homes,and nursing,8.00,
      """, .payments)
    #expect(export.pence == [500, 700])
    #expect(export.refused.count == 1)
  }
}
