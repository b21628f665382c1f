import MappingTables
import PoolModel
import Testing

@testable import LayoutGuessing

struct WideColumnsTests {
  private static let known: [String: WideColumns.Column.Known] = [
    "Scheme": .notMoney, "Notes": .notMoney, "Amount": .amount, "VAT": .noPayment,
    "Budget 2009/10": .noPayment, "Budget 2010/11": .noPayment, "Deposits budget": .noPayment,
  ]

  private static func wide(
    _ headers: [String], _ pence: [[Int64?]] = [], year: Int? = nil
  ) -> WideColumns? {
    let columns = headers.enumerated().map { place, header in
      WideColumns.Column(
        header: header, holdsMoney: true, pence: place < pence.count ? pence[place] : [],
        known: known[header])
    }
    return WideColumns(
      columns, year: year.map { FinancialYear(startYear: $0) },
      words: WideWords(MadeUpGuess.reading))
  }

  @Test func `Financial years across are amounts of their years`() throws {
    let wide = try #require(Self.wide(["Scheme", "2009/10 £000", "FY 2010-11 (£000)", "Notes"]))
    #expect(wide.kind == .years)
    #expect(wide.amounts.map(\.place) == [1, 2])
    #expect(wide.amounts.map { $0.column.year?.description } == ["2009-10", "2010-11"])
    #expect(wide.reason == "2 columns of money stand for years across")
  }

  @Test(
    arguments: [
      (["Scheme", "Apr-13", "May-13"], nil, ["2013-04-01", "2013-05-01"]),
      (["Scheme", "April 2013 £m", "May 2013 £m"], nil, ["2013-04-01", "2013-05-01"]),
      (["Scheme", "2013-14 M1", "2013-14 M12"], nil, ["2013-04-01", "2014-03-01"]),
      (["Scheme", "M1", "M2"], 2013, ["2013-04-01", "2013-05-01"]),
      (["Scheme", "Actual March", "Actual April"], 2013, ["2014-03-01", "2013-04-01"]),
      (["Scheme", "2003-04", "2003-05"], nil, ["2003-04-01", "2003-05-01"]),
    ] as [([String], Int?, [String])])
  func `Months across are amounts of their months`(
    headers: [String], year: Int?, months: [String]
  ) throws {
    let wide = try #require(Self.wide(headers, year: year))
    #expect(wide.kind == .months)
    #expect(wide.amounts.map { $0.column.month?.description } == months)
  }

  @Test func `Partners across are the payees`() throws {
    let wide = try #require(Self.wide(["Scheme", "Northbeck Council (£000)", "Southmere CCG"]))
    #expect(wide.kind == .bodies)
    #expect(wide.amounts.map(\.column.partner) == ["Northbeck Council", "Southmere CCG"])
  }

  @Test func `A header that ends as names of bodies do is a partner beside another one`() throws {
    let wide = try #require(
      Self.wide(["Scheme", "Southmere CCG", "Larkenby Care Trust", "Northbeck Borough Council"]))
    #expect(wide.amounts.map(\.place) == [1, 2, 3])
  }

  @Test func `A column that a total needs to add up is a partner's`() throws {
    let pence: [[Int64?]] = [[], [10000, 20000], [5000, 0], [700, 800], [15700, 20800]]
    let wide = try #require(
      Self.wide(["Scheme", "Southmere CCG", "Northbeck Council", "Volunteers", "All"], pence))
    #expect(wide.amounts.map(\.place) == [1, 2, 3])
    #expect(wide.rowTotal == 4)
    #expect(wide.unknown == [])
  }

  @Test func `Money beside the columns is left out with the reason, or asked for`() throws {
    let pence: [[Int64?]] = [
      [], [100, 200, nil], [50, 0, 700], [150, 200, 700], [1, 2, 3], [4], [0],
    ]
    let wide = try #require(
      Self.wide(
        ["Scheme", "2009/10", "2010/11", "Full cost", "Deposits", "Deposits budget", "Spare"], pence
      ))
    #expect(wide.leftOut.map(\.place) == [3, 4, 5, 6])
    #expect(wide.leftOut.map(\.reason) == [.rowSum, .unknown, .noPayment, .allZero])
    #expect(wide.unknown == [4])
  }

  @Test(arguments: [
    ["Scheme", "Amount", "VAT"], ["Scheme", "2009/10"],
    // Budget and outturn are never mixed in one sum.
    ["Scheme", "Budget 2009/10", "Outturn 2010/11"],
    ["Scheme", "Budget 2009/10", "Outturn 2009/10"],
    ["Scheme", "M1", "M2"],
    // What is called the amount goes before budgets of years.
    ["Scheme", "Amount", "Budget 2009/10", "Budget 2010/11"],
  ])
  func `Columns that nothing tells apart are no wide table`(headers: [String]) {
    #expect(Self.wide(headers) == nil)
  }
}
