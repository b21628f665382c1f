import ExportReading
import ImportTestSupport
import Testing

struct HeaderFinderTests {
  private static let finder = HeaderFinder(layouts: [
    ["Date", "Supplier Name", "Amount"], ["Date", "Amount", "Amount#2", "Unit"],
  ])

  private static func firstBatch(_ text: String) throws -> RecordBatch {
    let folder = try TemporaryFolder()
    let batch = RecordBatch()
    _ = RecordReader(try ExportFile.open(folder.write(Array(text.utf8))).get()).read(into: batch)
    return batch
  }

  @Test(
    arguments: [
      ("Date,Supplier Name,Amount\n", 0, ["date", "supplier name", "amount"]),
      ("AMOUNT, date ,\"Supplier  Name \"\n", 0, ["amount", "date", "supplier name"]),
      ("\u{FEFF}Date,Supplier Name,Amount,,\n", 0, ["date", "supplier name", "amount", "", ""]),
      (",Date,Supplier\u{A0}Name,Amount\n", 0, ["", "date", "supplier name", "amount"]),
      ("\"Supplier\nName\",Date,Amount\n", 0, ["supplier name", "date", "amount"]),
      ("Amount,Unit,Amount,Date\n", 1, ["amount", "unit", "amount#2", "date"]),
    ] as [(String, Int, [String])])
  func `A header is known by the set of its words`(
    line: String, layout: Int, headers: [String]
  ) throws {
    let match = try #require(Self.finder.match(in: Self.firstBatch(line)))
    #expect(match.layout == layout)
    #expect(match.record == 0)
    #expect(match.headers == headers)
  }

  @Test(arguments: [
    "Date,Supplier Name\n", "Date,Supplier Name,Amount,VAT\n", "Date/Supplier Name/Amount\n",
    "Date,Supplier,Name,Amount\n", "Date,Supplier Name,Amount,Amount\n", "\n\n,\n", ",,,\n",
  ])
  func `A row with other words is no header`(line: String) throws {
    #expect(Self.finder.match(in: try Self.firstBatch(line)) == nil)
  }

  @Test func `Rows may stand above the header, a hundred lines at most`() throws {
    let header = "Date,Supplier Name,Amount\n1,2,3\n"
    let titled = try Self.firstBatch("Payments over £500\n\n\"a\nb\",,\n" + header)
    let match = try #require(Self.finder.match(in: titled))
    #expect(match.record == 3)
    #expect(titled.records[match.record].line == 5)

    let title = "title,\n"
    let last = try Self.firstBatch(String(repeating: title, count: 99) + header)
    #expect(Self.finder.match(in: last)?.record == 99)
    let late = try Self.firstBatch(String(repeating: title, count: 100) + header)
    #expect(Self.finder.match(in: late) == nil)
  }

  @Test func `The nearest row is told with what it lacks and what it adds`() throws {
    let batch = try Self.firstBatch("title,\nDate,Vendor,Amount,Area\nDate,x,y\n")
    let miss = try #require(Self.finder.nearMiss(in: batch))
    #expect(miss.layout == 0)
    #expect(miss.line == 2)
    #expect(miss.missing == ["supplier name"])
    #expect(miss.unknown == ["area", "vendor"])
    #expect(Self.finder.nearMiss(in: try Self.firstBatch("Date,x\n1,2\n")) == nil)
  }
}
