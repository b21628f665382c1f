/// The figures of a table's body rows by column, ready for adding up.
struct SumTable {
  /// The places of the body rows in the sheet, top to bottom.
  let rows: [Int]
  /// How many columns are added up.
  let width: Int
  /// A sum that chance does not explain shows in far fewer columns than the widest sheets have.
  private static let mostColumns = 48
  /// By row, then by column: the figure in millionths, 0 where there is none.
  let values: [[Int64]]
  /// By row, then by column: whether the cell is filled and no figure.
  let isUnknown: [[Bool]]
  /// The step of a column's figures, in millionths: its last decimal place, or what they are
  /// rounded to.
  private let units: [Int64]

  init(_ sheet: TableSheet, rows: [Int]) {
    self.rows = rows
    let profile = sheet.profile(rows.first ?? 0)
    let columns = SumTable.fullest(
      (0..<profile.width).filter { profile.content($0) == .figures }, of: rows, sheet)
    width = columns.count
    let figures = rows.map { row in columns.map { sheet.shapes[row].figure($0) } }
    values = figures.map { $0.map { $0?.millionths ?? 0 } }
    isUnknown = rows.map { row in
      columns.map { sheet.shapes[row].kind($0) != .blank && sheet.shapes[row].figure($0) == nil }
    }
    units = columns.indices.map { column in
      let values = figures.compactMap { $0[column]?.millionths }.filter { $0 != 0 }
      let place = figures.compactMap { $0[column]?.unit }.min() ?? 1_000_000
      // A handful of figures has a common divisor by chance.
      guard values.count >= 8 else { return place }
      return max(1, min(values.reduce(0, SumTable.commonDivisor), 10 * place))
    }
  }

  /// The columns with the most figures, left to right.
  private static func fullest(_ columns: [Int], of rows: [Int], _ sheet: TableSheet) -> [Int] {
    guard columns.count > mostColumns else { return columns }
    let counts = columns.map { column in
      (column: column, figures: rows.count { sheet.shapes[$0].figure(column) != nil })
    }
    return counts.sorted { ($1.figures, $0.column) < ($0.figures, $1.column) }
      .prefix(mostColumns).map(\.column).sorted()
  }

  private static func commonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    var (high, low) = (abs(one), abs(other))
    while low != 0 { (high, low) = (low, high % low) }
    return high
  }

  /// How unlikely a figure is met by chance when a sum misses it by so much, in bits.
  func bits(_ column: Int, figure: Int64, error: Int64) -> Int {
    64 - (abs(figure) / (2 * error + units[column])).leadingZeroBitCount
  }

  /// By how much a sum of so many rounded figures may miss its total.
  ///
  /// Half of the last decimal place for the total, and what the roundings of the parts usually make
  /// together.
  func slack(_ column: Int, parts: Int) -> Int64 {
    var root: Int64 = 1
    while root * root < parts { root += 1 }
    return units[column] * (1 + root) / 2 + Int64(parts)
  }
}
