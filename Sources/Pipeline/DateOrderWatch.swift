import ExportReading
import LayoutGuessing
import LineParsing
import MappingTables
import PoolModel

/// Holds the dates of an export against the order that its layout states.
///
/// A date up to the twelfth is a day in either order, so that a wrong one moves money to another
/// month, or year, without a word.
struct DateOrderWatch {
  private let field: Int?
  private var dates = DateTally()

  /// A watch over the lines of an export.
  init(_ lines: ExportLines) {
    let headers = FoldedText.headers(lines.headerCells)
    field = lines.parser.layout.columns[.date].flatMap {
      headers.firstIndex(of: FoldedText.of($0))
    }
  }

  /// Counts the dates of the lines last given.
  mutating func note(_ batch: LineBatch, of lines: ExportLines) {
    guard let field else { return }
    for line in batch.lines {
      dates.note(lines.batch.text(record: Int(line.record), field: field))
    }
  }

  /// The order that the dates show; nil where the export has none.
  func decision(_ lines: ExportLines) -> DateOrderDecision? {
    guard field != nil else { return nil }
    return DateOrderDecision(
      dates, period: FileNamePeriod(fileName: lines.parser.summary.path.fileNameOfPath))
  }

  /// The finding that the dates show another order than the one stated.
  func finding(_ lines: ExportLines) -> Finding? {
    let (layout, summary) = (lines.parser.layout, lines.parser.summary)
    guard let field, let decision = decision(lines), decision.contradicts(layout.dateOrder),
      let column = layout.columns[.date]
    else { return nil }
    return Finding(
      .dateOrderUnknown,
      at: SourcePosition(file: summary.path, line: summary.headerLine, column: field + 1),
      value: column,
      message: "the dates in column \(column.quotedForMessage) are read as the layout says, "
        + "\(layout.dateOrder.rawValue), and show another order: "
        + decision.reasons.joined(separator: ", "),
      remedy: "look at the file, and state its order under date-orders in the source file")
  }
}
