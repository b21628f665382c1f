import MappingTables
import PoolModel
import Testing

/// Tables below the export's own: refused and told, never read by columns that are not theirs.
struct OtherTableTests {
  private static let first = """
    Date,Supplier,Service,Amount
    01/04/2012,Oak Ltd,Homes,10.00
    02/04/2012,Ash Ltd,Homes,20.00

    """

  @Test(
    arguments: [
      // Other words over the same columns; the same words in other places; fewer columns; more.
      "\nPaid back,Payee,For,Sum\n01/05/2012,Elm Ltd,Homes,-5.00\n",
      "\nSupplier,Date,Service,Budget\nElm Ltd,01/05/2012,Homes,5.00\n",
      "Total,,,30.00\nRefunds,,,\nPaid,To,For,Sum\n01/05/2012,Elm Ltd,Homes,-5.00\n",
      "Supplier,Amount,Date,Service\nElm Ltd,5.00,01/05/2012,Homes\n",
      "\nPayee,Sum\nElm Ltd,5.00\n", "\nRef,Paid,Payee,Sum,Tax\n1,01/05/2012,Elm Ltd,5.00,1.00\n",
    ])
  func `Rows of another table are refused and not summed`(below: String) throws {
    let export = try MadeUpExport(Self.first + below, .payments)
    #expect(export.pence == [1000, 2000])
    #expect(export.findings.contains { $0.contains(" table-set-aside: ") })
    #expect(export.refusedTexts.last == below.split(separator: "\n").last.map { "\($0)\n" })
    #expect(export.imbalances == [])
  }

  @Test func `A title above another table does not hide it`() throws {
    let layout = SourceLayout.made(
      ["Date", "Supplier", "Amount"], [.date: "Date", .supplier: "Supplier"])
    let export = try MadeUpExport(
      """
      Date,Supplier,Amount
      01/04/2012,Oak Ltd,10.00
      02/04/2012,Ash Ltd,20.00

      Summary by service
      Service,Number of payments,Value
      Homes,1,10.00
      Care,1,20.00
      """, layout)
    #expect(export.pence == [1000, 2000])
    #expect(export.counts == [2, 1, 0, 1, 3])
    #expect(export.imbalances == [])
  }

  @Test func `The first header ends another table, which is told once`() throws {
    let export = try MadeUpExport(
      Self.first + """

        Paid back,Payee,For,Sum
        01/05/2012,Elm Ltd,Homes,-5.00

        Total,,,-5.00
        Date,Supplier,Service,Amount
        03/04/2012,Oak Ltd,Homes,40.00
        Total,,,70.00
        """, .payments)
    #expect(export.pence == [1000, 2000, 4000])
    #expect(export.counts == [3, 2, 1, 1, 3])
    #expect(
      export.findings == [
        "5 table-set-aside: another table begins here; its columns are not known, so its 3 rows "
          + "are refused"
      ])
    #expect(export.imbalances == [])
  }

  @Test(
    arguments: [
      // Payments that lack a day or a readable amount, remarks, and the header a little changed.
      "\nVARIOUS,Oak Ltd,Homes,n/a\n", "\nREDACTED,REDACTED,REDACTED,REDACTED\n",
      "\n,Oak Ltd,Homes,\n", "\nOak,Homes,,\n", "Date,Supplier,Service area,Amount\n",
    ])
  func `A row that states no amount does not end the table`(between: String) throws {
    let export = try MadeUpExport(
      Self.first + between + "03/04/2012,Oak Ltd,Homes,40.00\n", .payments)
    #expect(export.pence == [1000, 2000, 4000])
  }
}
