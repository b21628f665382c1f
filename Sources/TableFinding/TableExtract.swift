package import ExportReading
package import PoolModel

/// The one table of an export, a batch at a time, as stage 1 hands it on: header and rows.
///
/// Everything else is counted and told: lines that are no rows, other tables, rows whose cells
/// cannot be told apart. A row that one sign has broken is put right where one reading fits.
package struct TableExtract {
  /// The names of the columns; nil where no row names them.
  package let headers: [String]?
  /// How many rows were given so far.
  package private(set) var written = 0
  /// How many records were not.
  package private(set) var setAside = 0

  private let path: String
  private let shape: TableWidth
  private var mended: MendedRows
  /// Classes the rows below the first batch.
  private var reading: TableReading
  /// What the first batch shows; nil once its rows were given.
  private var window: TableWindow?
  private var isEnded = false
  private var gathered: GatheredRows

  /// An extract of the table that `batch` shows, below the lines that were passed; nil: it shows none.
  ///
  /// Findings name `path`.
  init?(
    window batch: RecordBatch, of reader: RecordReader, passed: GatheredRows, _ passedCount: Int,
    shownAs path: String
  ) {
    let mended = MendedRows(window: batch, of: reader)
    guard let window = TableWindow(mended.rows(of: batch)) else { return nil }
    let table = window.table
    let rows = window.rows.map(\.row)
    let names =
      table.headerRows.count == 1 ? rows[table.headerRows.lowerBound].cells : table.headers
    shape = TableWidth(
      names: table.headerRows.isEmpty ? nil : names, rows: rows[table.dataRows])
    headers = table.headerRows.isEmpty ? nil : shape.fit(names)
    reading = window.reading
    gathered = passed
    setAside = passedCount
    (self.path, self.mended, self.window) = (path, mended, window)
    noteHeader(rows[table.headerRows])
  }

  /// A header with fewer cells than the rows may name the wrong columns.
  private mutating func noteHeader(_ rows: ArraySlice<TableRow>) {
    guard let first = rows.first, rows.allSatisfy({ $0.cells.count < shape.cells }) else { return }
    gathered.note(.headerShort, "\(first.cells.count) names", line: first.line)
  }

  /// The rows of the table in a batch; the first batch is the window.
  package mutating func rows(of batch: RecordBatch) -> [[String]] {
    var kept: [[String]] = []
    if let window {
      self.window = nil
      setAside -= window.table.headerRows.count
      for (row, place) in window.places.enumerated() where place != .header {
        if let cells = cells(window.rows[row], place) { kept.append(cells) }
      }
      isEnded = window.isEnded
    } else {
      for row in mended.rows(of: batch) {
        if let cells = cells(row, place(of: row)) { kept.append(cells) }
      }
    }
    written += kept.count
    setAside += batch.records.count - kept.count
    return kept
  }

  private mutating func place(of row: MendedRows.Row) -> TableWindow.Place {
    if row.isBroken { return .broken }
    if isEnded { return .otherTable }
    if row.fault != nil { return .row }
    switch reading.verdict(on: row.row) {
    case .row(.data, _): return .row
    case .row(let lineClass, let reason): return .line(lineClass, reason: reason)
    case .otherTable:
      isEnded = true
      return .otherTable
    }
  }

  /// The cells of a row of the table; nil, and counted, where it is none.
  private mutating func cells(_ row: MendedRows.Row, _ place: TableWindow.Place) -> [String]? {
    let line = row.row.line
    switch place {
    case .header: break
    case .otherTable: gathered.note(.tableSetAside, line: line)
    case .broken: gathered.note(.quoteUnterminated, line: line)
    case .line(let lineClass, let reason):
      gathered.note(.linesSetAside, lineClass.rawValue, because: reason, line: line)
    case .row:
      if let fault = row.fault { gathered.note(.rowRepaired, fault.rawValue, line: line) }
      return dataCells(row.row)
    }
    return nil
  }

  private mutating func dataCells(_ row: TableRow) -> [String]? {
    let cells = shape.fitIfLossless(row.cells)
    let isInStep = row.cells.count == shape.cells || row.cells.count == mended.usualCells
    guard let cells, isInStep || !mended.knowsColumns || mended.isPlausible(row.cells) else {
      let isShort = row.cells.count < shape.columns
      gathered.note(isShort ? .cellsTooFew : .cellsTooMany, line: row.line)
      return nil
    }
    if row.cells.count < shape.columns {
      gathered.note(.rowPadded, padding(of: row).rawValue, line: row.line)
    }
    return cells
  }

  private func padding(of row: TableRow) -> GatheredRows.Padding {
    if row.cells.count == shape.cells { return .usual }
    return mended.knowsColumns ? .plausible : .unchecked
  }

  /// What is to be told of the whole export, in reading order.
  package func findings() -> [Finding] {
    var findings = gathered.findings(width: shape.columns)
    if headers == nil {
      findings.append(
        Finding(
          .headerMissing, at: SourcePosition(file: path, line: 1),
          message: "no row names the columns: the rows are written without a header",
          remedy: "ask the publisher for the names, or state them in a source file"))
    }
    return findings.sorted(by: Finding.inReadingOrder)
  }
}
