import ExportReading
import Foundation
import LineParsing
import MappingTables
import TableFinding
import Testing

/// What became of each physical line of an export.
struct LineListingTests {
  @Test func `Every physical line has a class and a reason`() throws {
    let rows = [
      ("title", "Payments of Oakshire,,,"), ("blank", ",,,"),
      ("header", "Date,Supplier,Service,Amount"),
      ("data", "01/04/2012,Oak Ltd,Homes,100.00"), ("data", "02/04/2012,\"Oak"),
      ("data", "Ltd\",Homes,-40.00"), ("total", ",Homes total,,60.00"), ("blank", ""),
      ("data", "03/04/2012,Total Gas & Power,Energy,25.00"),
      ("data", "04/04/2012,Oak Ltd,Homes,12O.50"), ("data", "05/04/2012,Oak Ltd,Energy,5.00"),
      ("total", ",,Sum of energy,30.00"), ("total", ",,,90.00"),
      ("header", "Date,Supplier,Service,Amount"), ("note", "End of report,,,"),
    ]
    let lines = try Self.listing(rows.map(\.1).joined(separator: "\n") + "\n")
    #expect(lines.map(\.line) == Array(1...rows.count))
    #expect(lines.map(\.lineClass.rawValue) == rows.map(\.0))
    #expect(lines[5].reason == "continues the record on line 5")
    #expect(lines[9].reason == "refused: amount-unreadable")
    #expect(lines[11].reason == "the rows above it add up to it")
    #expect(lines.allSatisfy { !$0.reason.isEmpty })
  }

  private static func listing(_ text: String) throws -> [ClassifiedLine] {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let source = PublisherSource(
      publisher: "oakshire", organisation: "LA-OAKSHIRE", encoding: .windows1252, encodings: [],
      layouts: [.payments], file: "mappings/sources/oakshire.yaml")
    let export = try ExportLines.open(url.path, shownAs: "a.csv", sources: [source]) { _ in [] }
      .get()
    var lines: [ClassifiedLine] = []
    while let batch = export.next() { lines += export.classifiedLines(batch) }
    return lines
  }
}
