import ExportReading
import PoolModel

/// An export as the reader gives it, for comparing two readings.
struct ReadRecords: Equatable {
  /// A record with its fields' bytes.
  struct Record: Equatable {
    var fields: [[UInt8]]
    var line: Int
    var lineCount: Int
    var bytes: Range<Int>
    var isBroken: Bool
  }

  private(set) var records: [Record] = []
  /// What the reader told, in words.
  private(set) var findings: [String] = []

  /// All that a reader gives.
  init(_ reader: RecordReader) {
    let batch = unsafe ReadRecords.batch
    while reader.read(into: batch) {
      for place in batch.records { records.append(ReadRecords.record(place, of: batch)) }
    }
    findings = reader.findings.map(\.description)
  }

  // One batch for all inputs: a new one for each would take most of the time.
  // Safe: the fuzzer and the replay each have one thread.
  private nonisolated(unsafe) static let batch = RecordBatch()

  private static func record(_ place: RecordBatch.Place, of batch: RecordBatch) -> Record {
    let fields = (Int(place.firstField)..<Int(place.firstField + place.fieldCount)).map { field in
      // Safe: the ends of a batch's fields lie within its bytes, in order; AddressSanitizer tells.
      let start = unsafe Int(batch.fieldEnds[field - 1])
      let count = unsafe Int(batch.fieldEnds[field]) - start
      return unsafe Array(UnsafeBufferPointer(start: batch.bytes + start, count: count))
    }
    return Record(
      fields: fields, line: Int(place.line), lineCount: Int(place.lineCount),
      bytes: Int(place.byte)..<Int(place.byteEnd), isBroken: place.isBroken)
  }

  /// Why the records are not the whole of a text; nil: its bytes and lines each belong to one, and
  /// all fields are UTF-8.
  func fault(asThoseOf text: [UInt8]) -> String? {
    var (byte, line) = (0, 1)
    for record in records {
      if record.bytes.lowerBound != byte || record.bytes.isEmpty {
        return "a record takes the bytes \(record.bytes), the one before ends at \(byte)"
      }
      if record.line != line { return "byte \(byte) is on line \(line), not on \(record.line)" }
      byte = record.bytes.upperBound
      if byte > text.count { return "a record ends at \(byte), behind the text" }
      let lines = ReadRecords.lines(in: text, record.bytes)
      if lines != record.lineCount {
        return "the record at \(record.bytes) has \(lines) lines, not \(record.lineCount)"
      }
      line += lines
      for field in record.fields where String(validating: field, as: UTF8.self) == nil {
        return "the record at \(record.bytes) has a field that is not UTF-8: \(field)"
      }
    }
    return byte == text.count ? nil : "the records end at \(byte), the text at \(text.count)"
  }

  /// How many physical lines a range of a text has.
  private static func lines(in text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for place in range {
      let isLast = place + 1 == range.upperBound
      let isHalf = text[place] == 0x0D && place + 1 < text.count && text[place + 1] == 0x0A
      if text[place] == 0x0A || (text[place] == 0x0D && !isHalf) || isLast { count += 1 }
    }
    return count
  }
}
