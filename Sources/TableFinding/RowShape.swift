/// What the cells of one row look like.
struct RowShape {
  /// The cells up to the last filled one.
  let cells: [CellReading]
  /// The places of the filled cells.
  let filled: [Int]

  init(_ row: TableRow) {
    var cells = row.cells.map { CellReading($0) }
    while cells.last?.kind == .blank { cells.removeLast() }
    self.cells = cells
    filled = cells.indices.filter { cells[$0].kind != .blank }
  }

  var isBlank: Bool { filled.isEmpty }
  /// Whether the leftmost cell alone is filled.
  var isLeftCellAlone: Bool { filled == [0] }

  /// The kind of a cell; blank beyond the last filled one.
  func kind(_ column: Int) -> CellKind { column < cells.count ? cells[column].kind : .blank }

  /// The figure of a cell.
  func figure(_ column: Int) -> Figure? { column < cells.count ? cells[column].figure : nil }

  /// How many filled cells are of a kind.
  func count(where matches: (CellKind) -> Bool) -> Int { filled.count { matches(cells[$0].kind) } }

  /// Whether every figure is a year, as in headers of years.
  ///
  /// A year alone counts where nothing stands to its left; two where the first is no label.
  var isRowOfYears: Bool {
    let columns = filled.filter { cells[$0].figure != nil }
    guard let first = columns.first, columns.allSatisfy({ cells[$0].figure?.isYear == true })
    else { return false }
    if filled.contains(where: { cells[$0].kind == .date }) { return false }
    return first > 0 ? columns.count > 1 || filled[0] == first : columns.count > 2
  }

  /// Whether the figures say what the columns count in: `(1,000)`.
  var isRowOfUnits: Bool {
    let figures = filled.compactMap { cells[$0].figure }
    return !figures.isEmpty && figures.allSatisfy(\.isUnit)
      && filled.allSatisfy { cells[$0].kind != .date }
  }
}
