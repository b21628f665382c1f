import MappingTables
import PoolModel
import Testing

@testable import LayoutGuessing

struct WideColumnsTests {
  private static func columns(_ headers: [String], _ pence: [[Int64?]] = []) -> [WideColumns.Column]
  {
    headers.enumerated().map { place, header in
      WideColumns.Column(
        header: header, holdsMoney: !["Scheme", "Notes"].contains(header),
        pence: place < pence.count ? pence[place] : [])
    }
  }

  private static func wide(
    _ headers: [String], _ pence: [[Int64?]] = [], year: Int? = nil
  ) -> WideColumns? {
    WideColumns(
      columns(headers, pence), year: year.map { FinancialYear(startYear: $0) },
      unit: { $0.contains("£000") ? .thousands : $0.contains("£m") ? .millions : nil },
      isBody: { $0.contains("Council") || $0.contains("CCG") })
  }

  @Test func `Financial years across are amounts of their years`() throws {
    let wide = try #require(Self.wide(["Scheme", "2009/10 £000", "2010-11 (£000)", "Notes"]))
    #expect(wide.kind == .years)
    #expect(wide.amounts.map(\.place) == [1, 2])
    #expect(wide.amounts.map { $0.column.year?.description } == ["2009-10", "2010-11"])
    #expect(wide.amounts.map(\.column.unit) == [.thousands, .thousands])
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
    #expect(wide.amounts.map(\.column.unit) == [.thousands, .pounds])
  }

  @Test func `A total beside the columns is left out with the reason`() throws {
    let pence: [[Int64?]] = [[], [100, 200, nil], [50, 0, 700], [150, 200, 700], [1, 2, 3]]
    let wide = try #require(
      Self.wide(["Scheme", "2009/10", "2010/11", "Full cost", "Deposits"], pence))
    #expect(wide.leftOut.map(\.place) == [3, 4])
    #expect(
      wide.leftOut.map(\.reason) == [
        "it is the sum of the columns beside it", "the columns beside it are the amounts",
      ])
  }

  @Test(arguments: [
    ["Scheme", "Amount", "VAT"], ["Scheme", "2009/10"],
    // Budget and outturn are never mixed in one sum.
    ["Scheme", "Budget 2009/10", "Outturn 2010/11"],
    ["Scheme", "Budget 2009/10", "Outturn 2009/10"],
    ["Scheme", "M1", "M2"],
  ])
  func `Columns that nothing tells apart are no wide table`(headers: [String]) {
    #expect(Self.wide(headers) == nil)
  }
}
