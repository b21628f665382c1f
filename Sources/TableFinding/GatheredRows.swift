import PoolModel

/// Rows of one export that have the same thing the matter with them, told as one finding with the
/// first place and the number of rows.
struct GatheredRows {
  private struct Gathered {
    var first: SourcePosition
    /// Why the first of them is of the kind; empty where the kind says it.
    var reason: String
    var last: Int
    var rows: Int
  }

  /// What is the matter with a row.
  struct Kind: Hashable {
    var code: FindingCode
    /// What tells rows of one code apart, such as the class of a line.
    var detail: String
  }

  /// What speaks for blank cells belonging at a row's end.
  enum Padding: String {
    /// The cells that it has look like those of their columns.
    case plausible = ""
    /// Most rows have as few.
    case usual = "usual"
    /// Nothing: too few rows show what the columns hold.
    case unchecked = "unchecked"

    var remedy: String {
      switch self {
      case .plausible: "nothing to do, unless the last columns should hold something"
      case .usual: "check that the names stand over their columns: most rows have fewer cells"
      case .unchecked: "check that the last columns are the blank ones: too few rows show it"
      }
    }
  }

  private let file: String
  private var gathered: [Kind: Gathered] = [:]

  init(file: String) { self.file = file }

  /// Counts a row that begins on a line.
  mutating func note(
    _ code: FindingCode, _ detail: String = "", because reason: String = "", line: Int
  ) {
    let kind = Kind(code: code, detail: detail)
    let first = SourcePosition(file: file, line: line)
    gathered[kind, default: Gathered(first: first, reason: reason, last: line, rows: 0)].rows += 1
    gathered[kind]?.last = line
  }

  /// One finding a kind, in reading order.
  func findings(width: Int) -> [Finding] {
    gathered.map { kind, found in
      let words = GatheredRows.words(kind, found, width)
      let span = found.rows == 1 ? "" : ", the last on line \(found.last)"
      return Finding(
        kind.code, at: found.first, value: kind.detail, rows: found.rows,
        message: words.message + span, remedy: words.remedy)
    }.sorted(by: Finding.inReadingOrder)
  }

  private static func words(
    _ kind: Kind, _ found: Gathered, _ width: Int
  ) -> (message: String, remedy: String) {
    let count = found.rows == 1 ? "1 row" : "\(found.rows) rows"
    switch kind.code {
    case .cellsTooFew:
      return (
        "\(count) with fewer cells than the \(width) columns, which cannot be told apart: set aside",
        "ask the publisher for the row, or complete it"
      )
    case .cellsTooMany:
      return (
        "\(count) with more cells than the \(width) columns, which cannot be told apart: set aside",
        "put text that holds the delimiter between quotes"
      )
    case .rowRepaired:
      return (
        "\(count) put right in the only way that fits the columns: \(kind.detail)",
        "compare with the export"
      )
    case .rowPadded:
      return (
        "\(count) shorter than the \(width) columns: blank cells added at the end",
        (Padding(rawValue: kind.detail) ?? .unchecked).remedy
      )
    case .headerShort:
      return (
        "the header has \(kind.detail), the rows have \(width) cells",
        "check that the names stand over their columns"
      )
    case .quoteUnterminated:
      return (
        "\(count) with a quote that does not end: set aside",
        "correct the quotes of the row, or ask the publisher for it"
      )
    case .tableSetAside:
      return ("\(count) of another table: set aside", "put that table into a file of its own")
    default:
      let lines = found.rows == 1 ? "1 line" : "\(found.rows) lines"
      return (
        "\(lines) set aside as \(kind.detail) (\(found.reason))",
        "nothing to do, unless a row of the table is among them"
      )
    }
  }
}
