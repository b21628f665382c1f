import ExportReading
import PoolModel
import TableFinding

/// Rows of words that explain the columns, right below the header.
extension LineParser {
  /// Whether a row before all payments says in words what its columns hold: `dd/mm/yyyy`, `£`.
  func isExplanation(_ cells: RecordCells) -> Bool {
    guard summary.dataRows == 0, summary.unparseableRows == 0, columns.status == nil,
      columns.amountFields.contains(where: cells.isFilled)
    else { return false }
    let filled = cells.filled
    guard !filled.contains(where: { classifier.hasDigit(cells, $0) }) else { return false }
    // "Various" may stand for a day and "n/a" for an amount that is withheld.
    let isPound = columns.amountFields.contains { cells.text($0).contains("£") }
    let isWord = columns.amountFields.contains {
      cells.text($0).count(where: \.isLetter) >= 4
    }
    return isPound || (isWord && columns.date.map(cells.isFilled) ?? false)
  }

  mutating func parseExplanation(
    _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    setAside(\.nonDataRows)
    gathered.note(
      .linesSetAside, at: position(of: place), value: "note (words below the header, no figure)")
    result.note(record, .note, "words below the header, and no figure")
  }
}
