internal import CLibPQ

/// The rows that a statement gave, as texts.
@safe package final class PostgresRows {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { unsafe self.result = unsafe result }

  deinit { unsafe PQclear(result) }

  /// How many there are.
  package var count: Int { Int(unsafe PQntuples(result)) }

  /// A cell; nil where it is null.
  ///
  /// Both places count from 0.
  package subscript(row: Int, column: Int) -> String? {
    let (row, column) = (Int32(row), Int32(column))
    guard unsafe PQgetisnull(result, row, column) == 0 else { return nil }
    // Safe: the text belongs to the result, which outlives the call, and is copied here.
    return unsafe PQgetvalue(result, row, column).map { unsafe String(cString: $0) }
  }
}
