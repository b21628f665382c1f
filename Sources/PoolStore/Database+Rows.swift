import GRDB

extension Database {
  /// Replaces all rows of a table; `insert` is the statement that adds one.
  func replaceRows<Element>(
    of table: String, _ insert: String, with rows: [Element],
    _ arguments: (Element) -> StatementArguments
  ) throws {
    try execute(sql: "delete from \(table)")
    let statement = try cachedStatement(sql: insert)
    for row in rows { try statement.execute(arguments: arguments(row)) }
  }
}
