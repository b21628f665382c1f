/// Tells the rows of a table's body from everything else by their cells against their columns.
struct BodySearch {

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
    markTablesOfOtherShapes(&sheet)
  }

  /// Below the first table: blocks between blank rows that have a header and rows of their own.
  private func markTablesOfOtherShapes(_ sheet: inout TableSheet) {
    guard let first = sheet.isBody.firstIndex(of: true) else { return }
    let blocks = sheet.rows.indices[first...].split { sheet.shapes[$0].isBlank }
    for block in blocks where !block.contains(where: { sheet.isBody[$0] }) {
      guard block.count >= 3, let header = block.first, sheet.shapes[header].filled.count > 1,
        sheet.shapes[header].count(where: { $0 != .text }) == 0
      else { continue }
      let profile = ColumnProfile(block.dropFirst().map { sheet.shapes[$0] })
      var own = sheet
      own.addBlock(header..<(header + block.count), profile)
      let width = sheet.shapes[header].filled.count
      let isTable = block.dropFirst().allSatisfy { row in
        isBody(row, own, mayBeYears: false) && sheet.shapes[row].filled.count <= width
      }
      guard isTable || isTableOfText(block.map { sheet.shapes[$0] }) else { continue }
      for row in block.dropFirst() { own.isBody[row] = true }
      sheet = own
    }
  }

  /// Whether rows below their header fill the same columns as it does, and are more than pairs of a
  /// word and its note: three columns or more, or codes in the first.
  private func isTableOfText(_ shapes: [RowShape]) -> Bool {
    guard let columns = shapes.first?.filled, let first = columns.first,
      shapes.allSatisfy({ $0.filled == columns })
    else { return false }
    return columns.count > 2 || shapes.dropFirst().allSatisfy { $0.kind(first) == .code }
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
    let profile = sheet.profile(row)
    for column in shape.filled where profile.content(column) != .text {
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
    return shape.filled.count > 1 || shape.filled[0] > 0 || profile.width == 1
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
