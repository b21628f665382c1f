import ExportReading

/// The rows of an export with those put right that one stray or missing sign has broken.
///
/// It comes before the search for the table, which a row out of step would mislead.
struct MendedRows {
  /// A row as the table finder takes it.
  struct Row {
    var row: TableRow
    /// What was put right; nil: the row stands as published.
    var fault: RowRepair.Fault?
    /// Whether it is a line with a quote that never ends.
    var isBroken = false
  }

  /// How many cells most rows have.
  let usualCells: Int
  private let reader: RecordReader
  private let repair: RowRepair

  /// Learns from `window`, an export's first batch, what its columns look like.
  init(window: RecordBatch, of reader: RecordReader) {
    var counts: [Int: Int] = [:]
    for place in window.records where place.fieldCount > 1 {
      counts[Int(place.fieldCount), default: 0] += 1
    }
    usualCells = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    var forms = ColumnForms(width: usualCells)
    for (record, place) in window.records.enumerated() where place.fieldCount == usualCells {
      let cells = window.texts(record: record).map { Array($0.utf8) }
      if cells.contains(where: { !$0.isEmpty }) { forms.learn(cells) }
    }
    repair = RowRepair(dialect: reader.dialect, forms: forms, width: usualCells)
    self.reader = reader
  }

  /// The rows of a batch, one for each record.
  func rows(of batch: RecordBatch) -> [Row] {
    batch.records.enumerated().map { record, place in
      let row = TableRow(line: Int(place.line), cells: batch.texts(record: record))
      guard mayBeOutOfStep(row, place), !isPlausible(row.cells),
        let (cells, fault) = repaired(place)
      else { return Row(row: row, isBroken: place.isBroken) }
      return Row(row: TableRow(line: row.line, cells: cells), fault: fault)
    }
  }

  /// A row with another number of cells than most, or with a quote that may stand in a wrong place.
  private func mayBeOutOfStep(_ row: TableRow, _ place: RecordBatch.Place) -> Bool {
    if place.fieldCount != usualCells { return place.fieldCount > 0 || place.isBroken }
    guard let quote = repair.dialect.quote, row.cells.contains(where: { $0.utf8.contains(quote) })
    else { return false }
    return SoundCells(bytes(of: place), dialect: repair.dialect) == nil
  }

  /// Whether a row has what its columns usually hold, with blank cells added or dropped at its end.
  func isPlausible(_ cells: [String]) -> Bool {
    guard cells.dropFirst(usualCells).allSatisfy(\.isEmpty) else { return false }
    let blanks = Array(repeating: [UInt8](), count: max(0, usualCells - cells.count))
    return repair.forms.fit(cells.prefix(usualCells).map { Array($0.utf8) } + blanks, .loose)
  }

  /// Whether there were enough rows to know what the columns hold.
  var knowsColumns: Bool { repair.forms.rowCount >= ColumnForms.fewestRows }

  private func repaired(
    _ place: RecordBatch.Place
  ) -> (cells: [String], fault: RowRepair.Fault)? {
    guard let (cells, fault) = repair.reading(of: bytes(of: place)) else { return nil }
    return (cells.map { String(decoding: $0, as: UTF8.self) }, fault)
  }

  /// The bytes of a record as UTF-8, without its line end.
  private func bytes(of place: RecordBatch.Place) -> [UInt8] {
    var bytes = reader.text(of: place)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes
  }
}
