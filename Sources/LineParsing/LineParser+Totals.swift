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
    guard let sum = totals.difference(ofPrinted: total) else { return }
    let field = columns.amounts.first { cells.isFilled($0.field) }?.field
    result.findings.append(
      Finding(
        .totalDiffers, at: position(of: place, field: field),
        value: Money(pence: total).description, atStake: Money(pence: total - sum),
        message:
          "the printed total \(Money(pence: total)) differs from the rows above it, which make "
          + "\(Money(pence: sum)), by \(Money(pence: total - sum))",
        remedy: "ask the publisher which is right"))
  }
}
