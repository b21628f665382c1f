/// Lines that the program wrote which made the export.
package enum ScriptLine {
  /// Why the cells are such a line, in words; nil for any other row.
  package static func reason(_ cells: [String]) -> String? {
    let shape = RowShape(TableRow(line: 0, cells: cells))
    return isDrawn(cells, shape) ? "a drawn line" : reason(cells, shape)
  }

  /// Why a row is such a line; nil for any other row.
  static func reason(_ cells: [String], _ shape: RowShape) -> String? {
    guard let first = shape.filled.first else { return nil }
    if isColumnList(cells, shape) { return "a report program's list of columns" }
    guard shape.filled.count <= 3 else { return nil }
    let text = cells[first].drop { $0.isWhitespace }
    if text.hasPrefix("SQL>") || text.hasPrefix("SQL >") { return "a prompt of a database program" }
    if isRowCount(cells[first]) { return "a database program's count of rows" }
    return nil
  }

  /// A lower-case word alone, then cells such as `text supplier_id`: a type and a field's name.
  private static func isColumnList(_ cells: [String], _ shape: RowShape) -> Bool {
    guard shape.filled.count >= 4 else { return false }
    let words = shape.filled.map { cells[$0].split(separator: " ") }
    guard words[0].count == 1, words[0][0].allSatisfy({ $0.isLowercase && $0.isLetter }) else {
      return false
    }
    let types = words.dropFirst().filter { $0.count > 1 }.map { $0[0] }.sorted()
    return zip(types, types.dropFirst()).count { $0 == $1 && $0.allSatisfy(\.isLowercase) } >= 2
  }

  /// Whether it reads `(123 rows affected)` or `123 rows selected`.
  private static func isRowCount(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count == 3, Int(words[0]) != nil, words[1].hasPrefix("row") else { return false }
    return words[2] == "affected" || words[2] == "selected"
  }

  /// Whether all filled cells are lines drawn with dashes and other signs, as `---`, `===`, `+--+`.
  static func isDrawn(_ cells: [String], _ shape: RowShape) -> Bool {
    !shape.isBlank
      && shape.filled.allSatisfy { column in
        cells[column].utf8.allSatisfy(drawnSigns.contains)
      } && shape.filled.contains { cells[$0].utf8.count >= 3 || shape.filled.count > 2 }
  }

  /// The blank and `-=_*+:|`.
  private static let drawnSigns: Set<UInt8> = [0x20, 0x2D, 0x3D, 0x5F, 0x2A, 0x2B, 0x3A, 0x7C]
}
