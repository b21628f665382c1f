import PoolModel

/// What was noticed of quotes that RFC 4180 does not allow, though their rows could be read.
struct QuoteNotes: Sendable {
  /// Rows of one kind, with the physical line, the byte in the file and the column of the first.
  struct Rows: Sendable {
    var count = 0
    var line = 0
    var byte: Int64 = 0
    var column = 0
    private var lastLine = 0

    /// Counts a row; one that is read again counts once.
    mutating func note(line: Int, byte: Int64, column: Int) {
      guard line > lastLine else { return }
      lastLine = line
      if count == 0 { (self.line, self.byte, self.column) = (line, byte, column) }
      count += 1
    }

    mutating func merge(_ later: Rows, linesBefore: Int) {
      let (all, last) = (count + later.count, max(lastLine, later.lastLine + linesBefore))
      if count == 0, later.count > 0 {
        self = later
        line += linesBefore
      }
      (count, lastLine) = (all, last)
    }
  }

  /// Rows that were read in the one way that gives them the table's width.
  var repaired = Rows()
  /// Rows with a quote in a field that is not quoted.
  var inText = Rows()
  /// The table's width.
  var width = 0

  /// Adds the notes of the part of the file that follows, below `linesBefore` lines.
  mutating func merge(_ later: QuoteNotes, linesBefore: Int) {
    repaired.merge(later.repaired, linesBefore: linesBefore)
    inText.merge(later.inText, linesBefore: linesBefore)
    width = max(width, later.width)
  }

  /// What is to be told of them.
  func findings(in file: String) -> [Finding] {
    var found: [Finding] = []
    if repaired.count > 0 {
      found.append(
        Finding(
          .quoteRepaired, at: position(of: repaired, in: file), rows: repaired.count,
          message: repaired.count == 1
            ? "a quote is misplaced; the row is read in the one way that gives it \(width) cells"
            : "\(repaired.count) rows have a misplaced quote; each is read in the one way that "
              + "gives it \(width) cells",
          remedy: "compare the rows with the publisher's own copy"))
    }
    if inText.count > 0 {
      found.append(
        Finding(
          .quoteInText, at: position(of: inText, in: file), rows: inText.count,
          message: inText.count == 1
            ? "a row has a quote in a cell that is not quoted; it is kept as text"
            : "\(inText.count) rows have quotes in cells that are not quoted; they are kept as text",
          remedy: "look at the first one if its cells seem to have slipped"))
    }
    return found
  }

  private func position(of rows: Rows, in file: String) -> SourcePosition {
    SourcePosition(file: file, line: rows.line, byte: rows.byte, column: rows.column)
  }
}
