import ExportReading
import TableFinding

/// Totals by their label and by the cells they leave blank; real payees' names begin with "total"
/// too, so a row that names a payment is none.
extension RowClassifier {
  /// Whether a row with an amount is a total, a payment, or depends on the rows above it.
  func totalClass(of cells: RecordCells, filled: [Int]) -> RowClass {
    let others = filled.filter { !columns.amountFields.contains($0) }
    guard others.count < filled.count else { return .payment }
    if others.isEmpty { return columns.date != nil || columns.width > 2 ? .total : .payment }
    if statesDay(cells) { return classOfDated(cells, others.filter { $0 != columns.date }) }
    // A column that set-aside rules look at says what a row is, also beside a total's label.
    let named = others.count == 1 ? others : others.filter { !isNoteField($0) }
    guard named.count == 1, let label = named.first else { return classOfGroup(cells, named) }
    return classOfLabel(cells.text(label), in: label)
  }

  /// A day beside the amounts: only a bare "Total" that the rows above make is then no payment.
  private func classOfDated(_ cells: RecordCells, _ named: [Int]) -> RowClass {
    guard named.count == 1, TotalLabel(cells.text(named[0])) == .alone else { return .payment }
    return .totalIfSum
  }

  /// One text beside the amounts.
  private func classOfLabel(_ text: String, in field: Int) -> RowClass {
    let isDated = columns.date != nil
    switch TotalLabel(text) {
    case .alone: return .total
    case .begins:
      // In a list of payees without days nothing but the sum tells "Total" from a payee's name.
      return isDated || !supplierFields.contains(field) ? .total : .totalIfSum
    case .ends: return isDated && namedColumns >= 4 ? .total : .totalIfSum
    case .all, .average, .none: return isDated && namedColumns >= 4 ? .totalIfSum : .payment
    }
  }

  /// Several texts beside the amounts and no day: a group's total may repeat the group's name.
  private func classOfGroup(_ cells: RecordCells, _ named: [Int]) -> RowClass {
    let labels = named.filter { TotalLabel(cells.text($0)) == .alone }
    let suppliers = supplierFields.filter { named.contains($0) }
    guard named.count <= 3, suppliers.allSatisfy({ labels.contains($0) }) else { return .payment }
    if !labels.isEmpty { return columns.date == nil ? .totalIfSum : .total }
    return columns.date != nil && !supplierFields.isEmpty ? .totalIfSum : .payment
  }

  private func isNoteField(_ field: Int) -> Bool { columns.notes.contains { $0.field == field } }
}
