import MappingTables
import PoolModel
import Testing

/// Printed sums and counts that no word total names: the rows around them say what they are.
struct SumAndCountTests {
  private static let words = [
    TotalWord(text: "overall spend", place: .begins, meaning: .total),
    TotalWord(text: "sum of", place: .begins, meaning: .total),
    TotalWord(text: "number of", place: .begins, meaning: .count),
    TotalWord(text: "average", place: .begins, meaning: .average),
  ]
  private static let dated = SourceLayout.made(
    ["Supplier", "Date", "Amount"], [.date: "Date", .supplier: "Supplier"])
  private static let undated = SourceLayout.made(["Supplier", "Amount"], [.supplier: "Supplier"])

  /// The pence that are kept, and the number of totals.
  private static func read(
    _ rows: [String], _ layout: SourceLayout
  ) throws -> (pence: [Int64], totals: Int) {
    let text = ([layout.headers.joined(separator: ",")] + rows).joined(separator: "\n")
    let export = try MadeUpExport(text, layout, totalWords: words)
    #expect(export.imbalances == [])
    return (export.pence, export.summary.totalRows)
  }

  @Test(
    arguments: [
      // A word of the table stands for two rows, any other last row for five.
      (["Oak,1.50", "Elm,2.25", "Overall spend,3.75"], 2, 1),
      (["Oak,1.50", "Elm,2.25", "Overall spend,3.80"], 3, 0),
      (["Oak,1.50", "Elm,2.25", "Ash,2", "Fir,3", "Yew,1", "All of April,9.75"], 5, 1),
      (["Oak,1.50", "Elm,2.25", "Ash,2", "Fir,3", "Yew,1", "Fig,9.75", "Box,1"], 7, 0),
      (["Oak,1", "Elm,2", "Ash,3", "Fir,6"], 4, 0),
      // A block of the same sum may be what the money was spent on.
      (["Oak,1.50", "Elm,2.25", "Ash,2", "", "Adults,3.75", "Places,2", "Total,5.75"], 5, 1),
      (["Oak,1.50", "Elm,2.25", "Ash,2", "", "Fir,3.75", "Yew,2", "Box,7"], 6, 0),
      // Rows that cancel out make no sum of the one behind them.
      (["Oak,120", "Elm,-120", "Ash,2", "Fir,-2", "Yew,250", "Fig,250"], 6, 0),
      // Of a few rows a number may be theirs by chance.
      (["Oak,1", "Elm,2", "Ash,3", "Fir,4", "Yew,5", "Number of payments,5", "Total,15"], 5, 2),
      (["Oak,1.50", "Elm,2.25", "Number of payments,2"], 3, 0),
      (["Oak,1.50", "Elm,2.25", "Number of payments,3"], 3, 0),
    ] as [([String], Int, Int)])
  func `In a list of payees a sum is told by its words or by its place`(
    rows: [String], kept: Int, totals: Int
  ) throws {
    let read = try Self.read(rows, Self.undated)
    #expect(read.pence.count == kept)
    #expect(read.totals == totals)
  }

  /// A table of schemes: what the council and the CCG put in stands beside the total of both.
  @Test(
    arguments: [
      ("Total contributions,\"5,800\",\"3,400\",\"9,200\"", 3, 1),
      (",\"5,800\",\"3,400\",\"9,200\"", 3, 1),
      ("Pooled fund,\"5,800\",\"3,400\",\"9,200\"", 4, 0),
      ("Total mobile,\"5,800\",\"3,400\",\"9,000\"", 3, 1),
    ] as [(String, Int, Int)])
  func `In a table of schemes the last row is their sum`(
    last: String, kept: Int, totals: Int
  ) throws {
    let layout = SourceLayout.made(
      ["Scheme", "Council", "CCG", "Amount"], [.service: "Scheme"])
    let read = try Self.read(
      [
        "Equipment,\"600\",\"400\",\"1,000\"", "Carers,\"5,000\",\"3,000\",\"8,000\"",
        "Reablement,\"200\",0,\"200\"", last,
      ], layout)
    #expect(read.pence.count == kept)
    #expect(read.totals == totals)
  }

  @Test(
    arguments: [
      // The first group has one row; those below show what it is.
      (["Oak,01/04/2013,5", "Oak,,5", "Elm,02/04/2013,1", "Elm,03/04/2013,2", "Elm,,3"], 800, 2),
      (["Oak,01/04/2013,5", "Oak,,5", "Elm,02/04/2013,1", "Elm,03/04/2013,2"], 1300, 0),
      (["Oak,01/04/2013,5", "Sum of Oak,,5", "Elm,02/04/2013,1", "Sum of Elm,,1"], 600, 2),
      (
        [
          "Oak,01/04/2013,5", "Elm,02/04/2013,1", "Ash,02/04/2013,2", "Fir,03/04/2013,3",
          "Yew,04/04/2013,4", "Average payment,,3", "Total,,15",
        ], 1500, 2
      ),
      // What the table has under a blank line, in parts.
      (
        [
          "Oak,01/04/2013,5", "Elm,02/04/2013,1", "Ash,02/04/2013,2", "", "Adults,,6", "Places,,2",
          "Total,,8",
        ], 800, 3
      ),
      (["Oak,01/04/2013,5", "Elm,02/04/2013,1", "Total,,6", "VAT,,1", "Gross,,7"], 600, 3),
      (
        ["Oak,01/04/2013,5", "Elm,02/04/2013,1", "Total,,6", "Share with small firms,,45%"], 600, 1
      ),
      (
        ["Oak,01/04/2013,5", "Elm,02/04/2013,1", "Fir,02/04/2013,3", "Adults,,6", "Places,,3"], 900,
        2
      ),
      (["Oak,01/04/2013,5", "Elm,02/04/2013,1", "Total,,########"], 600, 0),
      (["Name of supplier,dd/mm/yyyy,£", "Oak,01/04/2013,5"], 500, 0),
      (["Oak,01/04/2013,5", "Elm,02/04/2013,1", ",April spend,6"], 600, 1),
      (["Oak,01/04/2013,5", ",Payments under £500 are not shown,500"], 500, 1),
    ] as [([String], Int64, Int)])
  func `Among payments with days a row without one may be a sum of those above`(
    rows: [String], pence: Int64, totals: Int
  ) throws {
    let read = try Self.read(rows, Self.dated)
    #expect(read.pence.reduce(0, +) == pence)
    #expect(read.totals == totals)
  }

  @Test func `Rows that have slipped are told once with their number and the first place`() throws {
    let export = try MadeUpExport(
      """
      Supplier,Date,Amount
      Oak,01/04/2013,5
      Elm,Homes,02/04/2013,1
      Fir,Homes,02/04/2013,1
      """, Self.dated)
    #expect(
      export.findings == [
        "3:4 cells-too-many: 2 rows have filled cells beyond their header, the first a cell 4 "
          + "beyond the 3 columns of its header"
      ])
    #expect(export.refused.count == 2)
  }
}
