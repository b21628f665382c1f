import GRDB
import GRDBSQLite
package import PoolModel

/// A stored line as cost-code rules see it.
package struct CodedLine: Sendable {
  /// The line, whose codes, payee and area are ids of the store instead of places.
  package var line: SpendLine
  /// Whether another export tells it again, so that it does not count.
  package var isAside: Bool
  var id: Int64
  var decision: Int64
}

extension PoolStore {
  /// Gives the lines of an export that count, in the order of its file.
  package func forEachCodedLine(
    of export: StoredExport, _ body: (CodedLine) throws -> Void
  ) throws {
    try queue.writeWithoutTransaction { database in
      try CodedLine.scan(export.id, database) { if !$0.isAside { try body($0) } }
    }
  }

  /// The distinct codes of a publisher's lines.
  package func codes(of publisher: String) throws -> PublisherCodes {
    try queue.unsafeRead { try PublisherCodes(publisher: publisher, $0) }
  }
}

extension CodedLine {
  private static let columns =
    "line_id, physical_line, pence, day, year, code_id, supplier_id, area, decision_id, "
    + "line_id in (select line_id from line_aside)"

  /// Steps by hand: rows of the library cost several times what SQLite takes for them.
  static func scan(
    _ export: Int64, _ database: Database, _ body: (CodedLine) throws -> Void
  ) throws {
    let cached = try database.cachedStatement(
      sql: "select \(columns) from line where line_id >= ? and line_id < ?")
    let statement = unsafe cached.sqliteStatement
    defer { unsafe sqlite3_reset(statement) }
    unsafe sqlite3_reset(statement)
    unsafe sqlite3_bind_int64(statement, 1, export << StoreSchema.lineBits)
    unsafe sqlite3_bind_int64(statement, 2, (export + 1) << StoreSchema.lineBits)
    while true {
      let code = unsafe sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "reading lines")
      }
      try body(unsafe CodedLine(statement))
    }
  }

  private init(_ statement: OpaquePointer) {
    func number(_ column: Int32) -> Int32? {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
        ? nil : sqlite3_column_int(statement, column)
    }
    id = unsafe sqlite3_column_int64(statement, 0)
    decision = unsafe sqlite3_column_int64(statement, 8)
    isAside = unsafe sqlite3_column_int(statement, 9) != 0
    line = SpendLine(
      record: 0, line: unsafe sqlite3_column_int(statement, 1), byte: 0,
      amount: Money(pence: unsafe sqlite3_column_int64(statement, 2)),
      day: number(3).map { CalendarDay(daysSince1970: $0) },
      year: number(4).map { FinancialYear(startYear: Int($0)) },
      codes: unsafe sqlite3_column_int(statement, 5),
      supplier: unsafe sqlite3_column_int(statement, 6), area: number(7) ?? -1)
  }
}
