package import PoolModel

/// What a person said of one line that moves money: a row of `mappings/eliminations.csv`.
package struct EliminationDecision: Sendable {
  /// What the rows of one match say.
  package enum Verdict: String, CaseIterable, Sendable {
    /// The lines of the match belong together.
    case matched
    /// The line belongs to no line that Weir would find.
    case unmatched
  }

  /// The name that the rows of one match share.
  package var match: String
  /// What is said.
  package var verdict: Verdict
  /// The export of the line, relative to the workspace.
  package var file: String
  /// The physical line, from 1.
  package var line: Int
  /// Where the row stands.
  package var position: SourcePosition

  /// What is said of a line.
  package init(
    match: String, verdict: Verdict, file: String, line: Int, position: SourcePosition
  ) {
    self.match = match
    self.verdict = verdict
    self.file = file
    self.line = line
    self.position = position
  }
}

/// `mappings/eliminations.csv`: which lines people matched.
enum EliminationTable {
  static let path = "mappings/eliminations.csv"
  private static let columns = [
    "match", "decision", "file", "line", "decided-on", "decided-by", "reason",
  ]

  /// The decisions in the file's order.
  static func read(_ file: MappingFile) -> [EliminationDecision] {
    guard let table = CSVTable(file, known: columns, required: columns) else { return [] }
    var lines = RepeatedKeys(of: "the line")
    return table.rows.compactMap { row in
      let isSigned = ["decided-on", "decided-by", "reason"].map { row.filled($0) != nil }
      _ = row.day("decided-on")
      let verdict = row.filledChoice("decision", of: EliminationDecision.Verdict.self)
      guard let match = row.filled("match"), let path = row.filled("file"),
        let line = row.wholeNumber("line"), let verdict, isSigned.allSatisfy(\.self),
        lines.isNew("\(path):\(line)", in: file, at: row.place("line"))
      else { return nil }
      return EliminationDecision(
        match: match, verdict: verdict, file: path, line: line,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }
}
