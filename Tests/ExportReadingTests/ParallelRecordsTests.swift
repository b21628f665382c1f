import ExportReading
import ImportTestSupport
import PoolModel
import Testing

/// Several threads on one file give what one thread gives.
struct ParallelRecordsTests {
  /// A ledger whose descriptions run over lines, and which breaks off within quotes here and there.
  private func ledger(seed: UInt64, faults: [String]) -> [UInt8] {
    var random = SeededNumbers(seed: seed)
    let lineEnd = random.pick(["\n", "\r\n", "\r"])
    var bytes = Array("Date,Supplier,Description,Amount\(lineEnd)".utf8)
    for row in 0..<3000 {
      let text = random.pick([
        "plain", "\"two\nlines\"", "\"a \"\"b\"\", c\"", "", "caf\u{E9}", "\"\r\n\r\n\(row)\"",
        "\"1/2/3,x,y,4\n5/6/7,x,y,8\"",
      ])
      let fault = random.next().isMultiple(of: 50) ? random.pick(faults) : ""
      bytes += Array("01/02/2020,Oak \(row),\(fault)\(text),\(row).50".utf8)
      // Bytes that are not UTF-8, NUL and misread characters.
      if random.next().isMultiple(of: 4) { bytes.append(0xA3) }
      if random.next().isMultiple(of: 30) { bytes.append(0) }
      if random.next().isMultiple(of: 30) { bytes += Array("\u{C2}\u{A3}".utf8) }
      bytes += Array(lineEnd.utf8)
    }
    return bytes
  }

  private func expectSame(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let one = try WholeExport(bytes)
    #expect(one.takesUp(bytes.count), sourceLocation: sourceLocation)
    for (threads, chunkBytes) in [(2, 10_000), (3, 700), (8, 4096), (2, 250)] {
      let many = try WholeExport(bytes, threads: threads, chunkBytes: chunkBytes)
      #expect(
        many.records == one.records, "\(threads), \(chunkBytes)", sourceLocation: sourceLocation)
      #expect(many.brokenLines == one.brokenLines, sourceLocation: sourceLocation)
      #expect(many.findings == one.findings, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: 1...2) func `Quoted fields that run across the cuts`(seed: UInt64) throws {
    try expectSame(ledger(seed: seed, faults: [""]))
  }

  @Test(arguments: 4...7) func `Broken quotes`(seed: UInt64) throws {
    try expectSame(ledger(seed: seed, faults: ["\"", "x\"", "\"\"\"", "\"\" "]))
  }

  @Test func `Lines in another encoding below rows that are given up`() throws {
    var random = SeededNumbers(seed: 8)
    var bytes = Array("Date,Supplier,Description,Amount\n".utf8)
    for row in 0..<3000 {
      let text = random.pick(["plain", "plain", "plain", "\"open, and more, to come"])
      bytes += Array("01/02/2020,Caf".utf8) + [0xE9] + Array(",\(text),\(row).50\n".utf8)
    }
    try expectSame(bytes + Array("01/02/2020,Caf\u{E9},plain,1.00\n".utf8))
  }

  @Test func `A quote that opens near the beginning and never ends`() throws {
    let rows = String(repeating: "01/02/2020,Oak Ltd,paper,1.00\n", count: 3000)
    try expectSame(Array("a,b,c,d\n\(rows)01/02/2020,\"Oak Ltd,paper,1.00\n\(rows)".utf8))
  }

  @Test func `One quoted field of many chunks`() throws {
    let rows = String(repeating: "01/02/2020,Oak Ltd,paper,1.00\n", count: 1500)
    let field = String(repeating: "line\r\n", count: 900)
    try expectSame(Array("a,b,c,d\n\(rows)x,y,\"\(field)\",2.00\n\(rows)".utf8))
  }

  @Test func `Blank lines, more than a chunk holds records`() throws {
    let bytes = Array("a,b\n".utf8) + Array(repeating: UInt8(ascii: "\n"), count: 300_000)
    let one = try WholeExport(bytes)
    let many = try WholeExport(bytes, threads: 2, chunkBytes: 140_000)
    #expect(many.records == one.records)
  }

  @Test func `What is told halfway is of the records given so far`() throws {
    let row = Array("01/02/2020,Oak \0 Ltd,paper,1.00\n".utf8)
    let bytes = Array("a,b,c,d\n".utf8) + (0..<9000).flatMap { _ in row }
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(bytes)).get()
    let reader = RecordReader(file, fallback: .windows1252, threads: 2, chunkBytes: 60_000)
    let batch = RecordBatch()
    var rows = -1
    for limit in [Int64.max, .max, .max, 110_000, .max] {
      #expect(reader.read(into: batch, before: limit))
      rows += batch.records.count
      #expect(reader.findings.first { $0.code == .nulBytes }?.rows == rows)
    }
  }

  @Test func `A reader that moves or stops at a limit goes on where several threads were`() throws {
    let bytes = ledger(seed: 10, faults: ["\""])
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(bytes)).get()
    let reader = RecordReader(file, fallback: .windows1252, threads: 2, chunkBytes: 3000)
    let batch = RecordBatch()
    var bytesOfRecords: [Int64] = []
    for round in 0..<100 {
      let limit = round.isMultiple(of: 3) ? Int64.max : reader.nextRecord.byte + 5000
      let next = reader.nextRecord
      if !reader.read(into: batch, before: limit) { break }
      #expect(batch.records.first?.byte == next.byte)
      #expect(batch.records.first.map { Int($0.line) } == next.line)
      bytesOfRecords += batch.records.map(\.byte)
    }
    let whole = try WholeExport(bytes)
    #expect(bytesOfRecords == whole.records.map { Int64($0.bytes.lowerBound) })
    #expect(reader.findings.count == whole.findings.count)
  }
}
