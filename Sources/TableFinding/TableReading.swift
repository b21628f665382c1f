/// Classifies the rows of one table one by one, once its header and its columns are known.
///
/// For exports that are too long to be looked at whole: a total is told by its label or by the
/// cells that it leaves blank, not by adding up.
package struct TableReading: Sendable {
  /// What a row after the window is.
  package enum Verdict: Sendable {
    /// A row with its class and why.
    case row(LineClass, reason: String)
    /// The header of another table begins here.
    case otherTable(reason: String)
  }

  private let headerCells: [[String]]
  /// By column: whether figures or dates stand in it.
  private let hasValues: [Bool]
  /// How many texts, codes and dates a row of the table usually has.
  private let usualTexts: Int
  private let usualCells: Int
  private var isAfterBlank = false

  /// A reading of a table found among `rows`.
  package init(_ table: FoundTable, rows: [TableRow]) {
    self.init(table, of: TableSheet(rows))
  }

  /// A reading of a table found in a sheet.
  init(_ table: FoundTable, of sheet: TableSheet) {
    headerCells = table.headerRows.map { TableReading.filledCells(sheet.rows[$0]) }
    let profile = sheet.profile(table.dataRows.lowerBound)
    hasValues = (0..<table.width).map { profile.content($0) != .text }
    let shapes = table.dataRows.map { sheet.shapes[$0] }.filter { $0.filled.count > 1 }
    let texts = shapes.map { $0.count { $0 == .text || $0 == .code || $0 == .date } }.sorted()
    let cells = shapes.map(\.filled.count).sorted()
    usualTexts = texts.isEmpty ? 0 : texts[texts.count / 2]
    usualCells = cells.isEmpty ? 0 : cells[cells.count / 2]
    isAfterBlank = sheet.shapes.last?.isBlank ?? false
  }

  /// The verdict on the next row; give it every row below the window in order.
  package mutating func verdict(on row: TableRow) -> Verdict {
    let shape = RowShape(row)
    defer { isAfterBlank = shape.isBlank }
    if shape.isBlank { return .row(.blank, reason: "no cell is filled") }
    if let reason = ScriptLine.reason(row.cells, shape) { return .row(.script, reason: reason) }
    if ScriptLine.isDrawn(row.cells, shape) { return .row(.script, reason: "a drawn line") }
    if headerCells.contains(TableReading.filledCells(row)) {
      return .row(.header, reason: "the header once more")
    }
    let values = shape.count(where: \.isValue)
    if values == 0, isOtherHeader(shape) {
      return .otherTable(reason: "words over columns of figures, below a blank row")
    }
    if values == 0, shape.filled.count == 1, usualCells > 2 {
      return .row(.note, reason: "a single text among rows of \(usualCells) cells")
    }
    if let reason = totalReason(row, shape, values) { return .row(.total, reason: reason) }
    return .row(.data, reason: "a row of the table")
  }

  private func isOtherHeader(_ shape: RowShape) -> Bool {
    guard isAfterBlank, shape.filled.count > 1, hasValues.contains(true) else { return false }
    return shape.filled.contains { $0 < hasValues.count && hasValues[$0] }
  }

  /// Figures with at most one text, where rows have several.
  private func totalReason(_ row: TableRow, _ shape: RowShape, _ values: Int) -> String? {
    let texts = shape.count { $0 == .text || $0 == .code || $0 == .date }
    guard values > 0, texts < 2, usualTexts > 0,
      shape.count(where: { $0 == .date }) == 0
    else { return nil }
    guard texts == 1 else {
      return usualTexts > 1 ? "figures alone, the cells that name a payment are blank" : nil
    }
    let label = shape.filled.first { shape.kind($0) == .text }.map { row.cells[$0] } ?? ""
    if usualTexts > 1, [.alone, .begins].contains(TotalLabel(label)) {
      return "its label says total and nothing else is named"
    }
    return nil
  }

  private static func filledCells(_ row: TableRow) -> [String] {
    row.cells.map { $0.filter { !$0.isWhitespace && $0 != "\u{FEFF}" } }.filter { !$0.isEmpty }
  }
}
