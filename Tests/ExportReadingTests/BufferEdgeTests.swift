import ExportReading
import Testing

/// The reader's buffer holds a mebibyte; what stands across its edge must be read as anywhere else.
struct BufferEdgeTests {
  private static let edge = 1 << 20

  /// Rows of 1 KiB up to `end` exactly, and their number.
  private static func filler(endingAt end: Int, lineEnd: String) -> (text: String, rows: Int) {
    let row = 1024
    func line(_ length: Int) -> String {
      String(repeating: "f", count: length - lineEnd.utf8.count) + lineEnd
    }
    let whole = end / row - 1
    return (String(repeating: line(row), count: whole) + line(end - whole * row), whole + 1)
  }

  @Test(
    arguments: [
      ("é", "é"), ("€", "€"), ("\"a,\"\"b\"\"\r\nc\"", "a,\"b\"\r\nc"), ("\"\"\"\"", "\""),
      ("plain", "plain"),
    ], ["\n", "\r\n", "\r"])
  func `A field across the edge is whole`(
    spelled: (written: String, field: String), lineEnd: String
  ) throws {
    let row = "x,\(spelled.written)\(lineEnd)"
    for before in 1..<row.utf8.count {
      let (filler, rows) = Self.filler(endingAt: Self.edge - before, lineEnd: lineEnd)
      let text = filler + row + "last,1\(lineEnd)"
      let read = try WholeExport(text)
      #expect(read.records.count == rows + 2)
      #expect(read.records[rows].fields == ["x", spelled.field], "\(before) bytes before")
      #expect(read.records[rows].line == rows + 1)
      #expect(read.records[rows + 1].fields == ["last", "1"])
      #expect(read.takesUp(text.utf8.count))
    }
  }

  @Test(arguments: [-1, 0, 1], ["\n", "\r\n", "\r", ""])
  func `A file may end at the edge`(distance: Int, lineEnd: String) throws {
    let (filler, rows) = Self.filler(endingAt: Self.edge + distance, lineEnd: lineEnd)
    let read = try WholeExport(lineEnd.isEmpty ? "a\n" + filler.dropFirst(2) : filler)
    #expect(read.records.count == (lineEnd.isEmpty ? 2 : rows))
    #expect(read.takesUp(Self.edge + distance))
  }

  @Test func `Each buffer has its own look at the encoding`() throws {
    let (filler, rows) = Self.filler(endingAt: Self.edge + 10, lineEnd: "\n")
    let bytes = Array(filler.utf8) + [0xA3, 0x35, 0x0A] + Array("£6\n".utf8)
    let read = try WholeExport(Array("é\n".utf8) + bytes)
    #expect(read.records.suffix(2).map(\.fields) == [["£5"], ["£6"]])
    #expect(read.records[0].fields == ["é"])
    #expect(read.findings.count == 1)
    #expect(read.findings.first?.hasPrefix("export.csv:\(rows + 2): ") == true)
  }

  @Test func `A line longer than the buffer is read`() throws {
    let long = String(repeating: "y", count: 3 << 20)
    let read = try WholeExport("a,b\n\(long),1\nlast,2\n")
    #expect(read.records.map(\.line) == [1, 2, 3])
    #expect(read.records[1].fields.map(\.utf8.count) == [3 << 20, 1])
  }
}
