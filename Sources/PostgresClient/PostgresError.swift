internal import CLibPQ

/// What the server or libpq refused, without any value of a row.
package struct PostgresError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server's code, five signs after the SQL standard; empty where no server answered.
  package let sqlState: String
  /// The server's own message; its details are left out, for they show rows.
  package let message: String

  init(sqlState: String, message: String) {
    self.sqlState = sqlState
    self.message = message
  }

  /// The error that a result holds, met while doing `task`.
  init(_ result: OpaquePointer?, _ task: String) {
    func field(_ letter: Unicode.Scalar) -> String {
      // Safe: the text belongs to the result, which outlives the call, and is copied here.
      let text = unsafe PQresultErrorField(result, Int32(letter.value))
      return unsafe text.map { unsafe String(cString: $0) } ?? ""
    }
    sqlState = field("C")
    let words = PostgresError.withoutValues(field("M"), sqlState)
    message = task.isEmpty ? words : "\(task): \(words)"
  }

  /// Faults of data (class 22) are the only ones whose message itself quotes the value.
  private static func withoutValues(_ message: String, _ sqlState: String) -> String {
    guard sqlState.hasPrefix("22") else { return message }
    let head = message.prefix { $0 != ":" }
    return head.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "…" }.joined(separator: "\"")
  }

  /// Whether a statement was cancelled.
  package var isCancellation: Bool { sqlState == "57014" }

  /// `PostgreSQL 42501: permission denied for schema weir`.
  package var description: String {
    sqlState.isEmpty ? "PostgreSQL: \(message)" : "PostgreSQL \(sqlState): \(message)"
  }
}
