package import PostgresClient

/// A schema of PostgreSQL with the published tables, which changes as a whole, in one transaction.
///
/// Rows are deleted and copied anew rather than tables replaced: a reader whose transaction began before
/// keeps the old set to its end, and rights that were granted on the tables last.
package struct PostgresTarget: Sendable {
  let address: DatabaseAddress
  let schema: String

  /// A schema of a database; it is made by the first publishing where it is missing.
  package init(address: DatabaseAddress, schema: String) {
    self.address = address
    self.schema = schema
  }

  /// Puts the tables in the schema; a dry run takes all of it back.
  ///
  /// - Throws: ``PostgresError`` and ``PostgresTargetError``; the schema then has what it had.
  package func publish(
    _ package: PublishedPackage, isDryRun: Bool = false
  ) throws -> PoolsFolder.Outcome {
    let connection = try PostgresConnection(address)
    guard let cancellation = connection.cancellation() else {
      return try publish(package, isDryRun, connection)
    }
    return try cancellation.requestedBySignals {
      try publish(package, isDryRun, connection)
    }
  }

  private struct TakenBack: Error {}

  private func publish(
    _ package: PublishedPackage, _ isDryRun: Bool, _ connection: PostgresConnection
  ) throws -> PoolsFolder.Outcome {
    do {
      return try connection.inTransaction {
        // Not for ever: a reader may hold a table whose columns change.
        try connection.execute("set local lock_timeout = '60s'")
        try lockOutOthers(connection)
        let schema = PostgresSchema(name: schema, connection: connection)
        try schema.makeBookkeeping()
        if try holdsAlready(package, schema, connection) { return .unchanged }
        try schema.bring(to: package.tables)
        for table in package.tables { try fill(table, connection) }
        try connection.execute("delete from \(qualified("datapackage"))")
        try connection.execute(
          "insert into \(qualified("datapackage")) (run, json) values ($1, $2)",
          [package.run, package.manifest])
        if isDryRun { throw TakenBack() }
        return .published
      }
    } catch is TakenBack {
      return .published
    }
  }

  private func qualified(_ table: String) -> String {
    "\(schema.quotedForPostgres).\(table.quotedForPostgres)"
  }

  /// The lock lasts as long as the transaction, however that ends.
  private func lockOutOthers(_ connection: PostgresConnection) throws {
    let rows = try connection.execute(
      "select pg_try_advisory_xact_lock(hashtextextended('weir publish ' || $1, 0))", [schema])
    guard rows[0, 0] == "t" else { throw PostgresTargetError.held(schema: schema) }
  }

  /// Whether run, description, shape and numbers of rows are those of the package.
  private func holdsAlready(
    _ package: PublishedPackage, _ schema: PostgresSchema, _ connection: PostgresConnection
  ) throws -> Bool {
    let rows = try connection.execute(
      "select 1 from \(qualified("datapackage")) where run = $1 and json = $2",
      [package.run, package.manifest])
    guard rows.count == 1, try schema.changes(to: package.tables).isEmpty else { return false }
    return try package.tables.allSatisfy { table in
      var count = 0
      try table.forEachRow { _ in count += 1 }
      let stored = try connection.execute("select count(*) from \(qualified(table.name))")
      return stored[0, 0] == String(count)
    }
  }

  private func fill(_ table: PackageTable, _ connection: PostgresConnection) throws {
    try connection.execute("delete from \(qualified(table.name))")
    try connection.copy(into: qualified(table.name), columns: table.columns.map(\.name)) { rows in
      try table.forEachRow { cells in
        for cell in cells { rows.append(cell) }
        try rows.endRow()
      }
    }
  }
}

/// Why pools were not published to PostgreSQL.
package enum PostgresTargetError: Error, Hashable, CustomStringConvertible {
  /// Another publisher is at work in the schema.
  case held(schema: String)

  /// One line for the terminal.
  package var description: String {
    switch self {
    case .held(let schema):
      "another publisher is at work in the schema \(schema); wait for it to end"
    }
  }
}
