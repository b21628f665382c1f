import ExportReading
import ImportTestSupport
import PoolModel

/// A whole export as stage 1 gives it.
struct WholeExport {
  var records: [PlainRecord] = []
  /// The physical lines of records that are broken.
  var brokenLines: [Int] = []
  var findings: [String] = []

  init(
    _ bytes: [UInt8], fallback: FallbackEncoding? = .windows1252, repairsMojibake: Bool = false,
    dialect: Dialect = .standard, limits: RecordLimits = RecordLimits(), bufferSize: Int = 1 << 20,
    threads: Int = 1, chunkBytes: Int = 1 << 20
  ) throws {
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(bytes)).get()
    let reader = RecordReader(
      file, fallback: fallback, repairsMojibake: repairsMojibake, dialect: dialect,
      limits: limits, bufferSize: bufferSize, threads: threads, chunkBytes: chunkBytes,
      shownAs: "export.csv")
    let batch = RecordBatch()
    while reader.read(into: batch) {
      for (record, place) in batch.records.enumerated() {
        records.append(
          PlainRecord(
            fields: batch.texts(record: record), line: Int(place.line),
            bytes: Int(place.byte)..<Int(place.byteEnd)))
        if place.isBroken { brokenLines.append(Int(place.line)) }
      }
    }
    findings = reader.findings.map(\.description)
  }

  init(
    _ text: String, dialect: Dialect = .standard, limits: RecordLimits = RecordLimits(),
    bufferSize: Int = 1 << 20
  ) throws {
    try self.init(Array(text.utf8), dialect: dialect, limits: limits, bufferSize: bufferSize)
  }

  /// Whether the records' bytes, one after the other, are those of a file of this size.
  func takesUp(_ size: Int) -> Bool {
    var end = 0
    for record in records {
      if record.bytes.lowerBound != end { return false }
      end = record.bytes.upperBound
    }
    return end == size
  }
}
