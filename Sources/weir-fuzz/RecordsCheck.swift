import ExportReading

/// Bytes of an export as records: the same whatever is read at a time and wherever reading begins,
/// and together the whole file.
enum RecordsCheck {
  /// What two bytes of an input choose before its text begins.
  struct Choices {
    var dialect: Dialect
    var limits: RecordLimits
    var bufferSize: Int
    /// Any number: which of the records to begin at once more.
    var start: Int

    private static let delimiters = [",", ";", "\t", "|", ",", " ", ", ", "||"].map {
      Array($0.utf8)
    }
    private static let quotes: [UInt8?] = [0x22, 0x22, 0x27, nil]

    init(_ first: UInt8, _ second: UInt8) {
      let (first, second) = (Int(first), Int(second))
      dialect = Dialect(
        delimiter: Choices.delimiters[first % 8], quote: Choices.quotes[first / 8 % 4],
        escape: first / 32 % 2 == 0 ? .doubled : .backslash)
      limits =
        first / 64 % 2 == 0
        ? RecordLimits() : RecordLimits(physicalLines: 3, fieldBytes: 12, recordBytes: 40)
      bufferSize = second % 32 + 1
      start = second
    }
  }

  static func fault(of input: [UInt8]) -> String? {
    guard input.count > 2 else { return nil }
    let choices = Choices(input[0], input[1])
    guard case .success(let file) = InputFile.open(Array(input.dropFirst(2))) else { return nil }
    let text = file.bytes(from: 0, to: file.size)
    let whole = ReadRecords(reader(of: file, choices, bufferSize: 4096))
    if let fault = whole.fault(asThoseOf: text) { return fault }
    let chunked = ReadRecords(reader(of: file, choices, bufferSize: choices.bufferSize))
    if whole != chunked { return "\(choices.bufferSize) bytes at a time: \(chunked), not \(whole)" }
    return startFault(of: file, whole, choices) ?? plainFault(of: whole, text, choices.dialect)
  }

  private static func reader(
    of file: ExportFile, _ choices: Choices, bufferSize: Int
  ) -> RecordReader {
    RecordReader(
      file, fallback: .windows1252, dialect: choices.dialect, limits: choices.limits,
      bufferSize: bufferSize)
  }

  /// Reading that begins at a later record gives what is left.
  private static func startFault(
    of file: ExportFile, _ whole: ReadRecords, _ choices: Choices
  ) -> String? {
    guard !whole.records.isEmpty else { return nil }
    let rest = whole.records[(choices.start % whole.records.count)...]
    guard let first = rest.first else { return nil }
    let reader = reader(of: file, choices, bufferSize: choices.bufferSize)
    reader.move(to: RecordStart(byte: Int64(first.bytes.lowerBound), line: first.line))
    let read = ReadRecords(reader).records
    return read == Array(rest) ? nil : "from line \(first.line) on: \(read), not \(rest)"
  }

  /// Where no quote stands, the fields with delimiters between them are the record's own bytes.
  private static func plainFault(
    of whole: ReadRecords, _ text: [UInt8], _ dialect: Dialect
  ) -> String? {
    for record in whole.records {
      var content = text[record.bytes]
      if content.starts(with: [0xEF, 0xBB, 0xBF]), record.bytes.lowerBound == 0 {
        content = content.dropFirst(3)
      }
      while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
      guard !content.contains(where: { $0 == dialect.quote || $0 >= 0x80 }) else { continue }
      if record.isBroken { return "the record at \(record.bytes) is broken without a quote" }
      guard Array(record.fields.joined(separator: dialect.delimiter)) != Array(content) else {
        continue
      }
      return "the record at \(record.bytes) has the fields \(record.fields)"
    }
    return nil
  }
}
