/// The reader's working parts: lines in, records out.
///
/// What becomes of a record depends on the bytes from its first one on and on values that are
/// settled before reading, never on the records before: readers that begin at different records of
/// one file agree.
///
/// A structure and not a class, so that nothing is checked for each line.
struct RecordStream {
  let file: ExportFile
  let dialect: Dialect
  let limits: RecordLimits
  var scanner: LineScanner
  var decoder: TextDecoder
  let tokeniser: Tokeniser
  /// The physical line that was read last.
  var lineNumber = 0
  /// A decoded line, and a record that needs care, before and after it is rewritten.
  var decoded: [UInt8] = []
  var gathered = GatheredRecord()
  var rewritten: [UInt8] = []
  /// Whether libcsv can take the dialect's lines as they are.
  let isPlain: Bool
  /// Where lines may be read several at a time again.
  var severalFrom: Int64 = 1
  /// For how many stretches they were last read one at a time.
  var singleStretches: Int64 = 0
  /// The decoder before it has seen a line.
  private let unusedDecoder: TextDecoder
  /// What was found of the last quotes that are open at a line's end.
  var trail = OpenQuoteTrail()
  var quoteNotes = QuoteNotes()
  /// The byte at fault in the record that was last found to be broken.
  var faultByte: Int64 = 0
  /// How many fields the table's records have, as its file's beginning shows; nil: not known.
  lazy var usualWidth = UsualWidth.of(file, dialect: dialect)

  init(
    _ file: ExportFile, decoder: TextDecoder, dialect: Dialect, limits: RecordLimits,
    bufferSize: Int
  ) {
    self.file = file
    self.dialect = dialect
    self.limits = limits
    scanner = LineScanner(file: file, bufferSize: bufferSize)
    self.decoder = decoder
    unusedDecoder = decoder
    isPlain = dialect.delimiter.count == 1 && (dialect.quote == nil || dialect.escape == .doubled)
    tokeniser =
      isPlain
      ? Tokeniser(delimiter: dialect.delimiter[0], quote: dialect.quote) : Tokeniser()
  }

  /// Fills an empty batch with the records that begin before `limit`.
  mutating func read(into batch: RecordBatch, before limit: Int64) {
    var records = batch.takeRecords()
    while records.count < RecordReader.batchSize, batch.byteCount < RecordReader.batchBytes,
      scanner.offset < limit
    {
      if unsafe readLines(into: batch.sink, &records, before: limit) { continue }
      guard let place = unsafe readRecord(into: batch.sink) else { break }
      records.append(place)
    }
    batch.put(records)
  }

  /// A stream that reads the same file in the same way, at its beginning.
  func another(bufferSize: Int) -> RecordStream {
    RecordStream(
      file, decoder: unusedDecoder, dialect: dialect, limits: limits, bufferSize: bufferSize)
  }

  /// Where the next record begins.
  var nextRecord: RecordStart { RecordStart(byte: scanner.offset, line: lineNumber + 1) }

  /// What was noticed of the records that were read, with lines counted as theirs are.
  var facts: ReadingFacts {
    var facts = ReadingFacts()
    facts.text = decoder.notes
    facts.quoteNotes = quoteNotes
    if scanner.readFailed { facts.unreadableFrom = nextRecord.line }
    if scanner.isStuck { facts.endlessLine = nextRecord.line }
    return facts
  }

  /// Makes ``facts`` those of the records from here on.
  mutating func forgetFacts() {
    decoder = unusedDecoder
    quoteNotes = QuoteNotes()
  }

  /// Goes to a place where a record begins.
  mutating func move(to start: RecordStart) {
    scanner.move(to: start.byte)
    lineNumber = start.line - 1
  }

  /// Reads the record that begins with the next line; nil at the end of the file.
  @inline(__always)
  private mutating func readRecord(into sink: UnsafeMutablePointer<TokenSink>)
    -> RecordBatch.Place?
  {
    scanner.hold()
    let start = scanner.offset
    guard let line = unsafe scanner.next() else { return nil }
    lineNumber += 1
    var place = RecordBatch.Place(
      firstField: unsafe Int32(truncatingIfNeeded: sink.pointee.endCount), fieldCount: 0,
      line: Int32(truncatingIfNeeded: lineNumber), lineCount: 1, byte: start,
      byteEnd: scanner.offset, isBroken: false)
    if isPlain, unsafe feedPlainly(line, of: &place, to: sink) { return place }
    return unsafe readCarefully(line, of: place, to: sink)
  }

  /// Feeds a line to libcsv as it is; false, with what was made of it still in the sink, where that
  /// did not give one whole record with the exact bytes of its fields.
  @inline(__always)
  private mutating func feedPlainly(
    _ line: UnsafeRawBufferPointer, of place: inout RecordBatch.Place,
    to sink: UnsafeMutablePointer<TokenSink>
  ) -> Bool {
    let text = unsafe withoutMark(line, at: place.byte)
    if unsafe decode(text) {
      return unsafe decoded.withUnsafeBytes { unsafe feed($0, of: &place, to: sink) }
    }
    return unsafe feed(text, of: &place, to: sink)
  }

  /// Decodes the line that was read last into ``decoded`` where it is not UTF-8.
  @inline(__always)
  mutating func decode(_ text: UnsafeRawBufferPointer) -> Bool {
    switch scanner.bufferText {
    case .ascii: return false
    case .utf8:
      unsafe decoder.noteUnicode(in: text)
      return false
    case .undecided: return unsafe decoder.decode(text, number: lineNumber, into: &decoded)
    }
  }

  @inline(__always)
  private func feed(
    _ text: UnsafeRawBufferPointer, of place: inout RecordBatch.Place,
    to sink: UnsafeMutablePointer<TokenSink>
  ) -> Bool {
    let firstByte = unsafe sink.pointee.byteCount
    guard unsafe tokeniser.feed(text, to: sink) == .ended else { return false }
    place.fieldCount = unsafe Int32(truncatingIfNeeded: sink.pointee.endCount) - place.firstField
    // What a line has beside its fields and delimiters is quotes, or blanks that were taken off.
    let content = unsafe LineScanner.contentCount(of: text)
    let fieldBytes = unsafe sink.pointee.byteCount - firstByte
    let excess = content - fieldBytes - Int(place.fieldCount) + 1
    if excess == 0 { return true }
    let fields = unsafe UnsafeRawBufferPointer(
      start: sink.pointee.bytes + firstByte, count: fieldBytes)
    return unsafe place.fieldCount > 0
      && excess == ByteCount.of(tokeniser.quote, in: text)
        - ByteCount.of(tokeniser.quote, in: fields)
  }

  /// A file's first line without the byte-order mark.
  @inline(__always)
  func withoutMark(_ line: UnsafeRawBufferPointer, at byte: Int64) -> UnsafeRawBufferPointer {
    guard byte == 0, unsafe line.starts(with: [0xEF, 0xBB, 0xBF]) else { return unsafe line }
    return unsafe UnsafeRawBufferPointer(rebasing: line[3...])
  }
}
