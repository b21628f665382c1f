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
    #expect(export.texts.planEntries.map(\.area) == ["Northbeck", "Southbeck"])
    #expect(export.texts.codes.map(\.expenseType) == ["Minimum"])
    #expect(export.counts == [2, 0, 0, 0, 0])
    #expect(export.imbalances == [])
  }

  @Test func `A column of credits is taken away, also from a printed total`() throws {
    var credit = AmountColumn(header: "Credit")
    credit.isTakenAway = true
    let export = try MadeUpExport(
      """
      Service,Debit,Credit
      Homes,"1,250.00",
      Homes,,50.25
      Total,1250.00,50.25
      """,
      .made(
        ["Service", "Debit", "Credit"], [.service: "Service"],
        amounts: [AmountColumn(header: "Debit"), credit]))
    #expect(export.pence == [125_000, -5025])
    #expect(export.findings == [])
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

  @Test func `A column that stands for a month gives its lines that month`() throws {
    let layout = SourceLayout.made(
      ["Scheme", "Apr-13", "Mar-14"], [.expenseType: "Scheme"],
      amounts: [
        AmountColumn(header: "Apr-13", month: CalendarDay(year: 2013, month: 4, day: 1)),
        AmountColumn(header: "Mar-14", month: CalendarDay(year: 2014, month: 3, day: 1)),
      ])
    let export = try MadeUpExport(
      "Scheme,Apr-13,Mar-14\nDay centres,\"1,000\",(50.25)\nHomes,0,£7\n", layout)
    #expect(export.pence == [100_000, -5025, 0, 700])
    #expect(
      export.lines.map { $0.day?.description }
        == ["2013-04-01", "2014-03-01", "2013-04-01", "2014-03-01"])
    #expect(export.summary.firstDay?.description == "2013-04-01")
    #expect(export.summary.lastDay?.description == "2014-03-01")
    #expect(export.findings == [])
    #expect(export.imbalances == [])
  }

  @Test func `A column that stands for a partner gives its lines that payee`() throws {
    let layout = SourceLayout.made(
      ["Scheme", "Northbeck Council", "Southmere CCG £000"], [.expenseType: "Scheme"],
      amounts: [
        AmountColumn(header: "Northbeck Council", partner: "Northbeck Council"),
        AmountColumn(header: "Southmere CCG £000", unit: .thousands, partner: "Southmere CCG"),
      ])
    let export = try MadeUpExport(
      "Scheme,Northbeck Council,Southmere CCG £000\nDay centres,1000,2\nHomes,0,5\n", layout)
    #expect(export.pence == [100_000, 200_000, 0, 500_000])
    #expect(
      export.lines.map { export.texts.suppliers[Int($0.supplier)].name }
        == ["Northbeck Council", "Southmere CCG", "Northbeck Council", "Southmere CCG"])
    #expect(export.texts.codes.map(\.expenseType) == ["Day centres", "Homes"])
    #expect(export.imbalances == [])
  }

  @Test func `The sum of a row is a check, and is never added in`() throws {
    var layout = SourceLayout.made(
      ["Scheme", "Apr-13 £000", "May-13 £000", "Sum £000"], [.expenseType: "Scheme"],
      amounts: [
        AmountColumn(header: "Apr-13 £000", unit: .thousands),
        AmountColumn(header: "May-13 £000", unit: .thousands),
      ])
    layout.rowTotal = "Sum £000"
    // 0.1 more than the sum is what rounding makes of two figures, 0.2 is not.
    let export = try MadeUpExport(
      """
      Scheme,Apr-13 £000,May-13 £000,Sum £000
      Day centres,1.5,(0.2),1.4
      Homes,2.0,1.0,3.2
      Total,3.5,0.8,4.3
      """, layout)
    #expect(export.pence == [150_000, -20_000, 200_000, 100_000])
    #expect(export.counts[2] == 1)
    #expect(
      export.findings == [
        "3:4 total-differs: 1 row whose printed sum is not that of the amounts beside it; the amounts "
          + "are used"
      ])
    #expect(export.imbalances == [])
  }
}
