/// Tells the rows of a table's body from everything else by their cells against their columns.
struct BodySearch {
  let headerWords: Set<String>

  /// Marks the body rows of a sheet.
  func mark(_ sheet: inout TableSheet) {
    var isBelowHeader = false
    for row in sheet.rows.indices {
      // A row of figures that could be years is data once a table has begun, if it has a label.
      let mayBeYears = !isBelowHeader || sheet.shapes[row].kind(0) == .blank
      sheet.isBody[row] = isBody(row, sheet, mayBeYears: mayBeYears)
      isBelowHeader = isBelowHeader || sheet.isBody[row]
    }
    if !sheet.isBody.contains(true) { markRowsOfText(&sheet) }
  }

  /// A row with more figures and dates than words where the columns hold figures and dates.
  private func isBody(_ row: Int, _ sheet: TableSheet, mayBeYears: Bool) -> Bool {
    let shape = sheet.shapes[row]
    guard !shape.isBlank, !(mayBeYears && shape.isRowOfYears), !shape.isRowOfUnits,
      !ScriptLine.isDrawn(sheet.rows[row].cells, shape),
      ScriptLine.reason(sheet.rows[row].cells, shape) == nil
    else { return false }
    var values = 0
    var words = 0
    var marks = 0
    for column in shape.filled where sheet.profile.content(column) != .text {
      switch shape.cells[column].kind {
      case .number, .amount, .date: values += 1
      case .missing: marks += 1
      default: words += 1
      }
    }
    // Signs for missing figures also draw lines under headers: alone they need a label.
    if values == 0 {
      return marks > 0 && words == 0 && shape.filled[0] == 0 && shape.kind(0) != .missing
    }
    values += marks
    guard values > 0, values >= words else { return false }
    return shape.filled.count > 1 || shape.filled[0] > 0 || sheet.profile.width == 1
  }

  /// A table without a column of figures: its rows are those that fill most columns.
  private func markRowsOfText(_ sheet: inout TableSheet) {
    var counts: [Int: Int] = [:]
    for shape in sheet.shapes where shape.filled.count > 1 {
      counts[shape.filled.count, default: 0] += 1
    }
    let widest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    guard let widest else { return }
    let table = sheet.rows.indices.filter { sheet.shapes[$0].filled.count * 2 > widest }
    for row in table.dropFirst() where sheet.shapes[row].filled.count > 1 {
      sheet.isBody[row] = true
    }
  }
}
