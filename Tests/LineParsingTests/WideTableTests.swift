import LineParsing
import MappingTables
import PoolModel
import Testing

/// Tables with more than one amount column, and tables of areas.
struct WideTableTests {
  private static let years = SourceLayout.made(
    ["Area", "Status", "2014-15", "2015-16"], [.area: "Area", .status: "Status"],
    amounts: [
      AmountColumn(
        header: "2014-15", unit: .thousands, year: FinancialYear(startYear: 2014),
        label: "Minimum"),
      AmountColumn(
        header: "2015-16", unit: .thousands, year: FinancialYear(startYear: 2015),
        label: "Minimum"),
    ])

  @Test func `Each filled amount of a row is a line of its own year`() throws {
    let export = try MadeUpExport(
      """
      Area,Status,2014-15,2015-16
      Northbeck,approved,1.5,2
      Southbeck,approved,,3
      """, Self.years)
    #expect(export.pence == [150_000, 200_000, 300_000])
    #expect(export.lines.map { $0.year?.description } == ["2014-15", "2015-16", "2015-16"])
    #expect(export.lines.map(\.line) == [2, 2, 3])
    #expect(export.lines.map(\.area) == [0, 0, 1])
    #expect(export.texts.areas == ["Northbeck", "Southbeck"])
    #expect(export.texts.codes.map(\.expenseType) == ["Minimum"])
    #expect(export.counts == [2, 0, 0, 0, 0])
    #expect(export.imbalances == [])
  }

  @Test func `An area without amounts is listed as not stated, which is not zero`() throws {
    let export = try MadeUpExport(
      """
      Area,Status,2014-15,2015-16
      Northbeck,approved,1,2
      Southbeck,not approved,,
      Westbeck,approved,0,-
      """, Self.years)
    #expect(export.pence == [100_000, 200_000, 0, 0])
    #expect(
      export.areaStatuses == [
        AreaStatusMention(area: "Northbeck", status: "approved", statesAmount: true),
        AreaStatusMention(area: "Southbeck", status: "not approved", statesAmount: false),
        AreaStatusMention(area: "Westbeck", status: "approved", statesAmount: true),
      ])
    #expect(
      export.findings == [
        "3 amount-not-stated: 1 row with a status (\"not approved\") and no amount: not stated, "
          + "not zero"
      ])
    // The row is no note either: the waterfall alone counts it, as set aside.
    #expect(export.counts == [2, 0, 0, 0, 0])
    #expect(export.summary.waterfall.setAside.rows == 2)
    #expect(export.imbalances == [])
  }

  @Test func `A row with one unreadable amount gives no line at all`() throws {
    let export = try MadeUpExport(
      "Area,Status,2014-15,2015-16\nNorthbeck,approved,1,tbc\n", Self.years)
    #expect(export.pence == [])
    #expect(export.refusedTexts == ["Northbeck,approved,1,tbc\n"])
    #expect(
      export.findings == [
        "2:4 amount-unreadable: the amount \"(text, not a figure)\" cannot be read"
      ])
    #expect(export.imbalances == [])
  }

  @Test func `The layout's year stands for lines whose column states none`() throws {
    let layout = SourceLayout.made(
      ["Item", "Amount"], [.description: "Item"],
      amounts: [AmountColumn(header: "Amount", unit: .inCell)],
      year: FinancialYear(startYear: 2009))
    let export = try MadeUpExport(
      "Item,Amount\nDay centres,£2.653m\nHomes,£375k\nTotal,£3.028m\n", layout)
    #expect(export.pence == [265_300_000, 37_500_000])
    #expect(export.lines.map { $0.year?.description } == ["2009-10", "2009-10"])
    #expect(export.summary.printedTotal == Money(pence: 302_800_000))
    #expect(export.findings == [])
  }
}
