import ExportReading

/// Bytes of an export that several threads read, a few bytes each: the records and findings of one.
enum ParallelCheck {
  static func fault(of input: [UInt8]) -> String? {
    guard input.count > 2 else { return nil }
    let choices = RecordsCheck.Choices(input[0], input[1])
    guard case .success(let file) = InputFile.open(Array(input.dropFirst(2))) else { return nil }
    let records = ReadRecords(reader(of: file, choices, threads: 1)).records
    // The first records of a file are always read by one thread.
    guard records.count > 1 else { return nil }
    let start = RecordStart(byte: Int64(records[1].bytes.lowerBound), line: records[1].line)
    let one = reader(of: file, choices, threads: 1)
    one.move(to: start)
    let many = reader(of: file, choices, threads: 2 + choices.start % 7)
    many.move(to: start)
    let (serial, parallel) = (ReadRecords(one), ReadRecords(many))
    return serial == parallel ? nil : "from line \(start.line) on: \(parallel), not \(serial)"
  }

  private static func reader(
    of file: ExportFile, _ choices: RecordsCheck.Choices, threads: Int
  ) -> RecordReader {
    RecordReader(
      file, fallback: .windows1252, dialect: choices.dialect, limits: choices.limits,
      bufferSize: choices.bufferSize, threads: threads, chunkBytes: choices.bufferSize)
  }
}
