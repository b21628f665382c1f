import ExportReading
import Foundation
import PoolModel
import TableFinding
import Testing

/// The one table of a made-up export, and what is told of the rest.
struct TableExtractTests {
  private struct Extract {
    var headers: [String]?
    var rows: [[String]] = []
    var setAside = 0
    /// Code and line of each finding.
    var findings: [String] = []
  }

  private static let dataRows = (10..<22).map { "\($0)/04/2024,Oakfold Homes,R58\($0),1\($0).50" }

  private static func extract(_ text: String) throws -> Extract? {
    try extract(Array(text.utf8))
  }

  private static func extract(_ bytes: [UInt8]) throws -> Extract? {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try ExportFile.open(url.path, shownAs: "april.csv").get()
    let reader = RecordReader(file, shownAs: "april.csv")
    let batch = RecordBatch()
    guard
      var table = TableExtract.find(in: reader, into: batch, shownAs: "april.csv")
    else { return nil }
    var extract = Extract(headers: table.headers)
    repeat { extract.rows += table.rows(of: batch) } while reader.read(into: batch)
    extract.setAside = table.setAside
    extract.findings = table.findings().map { "\($0.code.rawValue):\($0.position.line)" }
    return extract
  }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  @Test func `title, blank lines and footer are set aside and told with their lines`() throws {
    let lines =
      ["Payments,,,", "", "Date,Payee,Code,Amount"] + Self.dataRows + ["", "Source: ledger"]
    let found = try #require(try Self.extract(Self.text(lines)))
    #expect(found.headers == ["Date", "Payee", "Code", "Amount"])
    #expect(found.rows.count == 12 && found.setAside == 4)
    #expect(found.findings.allSatisfy { $0.hasPrefix("lines-set-aside:") })
    #expect(found.findings.map { $0.split(separator: ":")[1] } == ["1", "2", "17"])
  }

  @Test func `a table without a header is given without one, and told`() throws {
    let found = try #require(try Self.extract(Self.text(Self.dataRows)))
    #expect(found.headers == nil && found.rows.count == 12)
    #expect(found.findings == ["header-missing:1"])
  }

  @Test func `a row out of step is put right, and one that cannot be is set aside`() throws {
    var rows = Self.dataRows
    rows[3] = "13/04/2024Oakfold Homes,R5813,113.50"
    rows[5] = "15/04/2024,Oakfold Homes,,,R5815,115.50"
    let found = try #require(try Self.extract(Self.text(["Date,Payee,Code,Amount"] + rows)))
    #expect(found.rows.count == 11 && found.setAside == 1)
    #expect(found.rows[3] == ["13/04/2024", "Oakfold Homes", "R5813", "113.50"])
    #expect(found.findings == ["row-repaired:5", "cells-too-many:7"])
  }

  @Test func `the rows of a long export are classed beyond the first batch`() throws {
    let rows = (0..<3000).map {
      "\(10 + $0 % 18)/04/2024,Oakfold Homes,R\(1000 + $0),1\($0 % 90 + 10).50"
    }
    let lines = ["Date,Payee,Code,Amount"] + rows + ["", "End of the export"]
    let found = try #require(try Self.extract(Self.text(lines)))
    #expect(found.rows.count == 3000 && found.setAside == 2)
    #expect(found.findings == ["lines-set-aside:3002", "lines-set-aside:3003"])
  }

  @Test(arguments: [[3000, 0], [0, 3000], [2000, 1030], [1020, 3]])
  func `a table stands below any number of blank and title lines`(above: [Int]) throws {
    let lines =
      Array(repeating: ",,,", count: above[0])
      + Array(repeating: "Payments of April", count: above[1])
    let found = try #require(
      try Self.extract(Self.text(lines + ["Date,Payee,Code,Amount"] + Self.dataRows)))
    #expect(found.headers == ["Date", "Payee", "Code", "Amount"] && found.rows.count == 12)
    #expect(found.setAside == lines.count)
  }

  @Test func `a row in Windows-1252 is put right`() throws {
    let rows = Self.dataRows.map { $0.replacing("Oakfold", with: "Café") }
    let broken = "13/04/2024Café Homes,R5813,113.50"
    let text = Self.text(["Date,Payee,Code,Amount"] + rows + [broken])
    let found = try #require(
      try Self.extract(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
    #expect(found.rows.last == ["13/04/2024", "Café Homes", "R5813", "113.50"])
    #expect(found.findings == ["row-repaired:14"])
  }

  @Test func `text without a table gives none`() throws {
    #expect(try Self.extract("The export could not be made.\nPlease call the desk.\n") == nil)
  }
}
