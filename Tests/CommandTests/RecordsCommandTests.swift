import Foundation
import ImportTestSupport
import Testing

/// `weir records`: the header and the data rows, as RFC 4180.
struct RecordsCommandTests {
  private static let exports = [
    ("birmingham-city-council/payments-2009-10.csv", 591),
    ("birmingham-east-and-north-pct/spend-over-25k-2009-10.csv", 367),
    ("heart-of-birmingham-teaching-pct/payments-2009-10.csv", 309),
    ("south-birmingham-pct/expenditure-2009-10.csv", 372),
    ("oxfordshire-annex-4c/annex-4c-2009-10.csv", 5),
    ("integration-transformation-fund/fund-2015-16.csv", 2),
    ("better-care-fund-plans/plans-2015-16.csv", 146),
    ("integration-pioneers-speech/speech-2014-06.csv", 1),
  ]

  @Test func `totals and titles are left out and told on standard error`() async throws {
    let path = "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv"
    let records = try await WorkedExamples.workspace.weir("records", path)
    #expect(records.status == 0)
    #expect(
      records.output == """
        Line,2009/10
        Contribution to the OBMH Pool,£2.653m
        Adults at Risk,£0.375m
        Residential Services,£0.966m
        External Home Support,£1.139m
        Approved Social Workers Increments,£0.136m

        """)
    #expect(
      records.errors
        == "\(path): 5 rows written; not written: 1 totals, 0 blank, 2 other, 0 refused\n")
  }

  @Test func `a record of several lines stays one, with its quotes`() async throws {
    let records = try await WorkedExamples.workspace.weir(
      "records", "--quiet", "data/exports/south-birmingham-pct/expenditure-2009-10.csv")
    #expect(
      records.output.contains(
        """
        SB20003,03/04/2009,Learning Disability,Supported Living,"Fees,
        April 2009
        see contract schedule",Peverhyth Independent Living Ltd,"6,236.14"

        """))
    #expect(records.output.contains(#","""Block"" Fees, April 2009","#))
    #expect(records.errors == "")
  }

  @Test(arguments: exports)
  func `every export becomes a table of equal rows in UTF-8 with LF`(path: String, rows: Int)
    async throws
  {
    let output = try await WorkedExamples.workspace
      .weir("records", "--quiet", "data/exports/\(path)").output
    #expect(!output.utf8.contains(0x0D) && !output.hasPrefix("\u{FEFF}"))
    #expect(output.hasSuffix("\n") && !output.hasSuffix("\n\n"))
    let table = CSVRows(output)
    #expect(table.records.count == rows)
    #expect(table.records.allSatisfy { $0.count == table.header.count })
  }

  @Test(arguments: exports)
  func `records read once more are the same`(path: String, rows: Int) async throws {
    let workspace = try await WorkedExamples.workspace
    let once = try await workspace.weir("records", "--quiet", "data/exports/\(path)").output
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(once.utf8).write(to: copy)
    let twice = try await workspace.weir("records", "--quiet", copy.path)
    #expect(twice.status == 0 && twice.output == once)
  }

  @Test func `a pound sign of Windows-1252 comes out as UTF-8`() async throws {
    let records = try await WorkedExamples.workspace.weir(
      "records", "--quiet", "data/exports/birmingham-city-council/payments-2009-10.csv")
    #expect(records.lines.first?.hasSuffix("Document No,Net Amount (£)") == true)
  }

  @Test func `an export that no source file knows is read by what it holds`() async throws {
    let folder = try TemporaryFolder()
    let rows = (10..<20).map { "\($0)/04/2024,Oakfold Homes,1\($0).50" }
    let text = (["Payments of April,,", "Date,Payee,Amount"] + rows).joined(separator: "\r\n")
    try Data(text.utf8).write(to: folder.url.appending(path: "april.csv"))
    let records = try await WeirProgram.run(["records", "april.csv"], in: folder.url)
    #expect(records.status == 0)
    #expect(records.lines.first == "Date,Payee,Amount" && records.lines.count == 11)
    #expect(records.lines.last == "19/04/2024,Oakfold Homes,119.50")
    #expect(records.errors.contains("april.csv:1: info: 1 line set aside as title"))
    #expect(records.errors.hasSuffix("april.csv: 10 rows written, 1 lines set aside\n"))
  }

  @Test func `all records are written as they stand where that is asked for`() async throws {
    let folder = try TemporaryFolder()
    try Data("Payments,\n\n a ,\"b\nc\"\nTotal,5".utf8)
      .write(to: folder.url.appending(path: "april.csv"))
    let records = try await WeirProgram.run(["records", "--all", "april.csv"], in: folder.url)
    #expect(records.output == "Payments,\n\n a ,\"b\nc\"\nTotal,5\n")
    #expect(records.errors == "april.csv: 4 records written\n")
  }
}
