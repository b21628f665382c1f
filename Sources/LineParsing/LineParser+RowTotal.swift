import ExportReading
import MappingTables
import PoolModel

extension LineParser {
  /// Holds the printed sum of a row against its amounts; what differs is told once for all rows.
  ///
  /// The sum is in the unit of the first amount. Amounts that are printed in thousands are rounded,
  /// so that their sum may differ by half of the last printed digit for each.
  mutating func checkRowTotal(
    of cells: RecordCells, _ amounts: [ParsedAmount], _ place: RecordBatch.Place
  ) {
    guard let field = columns.rowTotal, let unit = columns.amounts.first?.column.unit else {
      return
    }
    let printed = unsafe ParsedAmount(cells[field], unit: unit)
    if printed == .unreadable { noteUnreadable(in: cells, field, place) }
    let total = layout.sign == .reversed ? printed.reversed : printed
    guard let total = total.rounded else { return }
    let sum = amounts.compactMap(\.rounded).reduce(0, +)
    let digit = LineParser.lastDigit(of: cells.text(field), unit)
    guard abs(total - sum) * 2 > digit * Int64(amounts.count) else { return }
    gathered.note(.totalDiffers, at: position(of: place, field: field))
  }

  /// What the last printed digit of a figure is worth, in pence, at least a penny.
  private static func lastDigit(of text: String, _ unit: AmountColumn.Unit) -> Int64 {
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    let places = decimals?.prefix { $0.isNumber }.count ?? 0
    let one: Int64 =
      switch unit {
      case .pence: 1
      case .pounds, .inCell: 100
      case .thousands: 100_000
      case .millions: 100_000_000
      }
    return max(1, (0..<places).reduce(one) { value, _ in value / 10 })
  }
}
