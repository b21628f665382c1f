extension RecordStream {
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
    guard let lineCount = soundLines(of: place) else {
      return unsafe repair(place, to: sink) ?? giveUp(place)
    }
    gather(lineCount, from: place)
    var split = RecordSplit(dialect: dialect)
    unsafe gathered.text.withUnsafeBytes { text in
      for line in gathered.lines { _ = unsafe split.add(line.place, of: text) }
    }
    noteQuotesInText(split, place)
    return unsafe feed(split, as: place, to: sink)
  }

  private mutating func noteQuotesInText(_ split: RecordSplit, _ place: RecordBatch.Place) {
    guard let quote = dialect.quote else { return }
    for (column, field) in split.fields.enumerated() where !field.isQuoted {
      guard let fault = gathered.text[field.start..<field.end].firstIndex(of: quote) else {
        continue
      }
      return quoteNotes.inText.note(
        line: Int(place.line), byte: gathered.byte(of: fault), column: column + 1)
    }
  }

  /// Over how many physical lines the record runs whose first line was read last; nil where it is
  /// not sound, longer than the limits, or swallows rows.
  private mutating func soundLines(of place: RecordBatch.Place) -> Int? {
    let record = unsafe scanner.record
    let first = unsafe record.count - withoutMark(record, at: place.byte).count
    var split = RecordSplit(dialect: dialect)
    switch unsafe split.add(first..<record.count, of: record) {
    case .ended: return 1
    case .unsound(let fault):
      faultByte = place.byte + Int64(fault)
      return nil
    case .open: faultByte = place.byte + Int64((split.fields.last?.start ?? 1) - 1)
    }
    let own = trail.stop(at: place.byteEnd)
    var stop = own
    while isWithinLimits(stop, of: place, from: own) {
      if stop + 1 < trail.stops.count {
        stop += 1
      } else if case .unknown = trail.end {
        followTrail()
      } else {
        guard trail.isBelievable(from: own, fields: split.fields.count, width: firmWidth) else {
          return nil
        }
        return stop - own + 2
      }
    }
    return nil
  }

  /// The width that lines are held against where sound quotes seem to swallow them.
  private var firmWidth: Int? {
    mutating get { usualWidth.flatMap { $0.isFirm ? $0.fields : nil } }
  }

  private mutating func followTrail() {
    guard let last = trail.stops.last else { return }
    scanner.skip(to: last.lineEnd)
    while scanner.offset < last.lineEnd, unsafe scanner.next() != nil {}
    if let line = unsafe scanner.next() {
      unsafe trail.follow(
        line, endingAt: scanner.offset, dialect: dialect, width: firmWidth)
    } else {
      trail.endFile()
    }
  }

  private func isWithinLimits(_ stop: Int, of place: RecordBatch.Place, from own: Int) -> Bool {
    let lineEnd = trail.stops[stop].lineEnd
    let openedLineEnd = max(trail.stops[stop].openedLineEnd, place.byteEnd)
    return stop - own + 1 < limits.physicalLines
      && lineEnd - place.byte <= Int64(limits.recordBytes)
      && lineEnd - openedLineEnd <= Int64(limits.fieldBytes)
  }

  /// Reads the lines of a record once more, decoded where needed, one after the other.
  mutating func gather(_ lineCount: Int, from place: RecordBatch.Place) {
    move(to: RecordStart(byte: place.byte, line: Int(place.line)))
    gathered.removeAll()
    while gathered.lines.count < lineCount {
      let start = scanner.offset
      guard let line = unsafe scanner.next() else { return }
      lineNumber += 1
      let text = unsafe withoutMark(line, at: start)
      if unsafe decode(text) {
        unsafe decoded.withUnsafeBytes { unsafe gathered.append($0, at: start, isDecoded: true) }
      } else {
        unsafe gathered.append(text, at: scanner.offset - Int64(text.count), isDecoded: false)
      }
    }
  }

  /// Bytes of the file as UTF-8, decided line by line; nothing is noted of them.
  func text(of bytes: [UInt8]) -> [UInt8] {
    var decoder = decoder
    var (text, line) = ([UInt8](), [UInt8]())
    var start = 0
    while start < bytes.count {
      let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      let end = lineEnd.map { $0 + 1 } ?? bytes.count
      let isDecoded = unsafe bytes.withUnsafeBytes {
        unsafe decoder.decode(
          UnsafeRawBufferPointer(rebasing: $0[start..<end]), number: 0, into: &line)
      }
      text += isDecoded ? line[...] : bytes[start..<end]
      start = end
    }
    return text
  }

  /// Feeds the gathered record as it was split, and goes on behind it.
  mutating func feed(
    _ split: RecordSplit, as begun: RecordBatch.Place, to sink: UnsafeMutablePointer<TokenSink>
  ) -> RecordBatch.Place {
    var place = begun
    unsafe gathered.text.withUnsafeBytes {
      unsafe split.rewrite(
        $0, into: &rewritten, delimiter: tokeniser.delimiter, quote: tokeniser.quote)
    }
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
    place.faultByte = faultByte
    move(to: RecordStart(byte: place.byteEnd, line: Int(place.line) + 1))
    return place
  }
}
