package import PoolModel

/// What was noticed of an export as a whole while it was read.
package struct ReadingFacts: Sendable {
  /// What its lines showed of its encoding.
  var text = TextNotes()
  /// Rows with quotes that do not belong where they are.
  var quoteNotes = QuoteNotes()
  /// The physical line from which on the disk fails; nil: it was read to its end.
  var unreadableFrom: Int?
  /// The physical line that is too long to be one; nil: none is.
  var endlessLine: Int?

  /// Adds the facts of the part of the file that follows; its lines are counted from 1, and
  /// `linesBefore` stand above them.
  package mutating func merge(_ later: ReadingFacts, linesBefore: Int) {
    text.merge(later.text, linesBefore: linesBefore)
    quoteNotes.merge(later.quoteNotes, linesBefore: linesBefore)
    unreadableFrom = unreadableFrom ?? later.unreadableFrom.map { $0 + linesBefore }
    endlessLine = endlessLine ?? later.endlessLine.map { $0 + linesBefore }
  }

  /// What is to be told: mixed encodings, lines that are no lines, a failing disk.
  package func findings(in file: String) -> [Finding] {
    var found = text.findings(in: file) + quoteNotes.findings(in: file)
    if let line = unreadableFrom {
      found.append(
        Finding(
          .exportUnreadable, at: SourcePosition(file: file, line: line),
          message: "the file cannot be read on from here", remedy: "check the disk"))
    }
    if let line = endlessLine {
      found.append(
        Finding(
          .exportNotCSV, at: SourcePosition(file: file, line: line),
          message: "a line is longer than \(LineScanner.longestLine >> 20) MiB",
          remedy: "ask the publisher for the export as CSV"))
    }
    return found
  }
}
