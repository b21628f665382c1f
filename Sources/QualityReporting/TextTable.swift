/// A table of aligned columns for a terminal.
struct TextTable {
  /// How a column stands and what it gives up where the page is narrow.
  enum Column {
    /// A name that commands take; never cut.
    case name(String)
    /// A text; its end is cut where the page is narrow.
    case text(String)
    /// A path; its beginning is cut, because the file's name is at its end.
    case path(String)
    /// A number or an amount; never cut.
    case number(String)

    var title: String {
      switch self {
      case .name(let title), .text(let title), .path(let title), .number(let title): title
      }
    }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  /// A table without rows yet.
  init(_ columns: Column...) { self.columns = columns }

  /// A table of such columns without rows yet.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, a cell for each column.
  mutating func add(_ cells: String...) { rows.append(cells) }

  /// Adds a row of such cells.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, the titles first; none where the table has no rows.
  func lines(width: Int) -> [String] {
    guard !rows.isEmpty else { return [] }
    let all = [columns.map(\.title)] + rows
    let widths = self.widths(of: all, within: width)
    return all.map { row in
      var line = ""
      for (place, column) in columns.enumerated() {
        if place > 0 { line += "  " }
        line += TextTable.cell(row[place], column, width: widths[place])
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The widest cell of each column; the widest texts give way until the table fits or each is
  /// down to twelve characters.
  private func widths(of rows: [[String]], within width: Int) -> [Int] {
    var widths = columns.indices.map { place in rows.map { $0[place].count }.max() ?? 0 }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    while excess > 0 {
      let texts = columns.indices.filter { place in
        switch columns[place] {
        case .name, .number: return false
        case .text, .path: return widths[place] > 12
        }
      }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func cell(_ text: String, _ column: Column, width: Int) -> String {
    let padding = String(repeating: " ", count: max(width - text.count, 0))
    switch column {
    case .number: return padding + text
    case .name: return text + padding
    case .text: return text.count > width ? text.prefix(width - 1) + "…" : text + padding
    case .path: return text.count > width ? "…" + text.suffix(width - 1) : text + padding
    }
  }
}
