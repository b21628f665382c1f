/// Finds the header rows above a table's body.
struct HeaderSearch {
  /// The rows between `start` and the body's first row that head it; empty: none do.
  ///
  /// Header rows stand together; blank rows and single cells at the left may stand between them and
  /// the body. Rows that name less than half of the body's columns give way to others further up
  /// that name most.
  func rows(in sheet: TableSheet, from start: Int, to body: Int) -> Range<Int> {
    let nearest = block(in: sheet, from: start, to: body)
    let columns = sheet.shapes[body].filled
    guard named(nearest, sheet, columns) * 2 < columns.count else { return nearest }
    var further = nearest
    while !further.isEmpty, further.lowerBound > start {
      further = block(in: sheet, from: start, to: further.lowerBound)
      if named(further, sheet, columns) * 5 >= columns.count * 4 { return further }
    }
    return nearest
  }

  /// The nearest run of header rows above `end`; empty and at `end` where there is none.
  private func block(in sheet: TableSheet, from start: Int, to end: Int) -> Range<Int> {
    var last = end - 1
    while last >= start, !isHeader(last, sheet) { last -= 1 }
    guard last >= start else { return end..<end }
    var first = last
    var row = last - 1
    while row >= start {
      if isHeader(row, sheet) {
        first = row
      } else if !sheet.shapes[row].isBlank, !isPartOfHeader(row, sheet, start),
        !ScriptLine.isDrawn(sheet.rows[row].cells, sheet.shapes[row])
      {
        break
      }
      row -= 1
    }
    return first..<(last + 1)
  }

  /// How many of the columns have a word in one of the rows.
  private func named(_ rows: Range<Int>, _ sheet: TableSheet, _ columns: [Int]) -> Int {
    columns.count { column in rows.contains { sheet.shapes[$0].kind(column) != .blank } }
  }

  /// A row with two filled cells, or with one that stands over a column of the body.
  private func isHeader(_ row: Int, _ sheet: TableSheet) -> Bool {
    let shape = sheet.shapes[row]
    guard let first = shape.filled.first,
      ScriptLine.reason(sheet.rows[row].cells, shape) == nil,
      !ScriptLine.isDrawn(sheet.rows[row].cells, shape)
    else { return false }
    return shape.filled.count > 1 || first > 0
  }

  /// A single cell at the left with a header row above it, or one blank row between the two.
  private func isPartOfHeader(_ row: Int, _ sheet: TableSheet, _ start: Int) -> Bool {
    if row > start, isHeader(row - 1, sheet) { return true }
    return row - 1 > start && sheet.shapes[row - 1].isBlank && isHeader(row - 2, sheet)
  }
}
