import ExportReading
import MappingTables
import PoolModel
import TableFinding

/// Rows that may be a total or a payment: what the rows above them say, and what stays in doubt.
extension LineParser {
  mutating func parseDoubtful(
    _ rowClass: RowClass, _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place,
    _ batch: RecordBatch, into result: inout LineBatch
  ) {
    let stated = statedSum(of: cells)
    if let stated, isSum(stated, rowClass, cells, record, batch) {
      hold(cells, place, batch, record, into: &result)
      if !classifier.namesTotal(cells) {
        noteUnlabelled("no label, but the rows above make it", place)
      }
      return result.note(record, .total, "the rows above it add up to it")
    }
    if let stated, isOfRows(stated, cells) {
      _ = countTotal(cells)
      noteUnlabelled("the number of the rows above, or their average", place)
      return result.note(record, .total, "the rows above are as many, or have that average")
    }
    if isClosed, !classifier.isIdentified(cells) {
      return parseClosingRow(cells, record, place, LineParser.closingRow, into: &result)
    }
    if classifier.hasSentenceForDay(cells), !classifier.isIdentified(cells) {
      return parseClosingRow(cells, record, place, LineParser.sentenceForDay, into: &result)
    }
    let isChance = stated.map { mayBeSum($0, rowClass, cells) } ?? false
    if let stated, stated != 0, rowClass == .labelIfSum || isChance {
      gathered.note(
        .totalDoubtful, at: position(of: place), value: LineParser.keptInDoubt, pence: stated)
    }
    parsePayment(cells, record, place, into: &result)
  }

  static let keptInDoubt = "may be a total or a payment: kept as a payment"
  static let closingRow = "may be a payment, but follows the total of all payments: set aside"
  static let partOfSum =
    "may be a payment, but is one of those that make the sum of all above once more: set aside"
  static let sentenceForDay = "may be a payment, but has a sentence in place of a day: set aside"

  /// Whether enough rows above make a row's amount.
  ///
  /// Two amounts make a third by chance now and then. A label that names the payee above it stands
  /// for one row as well, and so does any other once such labels were right. The bare payee once more
  /// stands for two of its rows, and for one once it has stood for several. Any other name stands for
  /// three, and for one once two such names were right; in a list without days for five, and only in
  /// its last row. What holds once it was right holds before where the rows below show it.
  private mutating func isSum(
    _ stated: Int64, _ rowClass: RowClass, _ cells: RecordCells, _ record: Int,
    _ batch: RecordBatch
  ) -> Bool {
    switch rowClass {
    case .labelIfSum:
      let name = payeeAbove
      let isPayees = !name.isEmpty && cells.text(columns.suppliers[0]).contains(name)
      let least = hasLabelsAmongPayees || isPayees ? 1 : 2
      let isSum =
        totals.isSumOfRows(stated, atLeast: least)
        || (totals.isSumSinceTotal(stated, atLeast: 1) && showsSumsBelow(record, batch))
      if isSum { hasLabelsAmongPayees = true }
      return isSum
    case .payeeIfNoSum where repeatsPayee(cells):
      let isSum = totals.isSumOfPayee(stated, atLeast: hasSumsOfPayees ? 1 : 2)
      if isSum || (totals.isSumOfPayee(stated, atLeast: 1) && showsSumsBelow(record, batch)) {
        hasSumsOfPayees = true
        return true
      }
      return totals.isSumOfRows(stated, atLeast: 3)
    case .payeeIfNoSum: return isSumWithoutLabel(stated, cells, record, batch)
    case .lastIfSum:
      return stated != 0 && totals.isSumOfAll(stated, atLeast: 5)
        && !hasPaymentsBelow(record, batch)
    default: return totals.isSumOfRows(stated)
    }
  }

  private mutating func isSumWithoutLabel(
    _ stated: Int64, _ cells: RecordCells, _ record: Int, _ batch: RecordBatch
  ) -> Bool {
    if totals.isSumOfRows(stated, atLeast: 3) {
      sumsWithoutLabel += 1
      return true
    }
    guard !classifier.isIdentified(cells), totals.isSumSinceTotal(stated, atLeast: 1) else {
      return false
    }
    return sumsWithoutLabel >= 2 || showsSumsBelow(record, batch)
  }

  /// Asks the rows below, so often as a file with subtotals needs and no more.
  private mutating func showsSumsBelow(_ record: Int, _ batch: RecordBatch) -> Bool {
    guard timesLookedBelow < 20 else { return false }
    timesLookedBelow += 1
    return areSumsBelow(record, batch)
  }

  /// Whether a row with one label states how many payments are above it, or their average, as its
  /// label says; of a few rows that may be so by chance.
  private func isOfRows(_ stated: Int64, _ cells: RecordCells) -> Bool {
    let named = cells.filled.filter { !columns.amountFields.contains($0) }
    guard named.count == 1, summary.dataRows >= 5, columns.amounts.count == 1,
      !classifier.isIdentified(cells)
    else { return false }
    switch classifier.labels.meaning(of: cells.text(named[0])) {
    case .count:
      return Int(cells.text(columns.amounts[0].field).filter { $0 != "," }) == summary.dataRows
    case .average:
      return totals.distance(from: stated, times: summary.dataRows) <= Int128(summary.dataRows)
    case .total, nil: return false
    }
  }

  /// Whether the rows above may make an amount by chance.
  private func mayBeSum(
    _ stated: Int64, _ rowClass: RowClass, _ cells: RecordCells
  ) -> Bool {
    if rowClass == .lastIfSum { return totals.isSumOfAll(stated, atLeast: 3) }
    guard rowClass == .payeeIfNoSum else { return false }
    return totals.isSumOfRows(stated)
      || repeatsPayee(cells) && totals.isSumOfPayee(stated, atLeast: 1)
  }

  private func repeatsPayee(_ cells: RecordCells) -> Bool {
    !payeeAbove.isEmpty && cells.text(columns.suppliers[0]) == payeeAbove
  }

  /// The payee of the last line; blank where there is none.
  private var payeeAbove: String {
    let place = Int(totals.lastPayee)
    return texts.suppliers.indices.contains(place) ? texts.suppliers[place].name : ""
  }

  /// A row without a day or a number that is no payment by the rows around it: an average below the
  /// total, a part of a block of sums.
  mutating func parseClosingRow(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, _ reason: String,
    into result: inout LineBatch
  ) {
    let stated = statedSum(of: cells)
    gathered.note(.totalDoubtful, at: position(of: place), value: reason, pence: stated)
    guard stated != nil else {
      parseNote(cells)
      return result.note(record, .note, "no day, no amount, and below the total of all payments")
    }
    _ = countTotal(cells)
    result.note(record, .total, "no day, and a sum or a figure of the rows above")
  }

  /// What a row's amounts make; nil where none can be read.
  ///
  /// It counts nothing.
  func statedSum(of cells: RecordCells) -> Int64? {
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
