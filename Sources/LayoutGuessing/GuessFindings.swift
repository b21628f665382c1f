import MappingTables
import PoolModel

/// The findings of a guess: what a person must say.
struct GuessFindings {
  let path: String
  let line: Int
  /// What a layout calls a column.
  let name: (Int) -> String

  private func position(_ column: Int?) -> SourcePosition {
    SourcePosition(file: path, line: line, column: column.map { $0 + 1 })
  }

  func ambiguous(_ role: HeaderRole, _ columns: [Int]) -> Finding {
    let names = columns.map { name($0).quotedForMessage }
    let key = role == .amount ? "amounts" : "columns: \(role.rawValue)"
    return Finding(
      .columnAmbiguous, at: position(columns.first), value: role.rawValue,
      message: "the \(role.rawValue) may be the column \(names.joined(separator: " or "))",
      remedy: "say which under \(key) in the layout that weir guess drafts")
  }

  var noAmount: Finding {
    Finding(
      .columnAmbiguous, at: position(nil), value: HeaderRole.amount.rawValue,
      message: "no column is known to hold the amount",
      remedy: "name it under amounts in the layout that weir guess drafts")
  }

  func dateOrderUnknown(_ column: Int, _ reasons: [String]) -> Finding {
    Finding(
      .dateOrderUnknown, at: position(column), value: name(column),
      message: "the order of the dates in column \(name(column).quotedForMessage) cannot be known: "
        + reasons.joined(separator: ", "),
      remedy: "state date-order in the layout; without it the lines have no day")
  }
}
