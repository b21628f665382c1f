package import PoolModel

/// That somebody put a name to the outcome of a migration: a row of
/// `mappings/migrations/sign-offs.csv`.
package struct MigrationSignOff: Sendable {
  /// The migration's slug.
  package var migration: String
  /// The sum of what was signed, as `weir migrate` prints it.
  package var digest: String
  /// Who signed.
  package var signedBy: String
  /// When.
  package var signedOn: CalendarDay
  /// The table and the line of the row.
  package var position: SourcePosition

  /// A sign-off.
  package init(
    migration: String, digest: String, signedBy: String, signedOn: CalendarDay,
    position: SourcePosition
  ) {
    self.migration = migration
    self.digest = digest
    self.signedBy = signedBy
    self.signedOn = signedOn
    self.position = position
  }
}

/// `mappings/migrations/sign-offs.csv`: a ledger, to which rows are only added.
package enum SignOffTable {
  /// Relative to the workspace.
  package static let path = "mappings/migrations/sign-offs.csv"
  private static let columns = ["migration", "digest", "signed-by", "signed-on", "note"]

  static func read(_ file: MappingFile) -> [MigrationSignOff] {
    guard let table = CSVTable(file, known: columns, required: Array(columns.prefix(4))) else {
      return []
    }
    return table.rows.compactMap { row in
      let texts = columns.prefix(4).map { row.filled($0) }
      let day = row.day("signed-on")
      guard let migration = texts[0], let digest = texts[1], let name = texts[2], let day else {
        return nil
      }
      return MigrationSignOff(
        migration: migration, digest: digest, signedBy: name, signedOn: day,
        position: SourcePosition(file: file.path, line: row.line))
    }
  }

  /// The table's bytes with one more row; a table that is empty gets its header.
  package static func appending(
    _ signOff: MigrationSignOff, to bytes: [UInt8]
  ) throws(AppendedRows.MissingColumns) -> [UInt8] {
    let cells = [
      "migration": signOff.migration, "digest": signOff.digest, "signed-by": signOff.signedBy,
      "signed-on": "\(signOff.signedOn)",
    ]
    return try AppendedRows.appending([cells], columns: columns, path: path, to: bytes)
  }
}
