internal import CLibPQ
internal import Glibc

/// An open connection to a database of PostgreSQL, for one task at a time.
@safe package final class PostgresConnection {
  private let connection: OpaquePointer
  private let address: DatabaseAddress

  /// Connects; waits ten seconds at most unless the address says otherwise.
  ///
  /// - Throws: ``PostgresError`` with libpq's words, in which no password stands.
  package init(_ address: DatabaseAddress) throws(PostgresError) {
    // What stands before `dbname` gives way to the address, and what stands behind it does not.
    var settings = [("fallback_application_name", "weir")]
    if unsafe getenv("PGCONNECT_TIMEOUT") == nil { settings.append(("connect_timeout", "10")) }
    settings.append(("dbname", address.connectionString))
    settings.append(("client_encoding", "UTF8"))
    let opened = unsafe PostgresConnection.withCStrings(settings.map(\.0)) { words in
      unsafe PostgresConnection.withCStrings(settings.map(\.1)) { values in
        unsafe PQconnectdbParams(words, values, 1)
      }
    }
    guard let opened = unsafe opened else {
      throw PostgresError(sqlState: "", message: "no memory for a connection")
    }
    guard unsafe PQstatus(opened) == CONNECTION_OK else {
      // Safe: the text belongs to the connection and is copied before that is closed.
      let words = unsafe String(cString: PQerrorMessage(opened))
      unsafe PQfinish(opened)
      throw PostgresError(
        sqlState: "", message: address.withoutSecrets(words).onOneLine)
    }
    // Notices would be printed; what matters comes as an error.
    unsafe PQsetNoticeProcessor(opened, { _, _ in }, nil)
    unsafe connection = unsafe opened
    self.address = address
  }

  deinit { unsafe PQfinish(connection) }

  /// Executes one statement, whose parameters are `$1`, `$2` and so on; nil is null.
  @discardableResult
  package func execute(
    _ statement: String, _ parameters: [String?] = []
  ) throws(PostgresError) -> PostgresRows {
    // Safe: libpq reads the texts within the call and keeps nothing.
    let result = unsafe PostgresConnection.withCStrings(parameters) { values in
      unsafe PQexecParams(
        connection, statement, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    return try unsafe checked(result, "")
  }

  /// Does something in a transaction: all of it is there afterwards, or nothing.
  package func inTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("begin")
    do {
      let value = try body()
      try execute("commit")
      return value
    } catch {
      // Where the connection is gone, the server takes it back by itself.
      _ = try? execute("rollback")
      throw error
    }
  }

  /// Fills a table with the rows that `body` gives, faster than by statements; how many there were.
  @discardableResult
  package func copy(
    into table: String, columns: [String], _ body: (inout CopiedRows) throws -> Void
  ) throws -> Int {
    let names = columns.map(\.quotedForPostgres).joined(separator: ", ")
    let task = "filling \(table)"
    let started = unsafe PQexec(connection, "copy \(table) (\(names)) from stdin")
    guard unsafe PQresultStatus(started) == PGRES_COPY_IN else {
      _ = try unsafe checked(started, task)
      return 0
    }
    unsafe PQclear(started)
    var rows = unsafe CopiedRows(connection)
    do {
      try body(&rows)
      try rows.send()
    } catch {
      _ = unsafe PQputCopyEnd(connection, "stopped")
      let refusal = Result { try finishCopying(task) }
      // What the server refused says more than that it no longer took rows.
      if error is CopiedRows.NotTaken, case .failure(let refusal) = refusal { throw refusal }
      throw error
    }
    _ = unsafe PQputCopyEnd(connection, nil)
    try finishCopying(task)
    return rows.count
  }

  private func finishCopying(_ task: String) throws {
    var refusal: PostgresError?
    while let result = unsafe PQgetResult(connection) {
      do { _ = try unsafe checked(result, task) } catch { refusal = refusal ?? error }
    }
    if let refusal { throw refusal }
  }

  /// What ends the statement that is being executed, from any thread.
  package func cancellation() -> StatementCancellation? {
    unsafe PQgetCancel(connection).map { unsafe StatementCancellation($0) }
  }

  private func checked(
    _ result: OpaquePointer?, _ task: String
  ) throws(PostgresError) -> PostgresRows {
    if let result = unsafe result {
      switch unsafe PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return unsafe PostgresRows(result)
      default: break
      }
    }
    defer { unsafe PQclear(result) }
    let error = unsafe PostgresError(result, task)
    if !error.sqlState.isEmpty { throw error }
    // Safe: the text belongs to the connection, which outlives the call, and is copied here.
    let words = address.withoutSecrets(unsafe String(cString: PQerrorMessage(connection)))
    throw PostgresError(sqlState: "", message: words.onOneLine)
  }

  /// Gives texts as C has them, with a null at the end; they go away with the call.
  private static func withCStrings<Value>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
  ) -> Value {
    // PostgreSQL holds no NUL in a text, as C does not.
    var copies: [UnsafePointer<CChar>?] = unsafe []
    for text in texts {
      let copy = unsafe text.flatMap { unsafe strdup($0.replacing("\0", with: "\u{FFFD}")) }
      unsafe copies.append(unsafe UnsafePointer(copy))
    }
    unsafe copies.append(nil)
    defer {
      unsafe copies.forEach { copy in unsafe free(UnsafeMutableRawPointer(mutating: copy)) }
    }
    return unsafe copies.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
  }
}

extension String {
  /// A name as PostgreSQL takes it, whatever words the language keeps for itself.
  package var quotedForPostgres: String { "\"\(replacing("\"", with: "\"\""))\"" }

  fileprivate var onOneLine: String {
    split { $0.isNewline }.map { $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: "; ")
  }
}
