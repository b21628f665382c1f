/// Lines read several at a time: what each costs by itself, looking for its faults among it, is paid
/// once for all of them.
extension RecordStream {
  /// About how many bytes are read at a time.
  private static let stretchBytes: Int64 = 1 << 13
  private static let mostSingleStretches: Int64 = 64

  /// Reads the next lines as one record each; false, with nothing read, where one of them is none,
  /// or libcsv does not give the exact bytes of its fields.
  ///
  /// The file's first line, which may begin with a byte-order mark, is not for it.
  @inline(__always)
  mutating func readLines(
    into sink: UnsafeMutablePointer<TokenSink>, _ records: inout [RecordBatch.Place],
    before limit: Int64
  ) -> Bool {
    guard isPlain, scanner.offset >= severalFrom, scanner.bufferText != .undecided else {
      return false
    }
    return unsafe readStretch(into: sink, &records, before: limit)
  }

  @inline(never)
  private mutating func readStretch(
    into sink: UnsafeMutablePointer<TokenSink>, _ records: inout [RecordBatch.Place],
    before limit: Int64
  ) -> Bool {
    scanner.hold()
    let (start, first) = (nextRecord, records.count)
    let firstField = unsafe sink.pointee.endCount
    let content = takeLines(
      into: &records, before: min(limit, start.byte + RecordStream.stretchBytes))
    let count = records.count - first
    if count > 0, unsafe feed(scanner.record, count: count, content: content, to: sink) {
      unsafe give(
        Int32(truncatingIfNeeded: firstField), sink.pointee.rowEnds, to: &records, from: first)
      singleStretches = 0
      return true
    }
    if count > 0 { readSingly(from: start) }
    records.removeSubrange(first...)
    unsafe sink.pointee.dropFields(from: firstField)
    tokeniser.reset()
    return false
  }

  /// Notes where the lines stand that begin before an offset, at most as many as a batch takes.
  ///
  /// - Returns: their bytes without line ends.
  @inline(__always)
  private mutating func takeLines(
    into records: inout [RecordBatch.Place], before end: Int64
  ) -> Int {
    var content = 0
    while records.count < RecordReader.batchSize, scanner.offset < end {
      let byte = scanner.offset
      guard let line = unsafe scanner.next() else { break }
      lineNumber += 1
      content += unsafe LineScanner.contentCount(of: line)
      records.append(
        RecordBatch.Place(
          firstField: 0, fieldCount: 0, line: Int32(truncatingIfNeeded: lineNumber), lineCount: 1,
          byte: byte, byteEnd: scanner.offset, isBroken: false))
    }
    return content
  }

  /// Feeds lines to libcsv; false where not each is one record with the exact bytes of its fields.
  private mutating func feed(
    _ lines: UnsafeRawBufferPointer, count: Int, content: Int,
    to sink: UnsafeMutablePointer<TokenSink>
  ) -> Bool {
    if scanner.bufferText == .undecided { return false }
    let (firstByte, firstField) = unsafe (sink.pointee.byteCount, sink.pointee.endCount)
    guard unsafe tokeniser.feed(lines, count: count, to: sink) else { return false }
    if scanner.bufferText == .utf8 { unsafe decoder.noteUnicode(in: lines) }
    let fields = unsafe UnsafeRawBufferPointer(
      start: sink.pointee.bytes + firstByte, count: sink.pointee.byteCount - firstByte)
    let delimiters = unsafe sink.pointee.endCount - firstField - count
    // No line has less beside its fields and delimiters than quotes, so that all have no more than
    // those where all together have no more.
    let excess = content - fields.count - delimiters
    return unsafe excess == 0
      || excess == ByteCount.of(tokeniser.quote, in: lines)
        - ByteCount.of(tokeniser.quote, in: fields)
  }

  /// Gives the records from `first` on their fields.
  @inline(__always)
  private func give(
    _ firstField: Int32, _ rowEnds: UnsafeMutablePointer<Int32>,
    to records: inout [RecordBatch.Place],
    from first: Int
  ) {
    var field = firstField
    for record in first..<records.count {
      let end = unsafe rowEnds[record - first]
      records[record].firstField = field
      records[record].fieldCount = end - field
      field = end
    }
  }

  /// Goes back to read lines one at a time: this stretch, and twice as much of the file each time.
  private mutating func readSingly(from start: RecordStart) {
    severalFrom = scanner.offset + singleStretches * RecordStream.stretchBytes
    singleStretches = min(2 * singleStretches + 1, RecordStream.mostSingleStretches)
    move(to: start)
  }
}
