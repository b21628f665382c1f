import MappingTables
import PoolModel
import Testing

/// Rows that may be a total or a payment, a note or a payment: nothing is dropped without a word.
struct DoubtfulRowTests {
  private static func read(_ rows: String) throws -> MadeUpExport {
    try MadeUpExport(
      """
      Date,Supplier,Service,Amount
      01/04/2012,Oak Ltd,Homes,10.00
      02/04/2012,Ash Ltd,Homes,20.00
      \(rows)
      """, .payments)
  }

  @Test(
    arguments: [
      (",Oak Ltd,,30.00", [3000], ["date-missing", "total-doubtful"]),
      (",Oak Ltd,,31.00", [3100], ["date-missing"]),
      (",Total Gas & Power Ltd,,5.00", [500], ["date-missing", "total-doubtful"]),
      (",Total of homes,,30.00", [], []), (",Grand total,,30.00", [], []),
      (",Grand total,,31.00", [], ["total-differs"]),
      ("30/04/2012,Grand total,,31.00", [3100], ["total-doubtful"]),
      ("30/04/2012,Total,Homes,30.00", [], []), ("30/04/2012,Total,Homes,31.00", [3100], []),
      (",,Homes,30.00", [], ["lines-set-aside"]), (",,,30.00", [], ["lines-set-aside"]),
      ("Brought forward,,,99.00", [], ["lines-set-aside"]),
      (",Oak Ltd,Homes,", [], ["lines-set-aside"]), (",Oak Ltd,12.50,", [], ["amount-missing"]),
      ("\"03/04/2012,Oak Ltd,Homes,5.00\"", [], ["cells-too-few"]),
      (",Total,30.00,", [], ["total-unreadable"]),
    ] as [(String, [Int64], [String])])
  func `A payee and an amount are a payment, and what is in doubt is told`(
    row: String, pence: [Int64], codes: [String]
  ) throws {
    let export = try Self.read(row)
    #expect(export.pence == [1000, 2000] + pence)
    #expect(Self.codes(export) == codes)
    #expect(export.imbalances == [])
  }

  /// The codes of the findings, in alphabetical order.
  private static func codes(_ export: MadeUpExport) -> [String] {
    export.findings.map { finding in
      let place = finding.split(separator: ":").prefix { $0.allSatisfy(\.isNumber) }
      let rest = finding.split(separator: " ").dropFirst().first ?? ""
      return place.count > 2 ? finding : String(rest.dropLast())
    }.sorted()
  }

  @Test(arguments: [
    // Subtotals in the payee's column, as a spreadsheet writes them; one stands for a single row.
    [
      "Oak Ltd,03/05/2013,Homes,150.00", "Oak Ltd,04/05/2013,Homes,50.00", "Oak Ltd Total,,,200.00",
      "Elm,16/05/2013,Homes,30.00", "Elm Total,,,30.00", "Grand Total,,,230.00",
    ],
    // A last row with any words; a total with the day and the department filled down.
    [
      "Oak,03/05/2013,Homes,1.50", "Ash,04/05/2013,Homes,50.00", "Elm,04/05/2013,Homes,178.50",
      "Value of payments,,,230.00",
    ],
    [
      "Oak,03/05/2013,Homes,51.50", "Ash,04/05/2013,Homes,178.50", "Total,31/05/2013,Homes,230.00",
    ],
    [
      "Oak,03/05/2013,Homes,1.50", "Ash,04/05/2013,Homes,50.00", "Elm,04/05/2013,Homes,178.50",
      ",31/05/2013,Homes,230.00",
    ],
    // The payee once more, and the labels of report programs.
    [
      "Oak,03/05/2013,Homes,150.00", "Oak,04/05/2013,Homes,50.00", "Oak,,,200.00",
      "Elm,16/05/2013,Homes,30.00", "Result,,,30.00", "Overall Result,,,230.00", "**,,,230.00",
    ],
    [
      "Oak,03/05/2013,Homes,150.00", "Oak,04/05/2013,Homes,50.00", "Oak,,,200.00",
      "Elm,16/05/2013,Homes,10.00", "Elm,,,10.00", "Ash,16/05/2013,Homes,20.00", "Ash,,,20.00",
    ],
    // Averages and sums by department below the total.
    [
      "Oak,03/05/2013,Homes,51.50", "Ash,04/05/2013,Care,178.50", "Total,,,230.00",
      "Average payment,,,115.00", "Homes,,,51.50", ",,Care,178.50",
    ],
  ])
  func `No sum is added to its parts`(rows: [String]) throws {
    let layout = SourceLayout.made(
      ["Supplier", "Date", "Service", "Amount"], [.date: "Date", .supplier: "Supplier"])
    let export = try MadeUpExport(
      (["Supplier,Date,Service,Amount"] + rows).joined(separator: "\n"), layout)
    #expect(export.pence.reduce(0, +) == 23000)
    #expect(export.imbalances == [])
  }

  @Test(arguments: ["Oakshire,,,Total,30.00,6.00,36.00,", "Total,,,30.00,6.00,36.00,,"])
  func `Other money beside a total names no payment`(total: String) throws {
    let headers = ["Body", "Date", "Number", "Supplier", "Net", "VAT", "Gross", "Service"]
    let layout = SourceLayout.made(
      headers, [.body: "Body", .date: "Date", .supplier: "Supplier"],
      amounts: [AmountColumn(header: "Net")])
    let export = try MadeUpExport(
      """
      \(headers.joined(separator: ","))
      Oakshire,01/04/2013,5100,Oak Ltd,10.00,2.00,12.00,Homes
      Oakshire,02/04/2013,5101,Ash Ltd,20.00,4.00,24.00,Homes
      \(total)
      """, layout)
    #expect(export.pence == [1000, 2000])
    #expect(export.imbalances == [])
  }

  @Test func `Totals without a label are told once with their number and first place`() throws {
    let export = try Self.read(
      ",,Homes,30.00\n03/04/2012,Oak Ltd,Care,1.00\n04/04/2012,Oak Ltd,Care,2.00\n,,Care,3.00\n")
    #expect(
      export.findings == [
        "4 lines-set-aside: 2 lines set aside as total (no label, but the rows above make it)"
      ])
    #expect(export.counts == [4, 0, 2, 0, 0])
  }

  @Test func `The sum of a row with one amount is held against it`() throws {
    var layout = SourceLayout.made(
      ["Date", "Supplier", "Amount", "Sum"], [.date: "Date", .supplier: "Supplier"])
    layout.rowTotal = "Sum"
    let export = try MadeUpExport(
      """
      Date,Supplier,Amount,Sum
      01/04/2012,Oak Ltd,10.00,10.00
      01/04/2012,Ash Ltd,10.00,11.00
      01/04/2012,Elm Ltd,10.00,?
      """, layout)
    #expect(export.pence == [1000, 1000, 1000])
    #expect(export.findings.map { $0.prefix(18) } == ["3:4 total-differs:", "4:4 total-unreadab"])
  }
}
