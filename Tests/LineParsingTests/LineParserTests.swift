import MappingTables
import PoolModel
import Testing

struct LineParserTests {
  @Test func `A payment becomes a line that knows its place`() throws {
    let export = try MadeUpExport(
      """
      Payments of Oakshire,,,
      Date,Supplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,"1,234.50"
      02/04/2012,Ash & Co,"Homes
      and flats",-5
      03/04/2012,Oak Ltd,Homes,6
      """, .payments)
    #expect(export.pence == [123_450, -500, 600])
    #expect(export.lines.map(\.line) == [3, 4, 6])
    #expect(export.lines.map(\.byte) == [53, 89, 130])
    #expect(export.lines.map(\.record) == [2, 3, 4])
    #expect(
      export.lines.map { $0.day?.description } == ["2012-04-01", "2012-04-02", "2012-04-03"])
    #expect(export.lines.map(\.supplier) == [0, 1, 0])
    #expect(export.texts.suppliers.map(\.name) == ["Oak Ltd", "Ash & Co"])
    #expect(export.lines.map(\.codes) == [0, 1, 0])
    #expect(export.texts.codes.map(\.service) == ["Homes", "Homes\nand flats"])
    #expect(export.lines.map(\.area) == [-1, -1, -1])
    #expect(export.counts == [3, 0, 0, 1, 0])
    #expect(export.summary.headerLine == 2)
    #expect(export.summary.firstDay?.description == "2012-04-01")
    #expect(export.summary.lastDay?.description == "2012-04-03")
    #expect(export.findings == [])
    #expect(export.imbalances == [])
  }

  @Test func `Only the columns that rules look at tell code tuples apart`() throws {
    let layout = SourceLayout.made(
      ["Date", "Number", "Supplier", "Amount"],
      [.date: "Date", .transaction: "Number", .supplier: "Supplier"])
    let text = """
      Date,Number,Supplier,Amount
      01/04/2012,CFAD30069157,Oak Ltd,1
      01/04/2012,CFAD30069158,Ash & Co,2
      01/04/2012,GL30069159,Oak Ltd,3
      """
    #expect(try MadeUpExport(text, layout).texts.codes == [CodeFields()])
    let byPrefix = try MadeUpExport(text, layout, ruleColumns: [.transactionPrefix])
    #expect(byPrefix.texts.codes.map(\.transactionPrefix) == ["CFAD", "GL"])
    #expect(byPrefix.lines.map(\.codes) == [0, 0, 1])
    let bySupplier = try MadeUpExport(text, layout, ruleColumns: [.supplier])
    #expect(bySupplier.texts.codes.map(\.supplier) == ["Oak Ltd", "Ash & Co"])
  }

  @Test func `Texts that differ in outer blanks only are one text`() throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,1
      01/04/2012,"Oak Ltd  ",Homes ,2
      01/04/2012," Oak Ltd","\u{A0}Homes",3
      """, .payments)
    #expect(export.lines.map(\.supplier) == [0, 0, 0])
    #expect(export.texts.suppliers.map(\.name) == ["Oak Ltd"])
    #expect(export.texts.codes.map(\.service) == ["Homes"])
  }

  @Test func `Payments that are printed negative are turned, totals with them`() throws {
    let layout = SourceLayout.made(
      ["Date", "Supplier", "Amount"], [.date: "Date", .supplier: "Supplier"], sign: .reversed)
    let export = try MadeUpExport(
      "Date,Supplier,Amount\n01/04/2012,Oak Ltd,-5\n01/04/2012,Ash,2.005\n,,-2.995\n", layout)
    #expect(export.pence == [500, -201])
    #expect(export.summary.printedTotal == Money(pence: 300))
    #expect(export.counts == [2, 0, 1, 0, 0])
    #expect(export.imbalances == [])
  }

  @Test func `A date that is missing or unreadable leaves its row kept without a day`() throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      ,Oak Ltd,Homes,1
      VARIOUS,Oak Ltd,Homes,2
      09/10/1202,Oak Ltd,Homes,3
      VARIOUS,Oak Ltd,Homes,4
      09/20/2012,Oak Ltd,Homes,5
      """, .payments)
    #expect(export.pence == [100, 200, 300, 400, 500])
    #expect(export.lines.map { $0.day?.description } == [nil, nil, nil, nil, "2012-09-20"])
    #expect(
      export.findings == [
        "2:1 date-missing: 1 row without a date: kept, in no financial year unless the layout "
          + "states one",
        "3:1 date-unreadable: the date \"(text, not a figure)\" on 2 rows is none: kept, "
          + "without a day",
        "4:1 date-unreadable: the date \"09/10/1202\" on 1 row is none: kept, without a day",
        "6:1 date-order-differs: 1 row whose dates, such as \"09/20/2012\", are not day-first: "
          + "read in the only order that gives a day",
      ])
    #expect(export.counts == [5, 0, 0, 0, 0])
  }

  @Test func `A fraction of a penny is rounded and the rounding stated`() throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,-700.4399999999999
      01/04/2012,Oak Ltd,Homes,6.82121E-13
      01/04/2012,Oak Ltd,Homes,0.005
      """, .payments)
    #expect(export.pence == [-70_044, 0, 1])
    #expect(export.summary.waterfall.rounding.description == "-0.004999999999217879")
    #expect(
      export.findings == [
        "2 amount-rounded: 3 rows with fractions of a penny: rounded half away from zero"
      ])
    #expect(export.imbalances == [])
  }

  @Test(
    arguments: [
      ("Total,,,3\n", []),
      ("Total,,,3\n01/04/2012,Oak Ltd,Homes,4\nSub-total,,,4\nTotal,,,7\n", []),
      (
        "Total,,,3.50\n",
        [
          "4:4 total-differs: the printed total £3.50 differs from the rows above it, which make "
            + "£3.00, by £0.50"
        ]
      ),
    ] as [(String, [String])])
  func `A printed total is held against the rows and never added`(
    ending: String, findings: [String]
  ) throws {
    let export = try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,1
      01/04/2012,Total Gas & Power,Energy,2
      \(ending)
      """, .payments)
    #expect(export.findings == findings)
    #expect(export.pence.prefix(2) == [100, 200])
    #expect(!export.pence.contains(300))
    #expect(export.summary.totalRows > 0)
    #expect(export.imbalances == [])
  }
}
