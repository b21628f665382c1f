import PoolModel

extension RecordStream {
  /// How many lines a row is repaired over at most.
  private static let mostLines = 4

  /// Reads a row whose quotes are misplaced where one reading gives it the table's width; nil where
  /// none does, or more than one.
  ///
  /// Lines below its first one are taken along only where they are no rows by themselves.
  mutating func repair(
    _ place: RecordBatch.Place, to sink: UnsafeMutablePointer<TokenSink>
  ) -> RecordBatch.Place? {
    guard let width = usualWidth?.fields else { return nil }
    gather(1, from: place)
    let ofFirstLine = decoder.notesSoFar
    for lineCount in 1...RecordStream.mostLines {
      if lineCount > 1 { gather(lineCount, from: place) }
      guard gathered.lines.count == lineCount,
        lineCount == 1 || !isRow(gathered.lines[lineCount - 1], width)
      else { break }
      var repair = QuoteRepair(
        gathered.text, end: gathered.contentCount, dialect: dialect, width: width)
      guard let reading = repair.reading() else { continue }
      quoteNotes.width = width
      quoteNotes.repaired.note(
        line: Int(place.line), byte: gathered.byte(of: reading.firstFault),
        column: reading.column + 1)
      return unsafe feed(
        RecordSplit(dialect: dialect, fields: reading.fields), as: place, to: sink)
    }
    // The lines below belong to other records, which another reader may read.
    decoder.takeBackNotes(to: ofFirstLine)
    return nil
  }

  /// Whether a line is a row of the table, or blank.
  private func isRow(_ line: GatheredRecord.Line, _ width: Int) -> Bool {
    var split = RecordSplit(dialect: dialect)
    return unsafe gathered.text.withUnsafeBytes {
      unsafe split.add(line.place, of: $0) == .ended
        && (split.fields.count == width || split.fields.isEmpty)
    }
  }
}
