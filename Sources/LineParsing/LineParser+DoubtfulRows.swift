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
    if let stated, isSum(stated, rowClass, cells) {
      parseTotal(cells, place, into: &result)
      if !classifier.namesTotal(cells) {
        noteUnlabelled("no label, but the rows above make it", place)
      }
      return result.note(record, .total, "the rows above it add up to it")
    }
    if isClosed, !classifier.statesDay(cells) {
      return parseClosingRow(cells, record, place, into: &result)
    }
    let isChance = rowClass == .payeeIfNoSum && stated.map { mayBeSum($0, cells) } ?? false
    if let stated, stated != 0, rowClass == .labelIfSum || isChance {
      gathered.note(
        .totalDoubtful, at: position(of: place), value: LineParser.keptInDoubt, pence: stated)
    }
    parsePayment(cells, record, place, into: &result)
  }

  static let keptInDoubt = "may be a total or a payment: kept as a payment"
  static let closingRow = "may be a payment, but follows the total of all payments: set aside"

  /// Whether enough rows above make a row's amount.
  ///
  /// Two amounts make a third by chance now and then. A label that repeats the payee above it stands
  /// for one row as well, and so does any other once such labels were right. The bare payee once more
  /// stands for two of its rows, and for one once it has stood for several.
  private mutating func isSum(
    _ stated: Int64, _ rowClass: RowClass, _ cells: RecordCells
  ) -> Bool {
    switch rowClass {
    case .labelIfSum:
      let isPayees = !payeeAbove.isEmpty && cells.text(columns.suppliers[0]).hasPrefix(payeeAbove)
      let least = hasLabelsAmongPayees || isPayees ? 1 : 2
      let isSum = totals.isSumOfRows(stated, atLeast: least)
      if isSum { hasLabelsAmongPayees = true }
      return isSum
    case .payeeIfNoSum where repeatsPayee(cells):
      if totals.isSumOfPayee(stated, atLeast: hasSumsOfPayees ? 1 : 2) {
        hasSumsOfPayees = true
        return true
      }
      return totals.isSumOfRows(stated, atLeast: 3)
    case .payeeIfNoSum: return totals.isSumOfRows(stated, atLeast: 3)
    default: return totals.isSumOfRows(stated)
    }
  }

  /// Whether the rows above may make an amount by chance.
  private func mayBeSum(_ stated: Int64, _ cells: RecordCells) -> Bool {
    totals.isSumOfRows(stated) || repeatsPayee(cells) && totals.isSumOfPayee(stated, atLeast: 1)
  }

  private func repeatsPayee(_ cells: RecordCells) -> Bool {
    !payeeAbove.isEmpty && cells.text(columns.suppliers[0]) == payeeAbove
  }

  /// The payee of the last line; blank where there is none.
  private var payeeAbove: String {
    let place = Int(totals.lastPayee)
    return texts.suppliers.indices.contains(place) ? texts.suppliers[place].name : ""
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
