import CLibCSV

/// libcsv behind a Swift face: takes lines or records, writes fields to a batch's sink.
///
/// It is strict: it stops at a quote that stands where RFC 4180 has none. libcsv's callbacks carry
/// no position, but its state after a line tells whether a record has ended there.
///
/// No field is copied: libcsv builds each field where the batch wants it, because its field buffer
/// is set to the first free byte of the batch, and moved on by the callback. That needs what
/// libcsv 3 does: it reads `entry_buf` anew for each byte, and counts from it.
// Safe: the parser is allocated and freed here and passed to libcsv only.
@safe final class Tokeniser {
  /// Where a feed has come to.
  enum Outcome {
    /// At the end of a record (or of a blank line, which gives no field).
    case ended
    /// Inside a quoted field.
    case open
    /// At a quote that RFC 4180 does not allow.
    case unsound
  }

  /// The byte between fields.
  let delimiter: UInt8
  /// The byte around quoted fields; 0xFF, which stands in no UTF-8 text, where there is none.
  let quote: UInt8
  private let parser: UnsafeMutablePointer<csv_parser>

  /// A tokeniser; `quote` nil: quotes are text; not strict: libcsv makes of stray quotes what it
  /// will.
  init(delimiter: UInt8 = 0x2C, quote: UInt8? = 0x22, isStrict: Bool = true) {
    self.delimiter = delimiter
    self.quote = quote ?? 0xFF
    unsafe parser = .allocate(capacity: 1)
    // csv_init fails only for a null pointer.
    unsafe _ = csv_init(parser, isStrict ? UInt8(CSV_STRICT) : 0)
    unsafe csv_set_delim(parser, delimiter)
    unsafe csv_set_quote(parser, self.quote)
  }

  deinit { unsafe parser.deallocate() }

  /// Feeds a whole line, or a whole record of more lines; blanks at the ends of unquoted fields are
  /// taken off.
  ///
  /// After `.open` the next line may be fed to the same sink, or ``reset()`` called; after
  /// `.unsound` the fields in the sink mean nothing.
  @inline(__always)
  func feed(_ line: UnsafeRawBufferPointer, to sink: UnsafeMutablePointer<TokenSink>) -> Outcome {
    unsafe makeReady(sink, for: line.count)
    // Safe: libcsv reads the bytes during the call only; the sink outlives it.
    let taken = unsafe csv_parse(
      parser, line.baseAddress, line.count, Tokeniser.fieldEnded, nil, sink)
    if taken == line.count, unsafe parser.pointee.pstate == Tokeniser.betweenRecords {
      return .ended
    }
    return unsafe outcome(taken: taken, of: line.count, to: sink)
  }

  /// Feeds whole lines at once; the sink's row ends tell how many fields each record has.
  ///
  /// - Returns: whether as many records as lines were found, the last of them ended; what stands in
  ///   the sink means nothing otherwise.
  func feed(
    _ lines: UnsafeRawBufferPointer, count: Int, to sink: UnsafeMutablePointer<TokenSink>
  ) -> Bool {
    unsafe makeReady(sink, for: lines.count)
    unsafe sink.pointee.forgetRows()
    // Safe: as for a single line.
    let taken = unsafe csv_parse(
      parser, lines.baseAddress, lines.count, Tokeniser.fieldEnded, Tokeniser.rowEnded, sink)
    return unsafe taken == lines.count && parser.pointee.pstate == Tokeniser.betweenRecords
      && sink.pointee.rowCount == count
  }

  /// Has libcsv build the next field behind the sink's bytes.
  @inline(__always)
  private func makeReady(_ sink: UnsafeMutablePointer<TokenSink>, for count: Int) {
    // A field is never longer than what was fed, so libcsv never asks for room itself.
    let open = unsafe parser.pointee.entry_pos
    unsafe sink.pointee.makeRoom(for: count + 1, keeping: open)
    unsafe sink.pointee.parser = unsafe parser
    unsafe parser.pointee.entry_buf = unsafe sink.pointee.bytes + sink.pointee.byteCount
    unsafe parser.pointee.entry_size = Int.max
  }

  /// Feeds a whole record, of which blanks at the ends of unquoted fields are kept.
  func feedKeepingBlanks(
    _ record: UnsafeRawBufferPointer, to sink: UnsafeMutablePointer<TokenSink>
  ) -> Outcome {
    unsafe csv_set_space_func(parser) { _ in 0 }
    defer { unsafe csv_set_space_func(parser, nil) }
    return unsafe feed(record, to: sink)
  }

  /// Ends a quoted field that is still open at the end of all bytes.
  func finish(to sink: UnsafeMutablePointer<TokenSink>) {
    unsafe _ = csv_fini(parser, Tokeniser.fieldEnded, nil, sink)
  }

  /// Forgets an open record.
  func reset() {
    unsafe parser.pointee.pstate = Tokeniser.betweenRecords
    unsafe parser.pointee.quoted = 0
    unsafe parser.pointee.spaces = 0
    unsafe parser.pointee.entry_pos = 0
    unsafe parser.pointee.status = 0
  }

  /// What is to be said of a feed that has not simply ended a record.
  @inline(never)
  private func outcome(
    taken: Int, of count: Int, to sink: UnsafeMutablePointer<TokenSink>
  ) -> Outcome {
    if taken < count {
      reset()
      return .unsound
    }
    if unsafe parser.pointee.pstate == Tokeniser.insideField, unsafe parser.pointee.quoted != 0 {
      return .open
    }
    // The file's last line, without a line end: room was made for it.
    unsafe _ = csv_parse(parser, "\n", 1, Tokeniser.fieldEnded, nil, sink)
    return .ended
  }

  // ROW_NOT_BEGUN and FIELD_BEGUN of libcsv.c; its header does not name them.
  private static let betweenRecords: Int32 = 0
  private static let insideField: Int32 = 2

  private static let rowEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    guard let context = unsafe context else { return }
    unsafe context.assumingMemoryBound(to: TokenSink.self).pointee.endRow()
  }

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      _, count, context in
      guard let context = unsafe context else { return }
      unsafe context.assumingMemoryBound(to: TokenSink.self).pointee.endField(count: count)
    }
}
