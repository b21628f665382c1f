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
    finding(
      columns.first, role, "the \(role.rawValue) may be the column \(names(columns, "or"))",
      remedy: "say which under columns: \(role.rawValue) in the layout that weir guess drafts")
  }

  /// What must be said of the money before any is read.
  func asking(_ question: MoneyQuestion) -> Finding {
    switch question {
    case .noAmount:
      finding(
        nil, .amount, "no column is known to hold the amount",
        remedy: "name it under amounts in the layout that weir guess drafts")
    case .either(let columns):
      finding(
        columns.first, .amount,
        columns.count == 1
          ? "the column \(names(columns, "or")) may be the amount, or be taken away from one"
          : "the amount may be the column \(names(columns, "or"))",
        remedy: "say which under amounts in the layout that weir guess drafts")
    case .beside(let columns, let others):
      finding(
        columns.first, .amount,
        "beside amounts for \(others) across, \(hold(columns)) money, and nothing says what it is",
        remedy: "name all amounts of a row under amounts in the layout that weir guess drafts")
    case .unit(let column):
      finding(
        column, .amount,
        "what the column \(names([column], "or")) counts in cannot be known: headers, titles and"
          + " cells do not agree",
        remedy: "state the unit under amounts in the layout that weir guess drafts")
    }
  }

  /// Columns of money beside a known amount.
  func notRead(_ columns: [Int]) -> Finding {
    finding(
      columns.first, .amount, "\(hold(columns)) money and nothing says what it is: it is not read",
      remedy: "if it is paid as well, name it under amounts in the layout that weir guess drafts")
  }

  /// Rows above the header that may be payments of another table.
  func tableAbove(_ lines: [Int]) -> Finding {
    Finding(
      .tableSetAside, at: SourcePosition(file: path, line: lines.first ?? line), rows: lines.count,
      message: "another table stands above the header; its \(lines.count) rows are not read",
      remedy: "put that table into a file of its own, with a layout of its own")
  }

  /// Signs that may not say which figures are credits.
  func doubting(_ doubt: SignDoubt) -> Finding {
    switch doubt {
    case .allNegative(let column):
      Finding(
        .signDoubtful, at: position(column), value: name(column),
        message: "every figure of the column \(names([column], "or")) is negative",
        remedy: "if they are payments, state sign: reversed in the layout")
    case .unsigned(let column, let mark, let cell):
      Finding(
        .signDoubtful, at: position(mark), value: cell,
        message: "the column \(names([mark], "or")) says \(cell.quotedForMessage), and no figure of"
          + " \(names([column], "or")) is negative: all are added",
        remedy: "if these are credits, state them under credits beside the amount in the layout")
    }
  }

  private func hold(_ columns: [Int]) -> String {
    columns.count == 1
      ? "the column \(names(columns, "and")) holds" : "the columns \(names(columns, "and")) hold"
  }

  private func names(_ columns: [Int], _ word: String) -> String {
    let names = columns.map { name($0).quotedForMessage }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  private func finding(
    _ column: Int?, _ role: HeaderRole, _ message: String, remedy: String
  ) -> Finding {
    Finding(
      .columnAmbiguous, at: position(column), value: role.rawValue, message: message,
      remedy: remedy)
  }

  func dateOrderUnknown(_ column: Int, _ reasons: [String]) -> Finding {
    Finding(
      .dateOrderUnknown, at: position(column), value: name(column),
      message: "the order of the dates in column \(name(column).quotedForMessage) cannot be known: "
        + reasons.joined(separator: ", "),
      remedy: "state date-order in the layout; without it the lines have no day")
  }
}
