package import PoolModel

/// Reads an export as records, a batch at a time; every record knows its physical line and bytes.
package final class RecordReader {
  private let file: ExportFile
  private var stream: RecordStream
  /// The path that findings name.
  private let shownPath: String

  /// How many records a batch takes before it is handed on.
  package static let batchSize = 1024
  /// How many bytes of fields it takes at most, beside those of its last record.
  static let batchBytes = 4 << 20

  /// A reader at the file's beginning.
  ///
  /// Lines that are not UTF-8 are decoded from `fallback`, or where that is nil from the encoding
  /// that the file's bytes speak for. `repairsMojibake` puts right what was misread before the file
  /// was written, such as `Â£`. Findings name `shownPath`. Records do not depend on `bufferSize`, the
  /// bytes that are read at a time; the buffer grows for longer records.
  package init(
    _ file: ExportFile, fallback: FallbackEncoding? = nil, repairsMojibake: Bool = false,
    dialect: Dialect = .standard, limits: RecordLimits = RecordLimits(),
    bufferSize: Int = 1 << 20, shownAs shownPath: String? = nil
  ) {
    self.file = file
    self.shownPath = shownPath ?? file.path
    stream = RecordStream(
      file, decoder: TextDecoder(fallback: fallback, file: file, repairsMojibake: repairsMojibake),
      dialect: dialect, limits: limits, bufferSize: bufferSize)
  }

  deinit { stream.scanner.free() }

  /// Where the next record begins.
  package var nextRecord: RecordStart {
    RecordStart(byte: stream.scanner.offset, line: stream.lineNumber + 1)
  }

  /// Goes to a place where a record begins.
  package func move(to start: RecordStart) { stream.move(to: start) }

  /// Fills the batch with the next records, of those that begin before the offset `limit`.
  ///
  /// - Returns: false at the limit or the end of the file, when the batch is empty.
  package func read(into batch: RecordBatch, before limit: Int64 = .max) -> Bool {
    batch.removeAll()
    stream.read(into: batch, before: limit)
    return !batch.records.isEmpty
  }

  /// What was noticed of the records that were read, with lines counted as theirs are.
  package var facts: ReadingFacts {
    var facts = ReadingFacts()
    facts.text = stream.decoder.notes
    facts.quoteRepairs = stream.quoteRepairs
    if stream.scanner.readFailed { facts.unreadableFrom = nextRecord.line }
    if stream.scanner.isStuck { facts.endlessLine = nextRecord.line }
    return facts
  }

  /// What was noticed about the file as a whole once it has been read.
  package var findings: [Finding] { file.findings + facts.findings(in: shownPath) }
}
