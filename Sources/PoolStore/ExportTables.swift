import GRDB

/// The tables that hold what belongs to one export, and their twins that hold the version before it.
///
/// The version that an export had before its bytes changed lies in tables of its own, so that no
/// question about the lines that count can meet it.
enum ExportTables {
  /// Keyed by the id of a line.
  static let byLine = ["line", "line_reference", "line_aside"]
  /// Keyed by the id of the export; the export itself is the last.
  static let byExport = [
    "fact", "area_status", "finding", "shared_description", "export_month", "line_count",
    "export",
  ]
  static let all = byLine + byExport

  /// The twin of a table.
  static func former(_ table: String) -> String { "former_\(table)" }

  /// Makes the twin of a table, with the same columns and keys.
  static func makeFormer(_ table: String, _ database: Database) throws {
    let made = try String.fetchOne(
      database, sql: "select sql from sqlite_master where type = 'table' and name = ?",
      arguments: [table])
    let parts = (made ?? "").split(separator: "(", maxSplits: 1)
    guard parts.count == 2 else { return }
    try database.execute(sql: "create table \(former(table)) (\(parts[1])")
  }

  /// Takes everything of an export out of the tables, or out of their twins.
  static func delete(_ export: Int64, former isFormer: Bool = false, _ database: Database) throws {
    try forEach(of: export) { table, condition, arguments in
      try database.execute(
        sql: "delete from \(isFormer ? former(table) : table) where \(condition)",
        arguments: arguments)
    }
  }

  /// Moves everything of an export into the twins, or back.
  static func move(_ export: Int64, back: Bool, _ database: Database) throws {
    try forEach(of: export) { table, condition, arguments in
      let (from, to) = back ? (former(table), table) : (table, former(table))
      try database.execute(
        sql: "insert into \(to) select * from \(from) where \(condition)", arguments: arguments)
    }
    try delete(export, former: back, database)
  }

  private static func forEach(
    of export: Int64, _ body: (String, String, StatementArguments) throws -> Void
  ) throws {
    let lines: StatementArguments = [
      export << StoreSchema.lineBits, (export + 1) << StoreSchema.lineBits,
    ]
    for table in byLine { try body(table, "line_id >= ? and line_id < ?", lines) }
    for table in byExport { try body(table, "export_id = ?", [export]) }
  }
}
