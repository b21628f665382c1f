import ExportReading
import MappingTables
import PoolModel

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
    _ cells: RecordCells, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    summary.totalRows += 1
    summary.waterfall.totals.rows += 1
    let amounts = columns.amounts.indices.map { amount($0, of: cells) }
    let printed = amounts.compactMap(\.rounded)
    for amount in amounts {
      countRead(amount)
      guard let pence = amount.rounded else { continue }
      summary.waterfall.totals.amount.pence += pence
      countRounding(amount, pence)
    }
    guard !printed.isEmpty else { return }
    let total = printed.reduce(0, +)
    let field = columns.amounts.first { cells.isFilled($0.field) }?.field
    if let difference = totals.take(total, at: position(of: place, field: field)) {
      noteDifference(difference, into: &result.findings)
    }
  }

  /// Whether a row's amount is the sum of the rows right above it; counts nothing.
  func isSum(_ cells: RecordCells) -> Bool {
    let printed = columns.amounts.compactMap { amount in
      let pence = unsafe ParsedAmount(cells[amount.field], unit: amount.column.unit).rounded
      return amount.column.isTakenAway ? pence.map { -$0 } : pence
    }
    let sum = printed.reduce(Int64(0), &+)
    return !printed.isEmpty && totals.isSumOfRows(layout.sign == .reversed ? -sum : sum)
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
    let atEnd = totals.differenceAtEnd().map { [finding(of: $0)] } ?? []
    let rest = totalDifferences - LineParser.mostTotalsTold
    return atEnd + (lastDifference.map { [finding(of: $0, rows: rest)] } ?? [])
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
