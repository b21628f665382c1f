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

  /// Whether the figures are years that go up or down evenly, as headers of years do.
  var isRowOfYears: Bool {
    let values = filled.compactMap { cells[$0].figure }
    guard values.count >= 2, values.allSatisfy(\.isYear) else { return false }
    let steps = zip(values.dropFirst(), values).map { $0.millionths - $1.millionths }
    return filled.count - values.count <= 2 + values.count / 2
      && (steps.allSatisfy { $0 >= 0 } || steps.allSatisfy { $0 <= 0 })
  }
}
