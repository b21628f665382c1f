import GRDB
package import PoolModel

/// Findings as rows.
enum FindingRows {
  static func insert(_ findings: [Finding], export: Int64, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        insert into finding (export_id, code, file, line, byte, field, value, at_stake, row_count,
          message, remedy) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for finding in findings {
      try statement.execute(arguments: [
        export, finding.code.rawValue, finding.position.file, finding.position.line,
        finding.position.byte, finding.position.column, finding.value, finding.atStake?.pence,
        finding.rows, finding.message, finding.remedy,
      ])
    }
  }

  static func finding(from row: Row) -> Finding? {
    guard let code = FindingCode(rawValue: row["code"]) else { return nil }
    return Finding(
      code,
      at: SourcePosition(
        file: row["file"], line: row["line"], byte: row["byte"], column: row["field"]),
      value: row["value"], atStake: (row["at_stake"] as Int64?).map { Money(pence: $0) },
      rows: row["row_count"], message: row["message"], remedy: row["remedy"])
  }
}

extension PoolStore {
  /// The findings about one export.
  package func findings(of export: StoredExport) throws -> [Finding] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database, sql: "select * from finding where export_id = ?", arguments: [export.id]
      ).compactMap(FindingRows.finding)
    }
  }

  /// The findings about exports, or those of the run, in reading order.
  package func findings(ofRun: Bool = false) throws -> [Finding] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database, sql: "select * from finding where (export_id = 0) = ?", arguments: [ofRun]
      )
      .compactMap(FindingRows.finding).sorted(by: Finding.inReadingOrder)
    }
  }
}

extension PoolStore {
  /// Replaces the findings that belong to the run and to no export.
  package func setRunFindings(_ findings: [Finding]) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "delete from finding where export_id = 0")
      try FindingRows.insert(findings, export: 0, database)
    }
  }

  /// The names of the rules that decided lines or tied on them, as decisions give them.
  package func usedRules() throws -> Set<String> {
    try queue.unsafeRead { database in
      let used = Set(try Int64.fetchAll(database, sql: "select distinct decision_id from fact"))
      return try DecisionRows.all(database).filter { used.contains($0.key) }
        .reduce(into: []) { $0.formUnion($1.value.tiedRules + [$1.value.rule]) }
    }
  }
}
