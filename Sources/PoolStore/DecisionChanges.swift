import GRDB
import GRDBSQLite

/// The lines of one export that get another decision.
///
/// Few of them are found one by one; where many change, one statement goes through the lines in
/// their order, which costs less than half for each.
struct DecisionChanges {
  private var lines: [Int64] = []
  private var decisions: [Int64] = []
  private var seen = 0

  /// How many lines change.
  var count: Int { lines.count }

  /// Notes a line in the order of the store with the decision that it gets.
  mutating func note(_ coded: CodedLine, decision: Int64) {
    seen += 1
    guard decision != coded.decision else { return }
    lines.append(coded.id)
    decisions.append(decision)
  }

  /// Writes the decisions.
  func write(of export: Int64, _ database: Database) throws {
    if count * 4 > seen {
      try writeInOnePass(of: export, database)
    } else {
      try writeOneByOne(database)
    }
  }

  private func writeOneByOne(_ database: Database) throws {
    let cached = try database.cachedStatement(
      sql: "update line set decision_id = ? where line_id = ?")
    let statement = unsafe cached.sqliteStatement
    for (line, decision) in zip(lines, decisions) {
      unsafe sqlite3_bind_int64(statement, 1, decision)
      unsafe sqlite3_bind_int64(statement, 2, line)
      let code = unsafe sqlite3_step(statement)
      unsafe sqlite3_reset(statement)
      try DecisionChanges.check(code)
    }
  }

  /// The store asks `new_decision` about each line of the export, in the order of its lines or in
  /// any other.
  private func writeInOnePass(of export: Int64, _ database: Database) throws {
    let cursor = Cursor(lines: lines, decisions: decisions)
    let connection = unsafe database.sqliteConnection
    let created = unsafe sqlite3_create_function_v2(
      connection, "new_decision", 2, SQLITE_UTF8, Unmanaged.passUnretained(cursor).toOpaque(),
      { context, _, values in
        guard let context = unsafe context, let values = unsafe values,
          let pointer = unsafe sqlite3_user_data(context)
        else { return }
        let cursor = unsafe Unmanaged<Cursor>.fromOpaque(pointer).takeUnretainedValue()
        let line = unsafe sqlite3_value_int64(values[0])
        let old = unsafe sqlite3_value_int64(values[1])
        unsafe sqlite3_result_int64(context, cursor.decision(of: line) ?? old)
      }, nil, nil, nil)
    try DecisionChanges.check(created, done: SQLITE_OK)
    defer {
      unsafe sqlite3_create_function_v2(
        connection, "new_decision", 2, SQLITE_UTF8, nil, nil, nil, nil, nil)
      withExtendedLifetime(cursor) {}
    }
    let statement = try database.makeStatement(
      sql: """
        update line set decision_id = new_decision(line_id, decision_id)
        where line_id >= ? and line_id < ?
        """)
    try statement.execute(arguments: [
      export << StoreSchema.lineBits, (export + 1) << StoreSchema.lineBits,
    ])
  }

  private static func check(_ code: Int32, done: Int32 = SQLITE_DONE) throws {
    guard code == done else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "changing lines")
    }
  }

  /// Finds the decision of a line; asked in the order of the lines it need not search.
  private final class Cursor {
    private let lines: [Int64]
    private let decisions: [Int64]
    private var next = 0

    init(lines: [Int64], decisions: [Int64]) {
      self.lines = lines
      self.decisions = decisions
    }

    func decision(of line: Int64) -> Int64? {
      if next >= lines.count || lines[next] != line { next = place(of: line) }
      guard next < lines.count, lines[next] == line else { return nil }
      defer { next += 1 }
      return decisions[next]
    }

    /// The place of the first line that is not before this one.
    private func place(of line: Int64) -> Int {
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if lines[middle] < line { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
