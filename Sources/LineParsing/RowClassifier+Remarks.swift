import ExportReading
import TableFinding

/// Rows without an amount: remarks, and payments that have slipped.
extension RowClassifier {
  /// What a row is whose amount cells hold no figure; nil: a payment, or one gone wrong.
  ///
  /// One cell of three columns or more, or two of a wider table, neither day nor amount among them: a
  /// footnote, a group's heading, a line of a report program. Or a line of such a program over all
  /// columns.
  func remarkClass(of cells: RecordCells, _ filled: [Int]) -> RowClass? {
    guard columns.status == nil, !statesAmount(cells) else { return nil }
    if ScriptLine.reason((0..<cells.count).map { cells.text($0) }) != nil { return .note }
    guard !filled.contains(where: { columns.amountFields.contains($0) }),
      namedColumns >= (filled.count == 1 ? 3 : 4),
      filled.count == 1 || (filled.count == 2 && !(statesDay(cells) && mayNamePayee(cells)))
    else { return nil }
    if filled.contains(where: { isMoney(cells.text($0)) }) {
      return namesTotal(cells) ? .total : nil
    }
    if filled.count == 1, isWholeRow(cells.text(filled[0])) { return nil }
    return columns.suppliers[0].map(cells.isFilled) == true ? .payeeNote : .note
  }

  /// Whether the payee's cell is filled, if there is one; a row that is cut off may have named one.
  private func mayNamePayee(_ cells: RecordCells) -> Bool {
    cells.count < columns.neededWidth || columns.suppliers[0].map(cells.isFilled) ?? true
  }

  /// Whether any amount cell holds a digit.
  func statesAmount(_ cells: RecordCells) -> Bool {
    columns.amountFields.contains { hasDigit(cells, $0) }
  }

  /// Whether a text is written as money and not only as a number: `£500`, `1,200`, `12.50`.
  private func isMoney(_ text: String) -> Bool {
    let isMarked = text.hasPrefix("£") || text.contains(",")
    let pence = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    guard text.contains(where: \.isNumber), isMarked || (pence.count == 1 && pence.last?.count == 2)
    else { return false }
    return CellReading.pence(of: text) != nil
  }

  /// Whether a cell holds what should be the cells of a row, as far as its amount.
  private func isWholeRow(_ text: String) -> Bool {
    guard let amount = columns.amounts.first?.field else { return false }
    return [",", ";", "\t", "|"].contains { delimiter in
      let parts = text.split(separator: delimiter, omittingEmptySubsequences: false)
      guard parts.count >= columns.neededWidth, parts.count <= columns.width + 2 else {
        return false
      }
      return parts.dropFirst(amount).contains {
        $0.contains(where: \.isNumber) && CellReading.pence(of: String($0)) != nil
      }
    }
  }
}
