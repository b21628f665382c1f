import CLibCSV

/// libcsv behind a Swift face: takes physical lines, writes fields to a batch's sink.
///
/// It is fed one physical line at a time. libcsv's callbacks carry no position, but its state after
/// a line tells whether a record has ended there, so that each record's line and byte are known.
// Safe: the parser is allocated and freed here and passed to libcsv only.
@safe final class Tokeniser {
  private let parser: UnsafeMutablePointer<csv_parser>

  init(delimiter: UInt8) {
    unsafe parser = .allocate(capacity: 1)
    unsafe Tokeniser.start(parser, delimiter: delimiter)
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
  }

  private static func start(_ parser: UnsafeMutablePointer<csv_parser>, delimiter: UInt8) {
    // csv_init fails only for a null pointer.
    unsafe _ = csv_init(parser, 0)
    unsafe csv_set_delim(parser, delimiter)
    // The default grows the field buffer by 128 bytes at a time, which is quadratic.
    unsafe csv_set_blk_size(parser, 1 << 14)
  }

  /// Feeds one physical line with its line end.
  ///
  /// - Returns: whether the bytes so far end a record (or hold none, for a blank line).
  @inline(__always)
  func feed(_ line: UnsafeRawBufferPointer, to sink: UnsafeMutablePointer<TokenSink>) -> Bool {
    // Safe: libcsv reads the bytes during the call only; the sink outlives it.
    unsafe _ = csv_parse(
      parser, line.baseAddress, line.count, Tokeniser.fieldEnded, nil, sink)
    return unsafe parser.pointee.pstate == Tokeniser.betweenRecords
  }

  /// Ends the last record of a file whose last line has no line end.
  func finish(to sink: UnsafeMutablePointer<TokenSink>) {
    unsafe _ = csv_fini(parser, Tokeniser.fieldEnded, nil, sink)
  }

  /// How many bytes the open field holds.
  var openFieldBytes: Int { unsafe parser.pointee.entry_pos }

  /// Whether a quoted field is open, which only its closing quote can end.
  var isInsideQuotes: Bool {
    unsafe parser.pointee.pstate == Tokeniser.insideField && parser.pointee.quoted != 0
  }

  /// Forgets an open record.
  func reset() {
    let delimiter = unsafe parser.pointee.delim_char
    unsafe csv_free(parser)
    unsafe Tokeniser.start(parser, delimiter: delimiter)
  }

  // ROW_NOT_BEGUN and FIELD_BEGUN of libcsv.c; its header does not name them.
  private static let betweenRecords: Int32 = 0
  private static let insideField: Int32 = 2

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      field, count, context in
      guard let context = unsafe context else { return }
      unsafe context.assumingMemoryBound(to: TokenSink.self).pointee
        .append(UnsafeRawPointer(field), count: count)
    }
}
