import ExportReading
import MappingTables
import TableFinding

/// Tells payments from everything else that stands in a table.
struct RowClassifier {
  let columns: LayoutColumns
  let headers: [String]
  let namedColumns: Int
  let supplierFields: [Int]
  /// The columns that a total's label stands in beside a day: the payee's and the first one.
  private let labelFields: [Int]
  /// What labels say of sums.
  let labels: TotalLabels

  init(columns: LayoutColumns, headers: [String], labels: TotalLabels = TotalLabels()) {
    self.columns = columns
    self.labels = labels
    self.headers = headers
    namedColumns = headers.count { !$0.isEmpty }
    supplierFields = columns.suppliers.compactMap { $0 }
    let first = columns.date == 0 || columns.amountFields.contains(0) ? nil : 0
    labelFields = [columns.suppliers[0], first].compactMap { $0 }
  }

  /// The class of one record.
  ///
  /// The order of the tests counts: a set-aside row may begin with the word "subtotal", and a total
  /// row has nothing but its label and its amounts.
  @inline(__always)
  func rowClass(of cells: RecordCells, place: RecordBatch.Place) -> RowClass {
    if place.isBroken { return .broken }
    if place.fieldCount == 0 { return .blank }
    if columns.notes.isEmpty, isPlainlyPayment(cells) { return .payment }
    let filled = cells.filled
    if filled.isEmpty { return .blank }
    if isNote(cells) { return .note }
    if isHeader(cells) { return .header }
    if let remark = remarkClass(of: cells, filled) { return remark }
    return totalClass(of: cells, filled: filled)
  }

  /// A date, a digit in the amount and no short label: no total, note or header has all three.
  @inline(__always)
  private func isPlainlyPayment(_ cells: RecordCells) -> Bool {
    guard let date = columns.date, let amount = columns.amounts.first,
      let first = unsafe cells[date].first, first >= 0x30, first <= 0x39,
      // A label may follow the day in its own cell: "30/04/2016 Total".
      let last = unsafe cells[date].last, last >= 0x30, last <= 0x39
    else { return false }
    return hasDigit(cells, amount.field) && !mayNameTotal(cells)
  }

  /// Whether a cell that may hold a label is short and begins as the labels of totals do.
  @inline(__always)
  func mayNameTotal(_ cells: RecordCells) -> Bool {
    if let reference = columns.reference, unsafe cells[reference].isEmpty { return true }
    return labelFields.contains { field in
      let cell = unsafe cells[field]
      // A row that names no payee may be a total whatever else it has.
      guard let first = unsafe cell.first else { return field == columns.suppliers[0] }
      guard cell.count <= RowClassifier.longestLabel else { return false }
      return RowClassifier.firstLetters.contains(first | 0x20)
    }
  }

  private static let longestLabel = 16
  /// Of total, subtotal, grand total and overall total; a blank may stand before them.
  private static let firstLetters: [UInt8] = [0x74, 0x73, 0x67, 0x6F, 0x20]

  /// Whether the date column has a figure and no label: a total's may stand there too, or a sentence.
  func statesDay(_ cells: RecordCells) -> Bool {
    guard let date = columns.date, hasDigit(cells, date) else { return false }
    let text = cells.text(date)
    return labels.label(text) == .none && !RowClassifier.isSentence(text)
  }

  /// Whether a text has four words or more and is no day.
  static func isSentence(_ text: String) -> Bool {
    text.split { !$0.isLetter }.count { $0.count > 1 } >= 4 && DateShape(text) == .other
  }

  /// Whether a row names no payee and has a sentence where its day should stand.
  func hasSentenceForDay(_ cells: RecordCells) -> Bool {
    guard let date = columns.date, let payee = columns.suppliers[0] else { return false }
    return !cells.isFilled(payee) && RowClassifier.isSentence(cells.text(date))
  }

  /// Whether the table has a column that every payment fills: days, or numbers of transactions.
  var hasIdentity: Bool { columns.date != nil || columns.reference != nil }

  /// Whether a row has a day or a number of its own, as payments have and sums have not.
  func isIdentified(_ cells: RecordCells) -> Bool {
    if statesDay(cells) { return true }
    guard let reference = columns.reference, hasDigit(cells, reference) else { return false }
    return labels.label(cells.text(reference)) == .none
  }

  @inline(__always)
  func hasDigit(_ cells: RecordCells, _ field: Int) -> Bool {
    unsafe cells[field].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func isNote(_ cells: RecordCells) -> Bool {
    columns.notes.contains { field, rule in
      let text = cells.text(field)
      let isWanted = rule.unless.isEmpty || rule.unless.contains { $0.matches(text) }
      return !isWanted || rule.when.contains { $0.matches(text) }
    }
  }

  private func isHeader(_ cells: RecordCells) -> Bool {
    guard cells.count >= columns.width else { return false }
    return (0..<columns.width).allSatisfy { headers[$0].isEmpty || isHeaderCell(cells, $0) }
  }

  private func isHeaderCell(_ cells: RecordCells, _ field: Int) -> Bool {
    headers[field].hasPrefix(FoldedText.of(cells.text(field))) && cells.isFilled(field)
  }
}
