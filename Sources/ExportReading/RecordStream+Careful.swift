import Glibc

extension RecordStream {
  /// How many bytes of a sound line its quotes take beside the fields: two for each quoted field
  /// and one for each doubled quote.
  func quoteExcess(in content: UnsafeRawBufferPointer) -> Int {
    guard let quote = dialect.quote, let base = content.baseAddress else { return 0 }
    var (quotes, doubled, last, place) = (0, 0, -2, 0)
    while place < content.count,
      // Safe: the place lies within the content.
      let found = unsafe memchr(base + place, Int32(quote), content.count - place)
    {
      let here = unsafe UnsafeRawPointer(found) - base
      // A quote that opens where the last one closed is the second of a pair.
      if here == last + 1, quotes.isMultiple(of: 2) { doubled += 1 }
      (quotes, last, place) = (quotes + 1, here, here + 1)
    }
    return quotes - doubled
  }

  /// Reads the record that begins with a line, whatever stands in it.
  @inline(never)
  mutating func readCarefully(
    _ line: UnsafeRawBufferPointer, of begun: RecordBatch.Place,
    to sink: UnsafeMutablePointer<TokenSink>
  ) -> RecordBatch.Place {
    unsafe sink.pointee.dropFields(from: Int(begun.firstField))
    tokeniser.reset()
    var place = begun
    place.fieldCount = 0
    if unsafe LineScanner.contentCount(of: withoutMark(line, at: place.byte)) == 0 { return place }
    guard let lineCount = soundLines(of: place) else { return giveUp(place) }
    gather(lineCount, from: place)
    var split = RecordSplit(dialect: dialect)
    unsafe gathered.text.withUnsafeBytes { text in
      for line in gathered.lines { _ = unsafe split.add(line, of: text) }
      unsafe split.rewrite(
        text, into: &rewritten, delimiter: tokeniser.delimiter, quote: tokeniser.quote)
    }
    return unsafe feedRewritten(as: place, to: sink)
  }

  /// Over how many physical lines the record runs whose first line was read last; nil where it is
  /// not sound, or longer than the limits.
  private mutating func soundLines(of place: RecordBatch.Place) -> Int? {
    var split = RecordSplit(dialect: dialect)
    let record = unsafe scanner.record
    var (lines, first) = (1, unsafe record.count - withoutMark(record, at: place.byte).count)
    while true {
      let record = unsafe scanner.record
      switch unsafe split.add(first..<record.count, of: record) {
      case .ended: return lines
      case .unsound: return nil
      case .open:
        guard lines < limits.physicalLines, record.count <= limits.recordBytes,
          record.count - split.openLineEnd <= limits.fieldBytes
        else { return nil }
        first = record.count
        guard unsafe scanner.next() != nil else { return nil }
        lines += 1
      }
    }
  }

  /// Reads the lines of a record once more, decoded where needed, one after the other.
  private mutating func gather(_ lineCount: Int, from place: RecordBatch.Place) {
    move(to: RecordStart(byte: place.byte, line: Int(place.line)))
    gathered.removeAll()
    while gathered.lines.count < lineCount {
      let start = scanner.offset
      guard let line = unsafe scanner.next() else { return }
      lineNumber += 1
      let text = unsafe withoutMark(line, at: start)
      if unsafe decode(text) {
        unsafe decoded.withUnsafeBytes { unsafe gathered.append($0) }
      } else {
        unsafe gathered.append(text)
      }
    }
  }

  private func feedRewritten(
    as begun: RecordBatch.Place, to sink: UnsafeMutablePointer<TokenSink>
  ) -> RecordBatch.Place {
    var place = begun
    unsafe rewritten.withUnsafeBytes {
      unsafe _ = tokeniser.feedKeepingBlanks($0, to: sink)
    }
    place.fieldCount = unsafe Int32(truncatingIfNeeded: sink.pointee.endCount) - place.firstField
    place.lineCount = Int32(truncatingIfNeeded: gathered.lines.count)
    place.byteEnd = scanner.offset
    return place
  }

  /// Sets a record's first line aside as broken, and reads on from the line after it.
  private mutating func giveUp(_ begun: RecordBatch.Place) -> RecordBatch.Place {
    var place = begun
    place.isBroken = true
    move(to: RecordStart(byte: place.byteEnd, line: Int(place.line) + 1))
    return place
  }
}

/// The lines of one record, one after the other.
struct GatheredRecord {
  private(set) var text: [UInt8] = []
  /// Where each physical line stands in the text, its line end included.
  private(set) var lines: [Range<Int>] = []

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  mutating func append(_ line: UnsafeRawBufferPointer) {
    let start = text.count
    unsafe text.append(contentsOf: line)
    lines.append(start..<text.count)
  }
}
