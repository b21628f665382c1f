import ExportReading
import TableFinding

/// Notices where a table with other columns begins below the export's own.
///
/// Its rows cannot be read by the columns of the first. A row of words over the columns of days and
/// amounts begins it, below a blank row, a total or a note; or a row that has the export's own
/// headers in other places. Where such words stand beside the amounts' columns, the row below must
/// have its figures there too.
struct OtherTable {
  /// Where it begins; nil where it is not open.
  private(set) var start: RecordBatch.Place?
  /// Whether the row before is no payment.
  private var isAfterGap = false
  /// A row that may head a narrower table.
  private var candidate: (fields: [Int], place: RecordBatch.Place)?

  @inline(__always)
  mutating func notePayment() {
    isAfterGap = false
    candidate = nil
  }

  /// Whether a record belongs to another table; every record that is no plain payment is asked.
  mutating func takes(
    _ rowClass: RowClass, _ cells: RecordCells, at place: RecordBatch.Place,
    _ classifier: RowClassifier
  ) -> Bool {
    switch rowClass {
    case .broken: return false
    case .blank:
      isAfterGap = true
      return false
    case .header:
      // The columns are the export's own again.
      self = OtherTable()
      return false
    default: break
    }
    if start != nil { return true }
    if begins(cells, place, classifier) { return true }
    isAfterGap = [.note, .payeeNote, .total, .carried, .totalIfSum].contains(rowClass)
    return false
  }

  private mutating func begins(
    _ cells: RecordCells, _ place: RecordBatch.Place, _ classifier: RowClassifier
  ) -> Bool {
    let above = candidate
    candidate = nil
    if classifier.statesAmount(cells) { return false }
    if let above, classifier.hasFigure(cells, below: above.fields) {
      start = above.place
      return true
    }
    guard classifier.isWordsOnly(cells) else { return false }
    if classifier.headsOtherColumns(cells, isAfterGap: isAfterGap) {
      start = place
      return true
    }
    if isAfterGap { candidate = (cells.filled, place) }
    return false
  }
}

extension RowClassifier {
  /// Whether two cells or more are filled, all with different words and none with a figure.
  fileprivate func isWordsOnly(_ cells: RecordCells) -> Bool {
    let texts = cells.filled.map { cells.text($0) }
    return texts.count >= 2 && Set(texts).count == texts.count && ScriptLine.reason(texts) == nil
      && texts.allSatisfy { text in
        let digits = text.count(where: \.isNumber)
        return text.contains(where: \.isLetter)
          && (digits == 0 || text.count(where: \.isLetter) > 2)
          && CellReading.pence(of: text) == nil
      }
  }

  /// Whether words stand over the days and the amounts that are not the names of those columns.
  fileprivate func headsOtherColumns(_ cells: RecordCells, isAfterGap: Bool) -> Bool {
    let values = [columns.date].compactMap(\.self) + columns.amounts.map(\.field)
    let isOverDays = columns.date.map { isWord(cells.text($0)) } ?? true
    guard isOverDays, columns.amounts.contains(where: { isWord(cells.text($0.field)) }),
      !(values + supplierFields.prefix(1)).allSatisfy({ isNamed(cells, $0) })
    else { return false }
    let known = Set(headers.filter { !$0.isEmpty })
    let shared = cells.filled.count { known.contains(FoldedText.of(cells.text($0))) }
    // Without days a row of two words may be a payee whose amount is withheld.
    return shared >= (isAfterGap ? (columns.date == nil ? 1 : 0) : 2)
  }

  private func isNamed(_ cells: RecordCells, _ field: Int) -> Bool {
    headers.indices.contains(field) && headers[field] == FoldedText.of(cells.text(field))
  }

  /// Three letters or more and no digit: `n/a` stands for an amount and heads no column.
  private func isWord(_ text: String) -> Bool {
    text.count(where: \.isLetter) >= 3 && !text.contains(where: \.isNumber)
  }

  /// Whether a row without day and amount has a figure below the words of a header.
  fileprivate func hasFigure(_ cells: RecordCells, below fields: [Int]) -> Bool {
    !statesDay(cells) && cells.filled.count >= 2
      && fields.contains { hasDigit(cells, $0) && CellReading.pence(of: cells.text($0)) != nil }
  }
}
