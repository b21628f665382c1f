import ExportReading
import MappingTables
import TableFinding

/// Totals by their label and by the cells they leave blank; real payees' names begin with "total"
/// too, so a row that names a payee is a total only where the rows above it say so as well.
extension RowClassifier {
  /// Whether a row with an amount is a total, a payment, or depends on the rows above it.
  func totalClass(of cells: RecordCells, filled: [Int]) -> RowClass {
    let others = filled.filter { !columns.amountFields.contains($0) }
    guard others.count < filled.count else { return .payment }
    if others.isEmpty { return classOfAmounts(cells, filled) }
    if others.count <= 2, others.contains(where: { labels.label(cells.text($0)) == .carried }) {
      return .carried
    }
    if statesDay(cells) { return classOfDated(cells, others.filter { $0 != columns.date }) }
    // A column that set-aside rules look at says what a row is, also beside a total's label.
    // So do no other figures: the total of the net amounts stands beside those of tax and gross.
    let named =
      others.count == 1 ? others : others.filter { !isNoteField($0) && !isFigure(cells, $0) }
    guard named.count == 1, let label = named.first else { return classOfGroup(cells, named) }
    return classOfLabel(cells.text(label), in: label)
  }

  /// Nothing but cells of amounts: a total, or a note that begins in the first column.
  private func classOfAmounts(_ cells: RecordCells, _ filled: [Int]) -> RowClass {
    guard columns.date != nil || columns.width > 2 else { return .payment }
    let isText = filled.allSatisfy { field in
      let text = cells.text(field)
      let digits = text.count(where: \.isNumber)
      return text.count(where: \.isLetter) > 2 * digits
        || (digits == 0 && CellReading.pence(of: text) == nil)
    }
    return isText ? .note : .total
  }

  /// Whether a cell beside the amounts says that the row is a total.
  func namesTotal(_ cells: RecordCells) -> Bool {
    cells.filled.contains {
      !columns.amountFields.contains($0) && labels.label(cells.text($0)) != .none
    }
  }

  /// A day beside the amounts: only the rows above tell a total from a payment that names no
  /// payee, or one that is called "Total".
  private func classOfDated(_ cells: RecordCells, _ named: [Int]) -> RowClass {
    if named.count == 1 {
      let text = cells.text(named[0])
      if labels.label(text) == .alone || labels.meaning(of: text) == .total { return .labelIfSum }
    }
    let payee = columns.suppliers[0]
    let texts = Set([payee, named.first].compactMap(\.self))
    if texts.contains(where: { labels.label(cells.text($0)) == .alone }) { return .totalIfSum }
    // A named payee that was paid on a day is paid, whatever the rows above add up to.
    return payee.map { cells.isFilled($0) } ?? true ? .payment : .payeeIfNoSum
  }

  /// One text beside the amounts.
  private func classOfLabel(_ text: String, in field: Int) -> RowClass {
    let isPayee = namesPayee(text, field)
    // Where rows have a day and two cells more, one that lacks them all is no common payment.
    let isBare = hasIdentity && namedColumns >= 4
    switch labels.label(text) {
    case .alone: return .total
    case .begins: return isPayee ? .labelIfSum : .total
    case .ends:
      // The words of the table alone make no row a total.
      let saysTotal = TotalLabel(text) == .ends
      return isPayee ? .labelIfSum : isBare && saysTotal ? .total : .totalIfSum
    case .all, .average, .carried, .none:
      if isPayee { return hasIdentity || namedColumns >= 4 ? .payeeIfNoSum : .lastIfSum }
      if isBare || field == columns.date { return .totalIfSum }
      // Schemes and partners have no day, number or payee; only the last row may be their sum.
      return hasIdentity || !supplierFields.isEmpty ? .payment : .lastIfSum
    }
  }

  /// Several texts beside the amounts and no day: a group's total may repeat the group's name.
  private func classOfGroup(_ cells: RecordCells, _ named: [Int]) -> RowClass {
    let alone = named.filter { labels.label(cells.text($0)) == .alone }
    let suppliers = supplierFields.filter {
      named.contains($0) && namesPayee(cells.text($0), $0)
    }
    guard named.count <= 3 else { return .payment }
    // Figures without a name, among rows that have one.
    if named.isEmpty, !cells.isFilled(0) { return .totalIfSum }
    guard suppliers.allSatisfy({ alone.contains($0) }) else {
      return hasIdentity && !isIdentified(cells) ? .payeeIfNoSum : .payment
    }
    if !alone.isEmpty { return columns.date == nil ? .totalIfSum : .total }
    return columns.date != nil && !supplierFields.isEmpty ? .totalIfSum : .payment
  }

  /// A text that ends in a colon, such as "Sum:", is a label and no name.
  private func namesPayee(_ text: String, _ field: Int) -> Bool {
    supplierFields.contains(field) && text.last != ":"
  }

  /// Whether a cell is money, and no number of a transaction: it has pence or thousands set apart.
  private func isFigure(_ cells: RecordCells, _ field: Int) -> Bool {
    let cell = unsafe cells[field]
    return unsafe cell.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      && ParsedAmount(cell, unit: .pounds).rounded != nil
  }

  private func isNoteField(_ field: Int) -> Bool { columns.notes.contains { $0.field == field } }
}
