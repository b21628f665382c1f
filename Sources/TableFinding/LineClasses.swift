/// Gives every row of a sheet its class once the tables are found.
struct LineClasses {
  let tables: [TablePlace]

  /// Assigns classes and reasons.
  func assign(to sheet: inout TableSheet) {
    for row in sheet.rows.indices { assign(row, &sheet) }
  }

  private func assign(_ row: Int, _ sheet: inout TableSheet) {
    let shape = sheet.shapes[row]
    if shape.isBlank { return sheet.set(row, .blank, "no cell is filled") }
    if let reason = ScriptLine.reason(sheet.rows[row].cells, shape) {
      return sheet.set(row, .script, reason)
    }
    if ScriptLine.isDrawn(sheet.rows[row].cells, shape) {
      return sheet.set(row, .script, "a drawn line")
    }
    guard let table = tables.last(where: { $0.header.lowerBound <= row }) else {
      return tables.isEmpty
        ? sheet.set(row, .note, "the export has no table")
        : sheet.set(row, .title, "text above the first table")
    }
    if table.header.contains(row) { return sheet.set(row, .header, "names the columns below") }
    if table.header.contains(where: { sheet.rows[$0].cells == sheet.rows[row].cells }) {
      return sheet.set(row, .header, "the header once more")
    }
    if sheet.isBody[row] { return sheet.set(row, .data, "figures where the columns have figures") }
    assignText(row, table, &sheet)
  }

  /// A row of words below a header.
  private func assignText(_ row: Int, _ table: TablePlace, _ sheet: inout TableSheet) {
    if row < table.body.upperBound {
      return sheet.shapes[row].filled.count == 1
        ? sheet.set(row, .groupHeading, "a single text with rows of the table below it")
        : sheet.set(row, .data, "within the table")
    }
    sheet.set(row, .note, "text below the table")
  }
}
