import ExportReading
import PoolModel
import TableFinding

extension LineParser {
  /// Takes a row that is no plain payment for what its class says, and by the rows around it.
  mutating func parse(
    _ rowClass: RowClass, _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place,
    _ batch: RecordBatch, into result: inout LineBatch
  ) {
    switch rowClass {
    case .payment where isClosed && !classifier.isIdentified(cells):
      parseClosingRow(cells, record, place, LineParser.closingRow, into: &result)
    case let kind where kind.mayBePayment && isExplanation(cells):
      parseExplanation(record, place, into: &result)
    case .payment: parsePayment(cells, record, place, into: &result)
    case .blank:
      setAside(\.blankRows)
      result.note(record, .blank, "no cell is filled")
    case .header:
      setAside(\.nonDataRows)
      result.note(record, .header, "the headers once more")
    case .note, .payeeNote:
      parseNote(cells)
      if rowClass == .payeeNote { notePayee(at: position(of: place)) }
      result.note(record, .note, "a set-aside rule, or neither a day nor an amount")
    case .total:
      parseTotal(cells, place, batch, record, into: &result)
    case .carried:
      parseCarried(cells, place)
      result.note(record, .total, "its label says carried or brought forward")
    case .totalIfSum, .labelIfSum, .payeeIfNoSum, .lastIfSum:
      parseDoubtful(rowClass, cells, record, place, batch, into: &result)
    case .broken:
      refuse(LineParser.openQuote(in: summary.path, place), place, into: &result)
    }
  }

  private static func openQuote(in path: String, _ place: RecordBatch.Place) -> Finding {
    Finding(
      .quoteUnterminated,
      at: SourcePosition(file: path, line: Int(place.line), byte: place.faultByte),
      message: "a quote is opened and never closed",
      remedy: "close the quote in the rejects, or ask the publisher for the row")
  }
}
