package import PoolModel

/// What a person decided about the bytes of one export: a row of `mappings/exports/decisions.csv`.
package struct ExportDecision: Hashable, Sendable {
  /// What is to be done with the bytes.
  package enum Verdict: String, CaseIterable, Sendable {
    /// They do not count; what the file held before does, where the store has it.
    case leaveOut = "leave-out"
    /// They count, although they were left out or held back before.
    case take
  }

  /// What was decided.
  package var verdict: Verdict
  /// The publisher's slug.
  package var publisher: String
  /// The file's path below the publisher's folder.
  package var file: String
  /// SHA-256 of the bytes, in hexadecimal.
  package var sha256: String
  /// The day of the decision.
  package var day: CalendarDay
  /// Who decided.
  package var decidedBy: String
  /// Why.
  package var reason: String
  /// The table and the line of the row.
  package var position: SourcePosition

  /// A decision.
  package init(
    verdict: Verdict, publisher: String, file: String, sha256: String, day: CalendarDay,
    decidedBy: String, reason: String,
    position: SourcePosition = SourcePosition(file: ExportDecisionTable.path)
  ) {
    self.verdict = verdict
    self.publisher = publisher
    self.file = file
    self.sha256 = sha256
    self.day = day
    self.decidedBy = decidedBy
    self.reason = reason
    self.position = position
  }

  /// The export's path, relative to the workspace.
  package var path: String { "data/exports/\(publisher)/\(file)" }
}

/// `mappings/exports/decisions.csv`: a ledger, to which rows are only added; of several about the
/// same bytes the last counts.
package enum ExportDecisionTable {
  /// Relative to the workspace.
  package static let path = "mappings/exports/decisions.csv"
  /// All columns, in the order in which a new file has them.
  package static let columns = [
    "decision", "publisher", "file", "sha256", "decided-on", "decided-by", "reason",
  ]

  static func read(_ file: MappingFile) -> [ExportDecision] {
    guard let table = CSVTable(file, known: columns, required: columns) else { return [] }
    return table.rows.compactMap { row in
      let verdict = row.filledChoice("decision", of: ExportDecision.Verdict.self)
      let texts = ["publisher", "file", "decided-by", "reason"].map { row.filled($0) }
      let sum = sha256(row)
      let day = row.filled("decided-on") == nil ? nil : row.day("decided-on")
      guard let verdict, let publisher = texts[0], let name = texts[1], let by = texts[2],
        let reason = texts[3], let sum, let day
      else { return nil }
      return ExportDecision(
        verdict: verdict, publisher: publisher, file: name, sha256: sum, day: day, decidedBy: by,
        reason: reason, position: SourcePosition(file: file.path, line: row.line))
    }
  }

  private static func sha256(_ row: TableRow) -> String? {
    guard let text = row.filled("sha256") else { return nil }
    guard text.utf8.count == 64, text.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      row.file.reportUnreadable(
        row.place("sha256"), "sha256", text,
        remedy: "write the 64 hexadecimal digits that weir status prints")
      return nil
    }
    return text
  }

  /// The table's bytes with more rows; a table that is empty gets its header.
  package static func appending(
    _ decisions: [ExportDecision], to bytes: [UInt8]
  ) throws(AppendedRows.MissingColumns) -> [UInt8] {
    let rows = decisions.map { decision in
      [
        "decision": decision.verdict.rawValue, "publisher": decision.publisher,
        "file": decision.file, "sha256": decision.sha256, "decided-on": "\(decision.day)",
        "decided-by": decision.decidedBy, "reason": decision.reason,
      ]
    }
    return try AppendedRows.appending(rows, columns: columns, path: path, to: bytes)
  }
}
