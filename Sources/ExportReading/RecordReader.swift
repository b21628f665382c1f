package import PoolModel

/// Reads an export as records, a batch at a time; every record knows its physical line and bytes.
package final class RecordReader {
  private let file: ExportFile
  private var scanner: LineScanner
  private var decoder: TextDecoder
  private let tokeniser: Tokeniser
  private var decoded: [UInt8] = []
  private var lineNumber = 0
  private var isOpen = false
  private var open = RecordBatch.Place(
    firstField: 0, fieldCount: 0, line: 0, lineCount: 0, byte: 0, byteEnd: 0, isBroken: false)
  private var firstLineEnd: Int64 = 0
  /// The path that findings name.
  private let shownPath: String

  /// How many records a batch takes before it is handed on.
  package static let batchSize = 1024
  /// How many bytes of fields it takes at most, beside those of its last record.
  static let batchBytes = 4 << 20
  /// The largest record: a quote that stays open longer is taken for one that never ends.
  package static let longestRecord = (
    physicalLines: 1000, fieldBytes: 1 << 20, bytes: Int64(4 << 20)
  )

  /// A reader at the file's beginning.
  ///
  /// Lines that are not UTF-8 are decoded from `fallback`, or where that is nil from the encoding
  /// that the file's bytes speak for. `repairsMojibake` puts right what was misread before the file
  /// was written, such as `Â£`. Findings name `shownPath`.
  package init(
    _ file: ExportFile, fallback: FallbackEncoding? = nil, delimiter: UInt8 = 0x2C,
    repairsMojibake: Bool = false, shownAs shownPath: String? = nil
  ) {
    self.file = file
    self.shownPath = shownPath ?? file.path
    scanner = LineScanner(file: file)
    decoder = TextDecoder(fallback: fallback, file: file, repairsMojibake: repairsMojibake)
    tokeniser = Tokeniser(delimiter: delimiter)
  }

  deinit { scanner.free() }

  /// Fills the batch with the next records.
  ///
  /// - Returns: false at the end of the file, when the batch is empty.
  package func read(into batch: RecordBatch) -> Bool {
    batch.removeAll()
    while isOpen
      || batch.records.count < RecordReader.batchSize && batch.byteCount < RecordReader.batchBytes
    {
      let start = scanner.offset
      guard let line = unsafe scanner.next() else {
        guard isOpen else { break }
        endLastRecord(of: batch)
        continue
      }
      lineNumber += 1
      if !isOpen { beginRecord(at: start, in: batch) }
      open.lineCount += 1
      if unsafe feed(line, at: start, to: batch) {
        endRecord(of: batch)
      } else if isTooLong {
        giveUpRecord(of: batch)
      }
    }
    return !batch.records.isEmpty
  }

  /// What was noticed about the file as a whole once it has been read: mixed encodings, lines that
  /// are no lines, a failing disk.
  package var findings: [Finding] {
    var found = file.findings + decoder.notes.findings(in: shownPath)
    if scanner.readFailed {
      found.append(
        Finding(
          .exportUnreadable, at: SourcePosition(file: shownPath, line: lineNumber + 1),
          message: "the file cannot be read on from here", remedy: "check the disk"))
    } else if scanner.offset < file.size {
      found.append(
        Finding(
          .exportNotCSV, at: SourcePosition(file: shownPath, line: lineNumber + 1),
          message: "a line is longer than \(LineScanner.longestLine >> 20) MiB",
          remedy: "ask the publisher for the export as CSV"))
    }
    return found
  }

  private func beginRecord(at start: Int64, in batch: RecordBatch) {
    isOpen = true
    open.firstField = Int32(batch.fieldCount)
    open.line = Int32(truncatingIfNeeded: lineNumber)
    open.lineCount = 0
    open.byte = start
  }

  /// Feeds a line, decoded where needed; returns whether the record ends with it.
  @inline(__always)
  private func feed(_ line: UnsafeRawBufferPointer, at start: Int64, to batch: RecordBatch) -> Bool
  {
    if open.lineCount == 1 { firstLineEnd = start + Int64(line.count) }
    var text = unsafe line
    if start == 0, unsafe line.starts(with: [0xEF, 0xBB, 0xBF]) {
      unsafe text = UnsafeRawBufferPointer(rebasing: line[3...])
    }
    switch scanner.bufferText {
    case .ascii: break
    case .utf8: decoder.noteUnicode()
    case .undecided:
      if unsafe decoder.decode(text, number: lineNumber, into: &decoded) {
        return unsafe decoded.withUnsafeBytes { unsafe tokeniser.feed($0, to: batch.sink) }
      }
    }
    return unsafe tokeniser.feed(text, to: batch.sink)
  }

  @inline(__always)
  private func endRecord(of batch: RecordBatch) {
    open.fieldCount = Int32(batch.fieldCount) - open.firstField
    open.byteEnd = scanner.offset
    open.isBroken = false
    batch.records.append(open)
    isOpen = false
  }

  private var isTooLong: Bool {
    Int(open.lineCount) >= RecordReader.longestRecord.physicalLines
      || tokeniser.openFieldBytes > RecordReader.longestRecord.fieldBytes
      || scanner.offset - open.byte > RecordReader.longestRecord.bytes
  }

  private func endLastRecord(of batch: RecordBatch) {
    if tokeniser.isInsideQuotes {
      giveUpRecord(of: batch)
    } else {
      unsafe tokeniser.finish(to: batch.sink)
      endRecord(of: batch)
    }
  }

  /// Sets the record's first line aside as broken, and reads on from the line after it.
  private func giveUpRecord(of batch: RecordBatch) {
    batch.dropFields(from: Int(open.firstField))
    tokeniser.reset()
    lineNumber = Int(open.line)
    scanner.move(to: firstLineEnd)
    open.fieldCount = 0
    open.lineCount = 1
    open.byteEnd = firstLineEnd
    open.isBroken = true
    batch.records.append(open)
    isOpen = false
  }
}
