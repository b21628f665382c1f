import ExportReading
import MappingTables

/// What a record below the header is.
enum RowClass: Equatable {
  /// Nothing in any cell.
  case blank
  /// The headers once more.
  case header
  /// Text that is no money: the layout's set-aside rules say so.
  case note
  /// A printed total.
  case total
  /// A quote that never ends.
  case broken
  /// A row that should give lines.
  case payment
}

/// Tells payments from everything else that stands in a table.
struct RowClassifier {
  private let columns: LayoutColumns
  private let headers: [String]

  init(columns: LayoutColumns, headers: [String]) {
    self.columns = columns
    self.headers = headers
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
    return isTotal(cells, filled: filled) ? .total : .payment
  }

  /// A date and a digit in the amount: no total, note or header has both.
  @inline(__always)
  private func isPlainlyPayment(_ cells: RecordCells) -> Bool {
    guard let date = columns.date, let amount = columns.amounts.first,
      let first = unsafe cells[date].first, first >= 0x30, first <= 0x39
    else { return false }
    return unsafe cells[amount.field].contains { $0 >= 0x30 && $0 <= 0x39 }
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

  /// Amounts alone, or amounts and one cell that begins with "total": many real payees' names
  /// begin so too, but their rows have more cells filled.
  private func isTotal(_ cells: RecordCells, filled: [Int]) -> Bool {
    let others = filled.filter { !columns.amountFields.contains($0) }
    guard others.count < filled.count else { return false }
    if others.isEmpty { return columns.date != nil || columns.width > 2 }
    // A column that set-aside rules look at says what a row is, also beside a total's label.
    let labels = others.count == 1 ? others : others.filter { !isNoteField($0) }
    guard labels.count == 1, let label = labels.first else { return false }
    return RowClassifier.isTotalLabel(cells.text(label))
  }

  private func isNoteField(_ field: Int) -> Bool { columns.notes.contains { $0.field == field } }

  /// "Total", "Grand total", "Sub-total:", "Total additional contribution".
  static func isTotalLabel(_ text: String) -> Bool {
    let words = FoldedText.of(text).split { !$0.isLetter }
    guard let first = words.first else { return false }
    if ["total", "totals", "subtotal", "subtotals"].contains(first) { return true }
    return words.count > 1 && ["grand", "sub", "overall"].contains(first)
      && words[1].hasPrefix("total")
  }
}
