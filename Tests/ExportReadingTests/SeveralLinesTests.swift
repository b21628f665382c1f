import ExportReading
import ImportTestSupport
import Testing

/// Lines read several at a time give what the plain reader gives, wherever an odd one stands among
/// them.
struct SeveralLinesTests {
  /// A thousand sound lines, more than are read at a time, with a few odd ones among them.
  private func ledger(seed: UInt64) -> [UInt8] {
    var random = SeededNumbers(seed: seed)
    let lineEnd = random.pick(["\n", "\r\n", "\r"])
    let odd = random.pick([
      "", "  ", " padded ,x", "\"two\(lineEnd)lines\",x", "\"the \"\"Oak\"\"\",x", "\u{A3}5,x",
      "caf\u{E9},x", "\"Oak, Ash\",\"x\"", ",", "\"\"",
    ])
    var bytes = Array("first,second\(lineEnd)".utf8)
    for row in 0..<1000 {
      let isOdd = random.next().isMultiple(of: 250)
      let line =
        isOdd ? odd : random.pick(["Oak House,\(row)", "\"Oak, Ash\",\(row)", "£\(row),x"])
      bytes += Array((line + lineEnd).utf8)
    }
    return bytes
  }

  @Test(arguments: 1...60) func `The reader gives what the plain reader gives`(seed: UInt64) throws
  {
    let bytes = ledger(seed: seed)
    let read = try WholeExport(bytes, fallback: .windows1252)
    #expect(read.records == ReferenceCSV.records(of: bytes, characters: [:]))
    #expect(read.takesUp(bytes.count))
  }

  @Test func `A stray quote in the midst of many lines breaks its own line`() throws {
    let rows = (0..<500).map { "Oak House,\($0)\n" }
    let bytes = Array(
      (rows.prefix(300) + ["\"Oak\" House,x\n"] + rows.dropFirst(300)).joined().utf8)
    let read = try WholeExport(bytes)
    #expect(read.records.count == 501)
    #expect(read.records[299].fields == ["Oak House", "299"])
    #expect(read.records[301].fields == ["Oak House", "300"])
    #expect(read.takesUp(bytes.count))
  }
}
