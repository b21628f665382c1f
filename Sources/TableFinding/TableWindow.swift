/// The first rows of an export with its table among them.
struct TableWindow {
  /// What a row is to the table.
  enum Place: Equatable {
    /// One of the rows that name the columns.
    case header
    case row
    /// A line that is no row, and why.
    case line(LineClass, reason: String)
    case otherTable
    /// A line with a quote that never ends.
    case broken
  }

  let rows: [MendedRows.Row]
  let table: FoundTable
  /// One for each row.
  let places: [Place]
  /// What classes the rows below.
  let reading: TableReading
  /// Whether another table begins among the rows.
  let isEnded: Bool

  /// Finds the table: the first, unless a later one is more than twice as long; nil: there is none.
  init?(_ rows: [MendedRows.Row]) {
    let plain = rows.map(\.row)
    let sheet = FoundSheet(plain)
    let tables = sheet.found
    guard let first = tables.first else { return nil }
    let table = tables.first { $0.dataRows.count > 2 * first.dataRows.count } ?? first
    let next = tables.first { $0.headerRows.lowerBound >= table.dataRows.upperBound }
    let classes = sheet.classes()
    places = plain.indices.map { row in
      let (lineClass, reason) = (classes[row].lineClass, classes[row].reason)
      if table.headerRows.contains(row) { return .header }
      if rows[row].isBroken { return .broken }
      if let next, row >= next.headerRows.lowerBound { return .otherTable }
      if row >= table.dataRows.lowerBound, lineClass == .data { return .row }
      return lineClass == .data ? .otherTable : .line(lineClass, reason: reason)
    }
    isEnded = next != nil
    (self.rows, self.table) = (rows, table)
    reading = TableReading(table, of: sheet.sheet)
  }
}
