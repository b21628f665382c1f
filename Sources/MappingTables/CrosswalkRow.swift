package import PoolModel

/// One row of a crosswalk: what becomes of a code of a body.
package struct CrosswalkRow: Sendable {
  /// What becomes of an old code.
  package enum Kind: String, CaseIterable, Sendable {
    /// One new code, which takes in no other.
    case same
    /// One new code that takes in several old ones, so that a detail is lost.
    case merge
    /// Several new codes, by shares.
    case split
    /// Nothing follows it: the service ended or left the return.
    case closed
    /// Something follows it, but nobody has stated how: its money is not restated.
    case noBridge = "no-bridge"
  }

  /// The bodies that it is for, by organisation id.
  package var oldBody: CellPattern
  /// The codes that it is for.
  package var oldCode: CellPattern
  /// What becomes of them.
  package var kind: Kind
  /// The organisation id; empty: the body stays.
  package var newBody: String
  /// Empty: the code stays.
  package var newCode: String
  /// In hundredths of a per cent.
  package var share: Int
  /// The rule by which money is split, closed or not restated.
  package var rule: String
  /// The document that states the rule.
  package var evidence: String
  /// What can no longer be told after a merge.
  package var loses: String
  /// The first day on which the old code was used; nil: open.
  package var from: CalendarDay?
  /// The last day on which the old code was used; nil: open.
  package var to: CalendarDay?
  /// The crosswalk and the line of the row.
  package var position: SourcePosition

  /// A row with all its columns.
  package init(
    oldBody: CellPattern, oldCode: CellPattern, kind: Kind, newBody: String, newCode: String,
    share: Int, rule: String, evidence: String, loses: String, from: CalendarDay?,
    to: CalendarDay?, position: SourcePosition
  ) {
    self.oldBody = oldBody
    self.oldCode = oldCode
    self.kind = kind
    self.newBody = newBody
    self.newCode = newCode
    self.share = share
    self.rule = rule
    self.evidence = evidence
    self.loses = loses
    self.from = from
    self.to = to
    self.position = position
  }

  /// Whether a day lies within its dates.
  package func isInForce(on day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

/// `mappings/migrations/<migration>.csv`.
enum CrosswalkTable {
  static let folder = "mappings/migrations"
  private static let columns = [
    "old-body", "old-code", "kind", "new-body", "new-code", "share", "rule", "evidence", "loses",
    "from", "to", "certainty", "approved-by", "approved-on", "note",
  ]

  /// The rows in the file's order; rows with a fault are left out.
  static func read(_ file: MappingFile, known: KnownNames) -> [CrosswalkRow] {
    guard
      let table = CSVTable(file, known: columns, required: ["old-body", "old-code", "kind"])
    else { return [] }
    return table.rows.compactMap { row in
      let body = pattern("old-body", of: row)
      let code = pattern("old-code", of: row)
      let kind = row.filledChoice("kind", of: CrosswalkRow.Kind.self)
      let share = HundredthsOfPerCent.share(in: row)
      let days = row.days("from", "to")
      _ = row.choice("certainty", of: Certainty.self)
      _ = row.day("approved-on")
      checkBodies(row, known)
      guard let body, let code, let kind, let share else { return nil }
      return CrosswalkRow(
        oldBody: body, oldCode: code, kind: kind, newBody: row["new-body"],
        newCode: row["new-code"], share: share, rule: row["rule"], evidence: row["evidence"],
        loses: row["loses"], from: days.first, to: days.last,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }

  private static func checkBodies(_ row: TableRow, _ known: KnownNames) {
    for column in ["old-body", "new-body"] {
      let body = row[column]
      // A pattern names no single body.
      guard !body.isEmpty, !body.contains(where: { "*?|>".contains($0) }) else { continue }
      known.checkBody(body, "the body", in: row.file, at: row.place(column))
    }
  }

  private static func pattern(_ column: String, of row: TableRow) -> CellPattern? {
    let pattern = CellPattern(cell: row[column])
    if pattern == nil {
      row.file.reportUnreadable(
        row.place(column), column, row[column],
        remedy: "write one value, a list as C2|C3, a range as C1>C10 or a pattern with * and ?")
    }
    return pattern
  }
}
