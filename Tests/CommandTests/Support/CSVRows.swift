import ImportTestSupport

extension WeirProgram.Ending {
  /// The output as a table with a header.
  var table: CSVRows { CSVRows(output) }
}

/// A small CSV table: RFC 4180, read character by character.
struct CSVRows {
  var header: [String]
  /// Cells below the header.
  var records: [[String]]

  /// The records by the header's names.
  var rows: [[String: String]] {
    records.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  init(_ text: String) {
    var records = CSVRows.records(of: Array(text.unicodeScalars))
    header = records.isEmpty ? [] : records.removeFirst()
    self.records = records
  }

  private static func records(of text: [Unicode.Scalar]) -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for (place, scalar) in text.enumerated() {
      switch scalar {
      case "\"":
        if !isQuoted, place > 0, text[place - 1] == "\"" { cell.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        records.append(cells + [cell])
        cells = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cells.isEmpty || !cell.isEmpty { records.append(cells + [cell]) }
    return records
  }

  /// The rows whose cells in these columns are these.
  func rows(where cells: KeyValuePairs<String, String>) -> [[String: String]] {
    rows.filter { row in cells.allSatisfy { row[$0.key] == $0.value } }
  }
}

extension [[String: String]] {
  /// The sum of a column of pounds with two places, in pence; empty cells count nothing.
  func pence(_ column: String = "pounds") -> Int64 {
    reduce(0) { $0 + (Int64(($1[column] ?? "").filter { $0 != "." }) ?? 0) }
  }

  /// The sum of a column of whole numbers.
  func sum(_ column: String) -> Int { reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) } }

  /// The different cells of a column.
  func distinct(_ column: String) -> Set<String> { Set(compactMap { $0[column] }) }
}
