import GRDB
import GRDBSQLite
import PoolModel

/// Facts as rows; the places of their keys are ids of the store.
enum FactRows {
  /// A fact's ids in the store.
  struct IDs {
    var export: Int64
    var decision: Int64
    var codes: Int64
    var supplier: Int64
    /// 0: none.
    var area: Int64
  }

  // Texts that differ as bytes can be one text to SQLite or to Unicode: their facts are one.
  private static let insertion = """
    insert into fact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set
    line_count = line_count + excluded.line_count, pence = pence + excluded.pence,
    first_line = min(first_line, excluded.first_line)
    """

  static func insert(_ fact: ExportFact, _ ids: IDs, _ database: Database) throws {
    let cached = try database.cachedStatement(sql: insertion)
    let statement = unsafe cached.sqliteStatement
    unsafe sqlite3_bind_int64(statement, 1, ids.export)
    unsafe sqlite3_bind_int64(statement, 2, ids.decision)
    unsafe sqlite3_bind_int64(statement, 3, Int64(fact.key.part))
    unsafe sqlite3_bind_int64(statement, 4, ids.codes)
    unsafe sqlite3_bind_int64(statement, 5, ids.supplier)
    unsafe sqlite3_bind_int64(statement, 6, Int64(fact.key.year))
    unsafe sqlite3_bind_int64(statement, 7, ids.area)
    unsafe sqlite3_bind_int64(statement, 8, Int64(fact.tally.rows))
    unsafe sqlite3_bind_int64(statement, 9, fact.tally.amount.pence)
    unsafe sqlite3_bind_int64(statement, 10, Int64(fact.firstLine))
    let code = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "writing facts")
    }
  }
}
