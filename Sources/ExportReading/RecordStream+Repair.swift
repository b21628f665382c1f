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
    for lineCount in 1...RecordStream.mostLines {
      gather(lineCount, from: place)
      guard gathered.lines.count == lineCount else { return nil }
      if lineCount > 1, isRow(gathered.lines[lineCount - 1], width) { return nil }
      var repair = QuoteRepair(
        gathered.text, end: gathered.contentCount, dialect: dialect, width: width)
      guard let reading = repair.reading() else { continue }
      quoteRepairs.note(
        line: Int(place.line), byte: gathered.byte(of: reading.firstFault),
        column: reading.column + 1, width: width)
      return unsafe feed(
        RecordSplit(dialect: dialect, fields: reading.fields), as: place, to: sink)
    }
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

/// The rows whose misplaced quotes were made good.
package struct QuoteRepairs: Hashable, Sendable {
  var rows = 0
  /// The physical line, the byte in the file and the column of the first one.
  var line = 0
  var byte: Int64 = 0
  var column = 0
  var width = 0

  mutating func note(line: Int, byte: Int64, column: Int, width: Int) {
    if rows == 0 { (self.line, self.byte, self.column, self.width) = (line, byte, column, width) }
    rows += 1
  }

  /// Adds the repairs of the part of the file that follows, below `linesBefore` lines.
  mutating func merge(_ later: QuoteRepairs, linesBefore: Int) {
    let all = rows + later.rows
    if rows == 0 {
      self = later
      line += linesBefore
    }
    rows = all
  }

  /// What is to be told of them.
  func findings(in file: String) -> [Finding] {
    guard rows > 0 else { return [] }
    return [
      Finding(
        .quoteRepaired,
        at: SourcePosition(file: file, line: line, byte: byte, column: column), rows: rows,
        message: rows == 1
          ? "a quote is misplaced; the row is read in the one way that gives it \(width) cells"
          : "\(rows) rows have a misplaced quote; each is read in the one way that gives it "
            + "\(width) cells",
        remedy: "compare the rows with the publisher's own copy")
    ]
  }
}
