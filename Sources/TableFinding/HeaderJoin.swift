/// Joins a table's header rows into one header a column.
enum HeaderJoin {
  /// The headers of `width` columns.
  ///
  /// A cell above others that is followed by blank ones spans them: it is carried to the right as
  /// far as the row below has cells and no column to the left is passed.
  static func headers(_ rows: ArraySlice<TableRow>, width: Int) -> [String] {
    var joined = [[String]](repeating: [], count: width)
    let rows = rows.filter { !ScriptLine.isDrawn($0.cells, RowShape($0)) }[...]
    for (place, row) in rows.enumerated() {
      let isLast = place == rows.count - 1
      var carried = ""
      for column in 0..<width {
        let text = column < row.cells.count ? trimmed(row.cells[column]) : ""
        if !text.isEmpty { carried = text }
        let isSpanned = !isLast && column > 0 && hasCellBelow(rows, place, column)
        let shown = text.isEmpty && isSpanned ? carried : text
        if !shown.isEmpty { joined[column].append(shown) }
      }
    }
    return joined.map { $0.joined(separator: " ") }
  }

  private static func hasCellBelow(
    _ rows: ArraySlice<TableRow>, _ place: Int, _ column: Int
  ) -> Bool {
    rows.dropFirst(place + 1).contains {
      column < $0.cells.count && !trimmed($0.cells[column]).isEmpty
    }
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{FEFF}"
  }
}
