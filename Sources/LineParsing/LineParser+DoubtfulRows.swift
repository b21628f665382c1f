import ExportReading
import MappingTables
import PoolModel
import TableFinding

/// Rows that may be a total or a payment: what the rows above them say, and what stays in doubt.
extension LineParser {
  mutating func parseDoubtful(
    _ rowClass: RowClass, _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place,
    into result: inout LineBatch
  ) {
    let stated = statedSum(of: cells)
    let needed = leastRows(for: rowClass, cells, result)
    if let stated, totals.isSumOfRows(stated, atLeast: needed) {
      if rowClass == .labelIfSum { hasLabelsAmongPayees = true }
      parseTotal(cells, place, into: &result)
      if !classifier.namesTotal(cells) {
        noteUnlabelled("no label, but the rows above make it", place)
      }
      return result.note(record, .total, "the rows above it add up to it")
    }
    if isClosed, !classifier.statesDay(cells) {
      return parseClosingRow(cells, record, place, into: &result)
    }
    let isChance = rowClass == .payeeIfNoSum && stated.map { totals.isSumOfRows($0) } ?? false
    if let stated, stated != 0, rowClass == .labelIfSum || isChance {
      gathered.note(
        .totalDoubtful, at: position(of: place), value: LineParser.keptInDoubt, pence: stated)
    }
    parsePayment(cells, record, place, into: &result)
  }

  static let keptInDoubt = "may be a total or a payment: kept as a payment"
  static let closingRow = "may be a payment, but follows the total of all payments: set aside"

  /// How many rows above must make a row that it is a total.
  ///
  /// Two amounts make a third by chance now and then, unless the payee of the last row stands there
  /// again. A label that repeats the payee above it stands for one row as well, and so does any other
  /// once such labels were right.
  private func leastRows(
    for rowClass: RowClass, _ cells: RecordCells, _ result: LineBatch
  ) -> Int {
    let payee = cells.text(columns.suppliers[0])
    let above = payeeAbove(result)
    switch rowClass {
    case .labelIfSum:
      return hasLabelsAmongPayees || !above.isEmpty && payee.hasPrefix(above) ? 1 : 2
    case .payeeIfNoSum: return !above.isEmpty && payee == above ? 2 : 3
    default: return 2
    }
  }

  /// The payee of the last line; blank where there is none.
  private func payeeAbove(_ result: LineBatch) -> String {
    let payee = Int(result.lines.last?.supplier ?? lastPayee)
    return texts.suppliers.indices.contains(payee) ? texts.suppliers[payee].name : ""
  }

  /// A row without a day below the total of all payments: an average, a block of sums.
  mutating func parseClosingRow(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    guard let stated = statedSum(of: cells) else {
      return parsePayment(cells, record, place, into: &result)
    }
    gathered.note(
      .totalDoubtful, at: position(of: place), value: LineParser.closingRow, pence: stated)
    parseNote(cells)
    result.note(record, .note, "no day, and below the total of all payments")
  }

  /// What a row's amounts make; nil where none can be read.
  ///
  /// It counts nothing.
  private func statedSum(of cells: RecordCells) -> Int64? {
    let stated = columns.amounts.indices.compactMap { column in
      let amount = columns.amounts[column]
      return unsafe signed(
        ParsedAmount(cells[amount.field], unit: amount.column.unit), column, cells
      ).rounded
    }
    return stated.isEmpty ? nil : stated.reduce(Int64(0), &+)
  }

  /// Tells a total that only its blank cells tell; gives whether it has a label.
  mutating func noteLabel(of cells: RecordCells, _ place: RecordBatch.Place) -> Bool {
    let isLabelled = classifier.namesTotal(cells)
    if !isLabelled { noteUnlabelled("no label, and only its amount is filled", place) }
    return isLabelled
  }

  static func reason(isLabelled: Bool) -> String {
    isLabelled ? "its label says total" : "blank cells where payments are named"
  }

  private mutating func noteUnlabelled(_ reason: String, _ place: RecordBatch.Place) {
    gathered.note(.linesSetAside, at: position(of: place), value: "total (\(reason))")
  }

  mutating func notePayee(at position: SourcePosition) {
    gathered.note(
      .linesSetAside, at: position, value: "note (the payee's column and no amount or day)")
  }
}
