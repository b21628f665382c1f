import ExportReading
import PoolModel

extension LineParser {
  /// Why a row's cells cannot be told apart; nil where they can.
  func shapeFault(of cells: RecordCells, _ place: RecordBatch.Place) -> Finding? {
    if cells.count < columns.neededWidth {
      return Finding(
        .cellsTooFew, at: position(of: place), value: "\(cells.count)",
        message: "the row has \(cells.count) cells, its layout needs \(columns.neededWidth)",
        remedy: "complete the row in the rejects, or ask the publisher for it")
    }
    guard let extra = (columns.width..<max(columns.width, cells.count)).first(where: cells.isFilled)
    else { return nil }
    return Finding(
      .cellsTooMany, at: position(of: place, field: extra),
      value: "cell \(extra + 1) beyond the \(columns.width) columns",
      message:
        "the row has a filled cell \(extra + 1) beyond the \(columns.width) columns of its header",
      remedy: LineParser.quoteRemedy)
  }

  static let quoteRemedy = "put text that holds a comma between quotes in the rejects"

  /// Why a row's amounts cannot be used; nil where they can, or where a row with a status states
  /// none.
  func amountFault(
    _ amounts: [ParsedAmount], _ cells: RecordCells, _ place: RecordBatch.Place
  ) -> Finding? {
    if let bad = amounts.firstIndex(of: .unreadable) {
      let field = columns.amounts[bad].field
      return Finding(
        .amountUnreadable, at: position(of: place, field: field), value: figure(in: cells, field),
        message: "the amount \(figure(in: cells, field).quotedForMessage) cannot be read",
        remedy: "correct it in the rejects, or ask the publisher for the row")
    }
    guard amounts.allSatisfy({ $0 == .blank }), columns.status == nil else { return nil }
    return Finding(
      .amountMissing, at: position(of: place, field: columns.amounts.first?.field),
      message: "the row states no amount",
      remedy:
        "ask the publisher for it; if such rows are notes, say so under set-aside in the layout")
  }

  /// A cell that should hold a figure, for a message.
  ///
  /// A row that slipped by a column can put a
  /// payee's name here, so only a
  /// figure with no more than four letters, such as `12O` or `31-Sept-2012`, is repeated (law 8).
  func figure(in cells: RecordCells, _ field: Int) -> String {
    let text = cells.text(field)
    let isFigure = text.contains(where: \.isNumber) && text.count(where: \.isLetter) <= 4
    return isFigure ? text : "(text, not a figure)"
  }
}
