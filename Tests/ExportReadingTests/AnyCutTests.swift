import ExportReading
import ImportTestSupport
import Testing

/// The records of an export do not depend on how its bytes are cut while it is read.
struct AnyCutTests {
  @Test(arguments: 1...25) func `Any number of bytes at a time gives the same records`(
    seed: UInt64
  ) throws {
    let bytes = PollutedExport(seed: seed).bytes
    let whole = try WholeExport(bytes, fallback: nil)
    #expect(whole.takesUp(bytes.count))
    for size in [1, 2, 3, 7, 64, 1000] {
      let cut = try WholeExport(bytes, fallback: nil, bufferSize: size)
      #expect(cut.records == whole.records, "\(size) bytes at a time")
      #expect(cut.brokenLines == whole.brokenLines, "\(size) bytes at a time")
      #expect(cut.findings == whole.findings, "\(size) bytes at a time")
    }
  }

  @Test(arguments: 1...20) func `Reading from any record on gives the records from there on`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(PollutedExport(seed: seed).bytes)
    let file = try ExportFile.open(path).get()
    let reader = RecordReader(file, fallback: .windows1252)
    let whole = AnyCutTests.rest(of: reader)
    for (place, record) in whole.enumerated() {
      reader.move(to: RecordStart(byte: Int64(record.bytes.lowerBound), line: record.line))
      #expect(AnyCutTests.rest(of: reader) == Array(whole[place...]), "from record \(place)")
    }
  }

  @Test(arguments: 1...15) func `Two readers that meet at any byte give the records of one`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let bytes = PollutedExport(seed: seed).bytes
    let file = try ExportFile.open(folder.write(bytes)).get()
    let whole = AnyCutTests.rest(of: RecordReader(file, fallback: .windows1252))
    for cut in stride(from: 1, to: bytes.count, by: 29) {
      let first = RecordReader(file, fallback: .windows1252, bufferSize: 256)
      let second = RecordReader(file, fallback: .windows1252, bufferSize: 256)
      let head = AnyCutTests.rest(of: first, before: Int64(cut))
      second.move(to: first.nextRecord)
      #expect(head + AnyCutTests.rest(of: second) == whole, "cut at byte \(cut)")
    }
  }

  @Test(arguments: 1...3) func `Any number of threads gives the same records and findings`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let exports = (1...60).map { PollutedExport(seed: seed * 100 + $0).bytes }
    let file = try ExportFile.open(folder.write(Array(exports.joined()))).get()
    let reader = RecordReader(file, dialect: .standard)
    let whole = AnyCutTests.rest(of: reader)
    #expect(whole.count > RecordReader.batchSize)
    for (threads, chunkBytes) in [(2, 64), (2, 1000), (3, 333), (8, 5000)] {
      let parallel = RecordReader(
        file, dialect: .standard, threads: threads, chunkBytes: chunkBytes)
      #expect(AnyCutTests.rest(of: parallel) == whole, "\(threads) threads, \(chunkBytes) bytes")
      #expect(parallel.findings == reader.findings, "\(threads) threads, \(chunkBytes) bytes")
    }
  }

  /// The records that a reader still has, up to the first that begins at or after `limit`.
  private static func rest(of reader: RecordReader, before limit: Int64 = .max) -> [PlainRecord] {
    let batch = RecordBatch()
    var records: [PlainRecord] = []
    while reader.read(into: batch, before: limit) {
      for (record, place) in batch.records.enumerated() {
        records.append(
          PlainRecord(
            fields: batch.texts(record: record), line: Int(place.line),
            bytes: Int(place.byte)..<Int(place.byteEnd)))
      }
    }
    return records
  }
}
