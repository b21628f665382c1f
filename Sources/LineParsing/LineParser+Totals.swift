import ExportReading
import MappingTables
import PoolModel
import TableFinding

/// Rows that state money and are no payments.
extension LineParser {
  /// A note is no money, but what its amount cells state is counted as set aside.
  ///
  /// So a set-aside rule that takes too much can be seen. A bare number is a count where each cell
  /// states its own unit.
  mutating func parseNote(_ cells: RecordCells) {
    setAside(\.nonDataRows)
    for (column, place) in columns.amounts.enumerated() {
      guard place.column.unit != .inCell || cells.text(place.field).contains("£") else { continue }
      let amount = amount(column, of: cells)
      guard let pence = amount.rounded else { continue }
      countRead(amount)
      countRounding(amount, pence)
      summary.waterfall.setAside.amount.pence += pence
    }
  }

  /// A total is held against the rows above it and counted, never added in.
  mutating func parseTotal(
    _ cells: RecordCells, _ place: RecordBatch.Place, _ batch: RecordBatch, _ record: Int,
    into result: inout LineBatch
  ) {
    let isLabelled = noteLabel(of: cells, place)
    if isFigureLost(cells) {
      noteUnreadable(in: cells, columns.amounts[0].field, place)
      setAside(\.nonDataRows)
      return result.note(record, .note, "a total's label, and no figure")
    }
    result.note(record, .total, LineParser.reason(isLabelled: isLabelled))
    hold(cells, place, batch, record, into: &result)
  }

  /// Holds what a total prints against the rows above it.
  mutating func hold(
    _ cells: RecordCells, _ place: RecordBatch.Place, _ batch: RecordBatch, _ record: Int,
    into result: inout LineBatch
  ) {
    let amounts = countTotal(cells)
    let printed = amounts.compactMap(\.rounded)
    if let bad = amounts.firstIndex(of: .unreadable) {
      noteUnreadable(in: cells, columns.amounts[bad].field, place)
    }
    guard !printed.isEmpty else { return noteElsewhere(cells, amounts, place) }
    let total = printed.reduce(0, +)
    isClosed =
      classifier.hasIdentity && totals.isSumOfAll(total)
      && !(mayLookBelow && hasPaymentsBelow(record, batch))
    let field = columns.amounts.first { cells.isFilled($0.field) }?.field
    if let difference = totals.take(total, at: position(of: place, field: field)) {
      noteDifference(difference, into: &result.findings)
    }
  }

  /// A sum of other pages or periods stands for no rows of this table.
  mutating func parseCarried(_ cells: RecordCells, _ place: RecordBatch.Place) {
    _ = countTotal(cells)
    gathered.note(
      .linesSetAside, at: position(of: place), value: "total (carried or brought forward)")
  }

  /// Whether an amount cell is filled and none holds a digit or a dash for nothing: `####`, `£`.
  private func isFigureLost(_ cells: RecordCells) -> Bool {
    let filled = columns.amounts.map(\.field).filter(cells.isFilled)
    return !filled.isEmpty && columns.amountFields.count == columns.amounts.count
      && filled.allSatisfy {
        !classifier.hasDigit(cells, $0) && CellReading.pence(of: cells.text($0)) == nil
      }
  }

  mutating func countTotal(_ cells: RecordCells) -> [ParsedAmount] {
    summary.totalRows += 1
    summary.waterfall.totals.rows += 1
    let amounts = columns.amounts.indices.map { amount($0, of: cells) }
    for amount in amounts {
      countRead(amount)
      guard let pence = amount.rounded else { continue }
      summary.waterfall.totals.amount.pence += pence
      countRounding(amount, pence)
    }
    return amounts
  }

  /// A total whose figure cannot be read checks nothing.
  mutating func noteUnreadable(in cells: RecordCells, _ field: Int, _ place: RecordBatch.Place) {
    gathered.note(
      .totalUnreadable, at: position(of: place, field: field), value: figure(in: cells, field))
  }

  /// A total whose figure stands in none of the amounts' columns.
  private mutating func noteElsewhere(
    _ cells: RecordCells, _ amounts: [ParsedAmount], _ place: RecordBatch.Place
  ) {
    guard !amounts.contains(.unreadable) else { return }
    gathered.note(
      .totalUnreadable, at: position(of: place), value: "(in another column)")
  }

  /// The first differences are told one by one, the others as one finding at the end.
  private mutating func noteDifference(
    _ difference: TotalsControl.Difference, into findings: inout [Finding]
  ) {
    totalDifferences += 1
    if totalDifferences <= LineParser.mostTotalsTold {
      findings.append(finding(of: difference))
    } else {
      lastDifference = difference
    }
  }

  /// What is known of printed totals once the table has ended.
  func findingsOnTotals() -> [Finding] {
    let atEnd = totals.differencesAtEnd()
    let told = atEnd.prefix(LineParser.mostTotalsTold).map { finding(of: $0) }
    let untold = atEnd.dropFirst(LineParser.mostTotalsTold).last.map {
      [finding(of: $0, rows: atEnd.count - LineParser.mostTotalsTold)]
    }
    let rest = totalDifferences - LineParser.mostTotalsTold
    return told + (untold ?? []) + (lastDifference.map { [finding(of: $0, rows: rest)] } ?? [])
  }

  private func finding(of difference: TotalsControl.Difference, rows: Int = 1) -> Finding {
    let (printed, sum) = (Money(pence: difference.printed), Money(pence: difference.sum))
    let gap = Money(pence: difference.printed - difference.sum)
    let before = rows > 1 ? "\(rows) more totals differ; in the last, " : ""
    return Finding(
      .totalDiffers, at: difference.position, value: printed.description, atStake: gap, rows: rows,
      message:
        "\(before)the printed total \(printed) differs from the rows \(difference.side) it, which "
        + "make \(sum), by \(gap)",
      remedy: "ask the publisher which is right")
  }
}
