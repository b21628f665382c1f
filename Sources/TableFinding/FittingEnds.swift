/// A row's cells with how many of them, from its beginning and from its end, look like those of the
/// columns they would have in a table of another width.
struct FittingEnds {
  let cells: [[UInt8]]
  private let leading: Int
  private let trailing: Int

  /// The cells of a row, held against a table of `width` columns.
  init(_ cells: [[UInt8]], _ forms: ColumnForms, width: Int, _ fit: ColumnForms.Fit) {
    self.cells = cells
    leading =
      cells.prefix(width).enumerated().prefix { forms.fit($1, column: $0, fit) }.count
    trailing =
      cells.suffix(width).reversed().enumerated()
      .prefix { forms.fit($1, column: width - 1 - $0, fit) }.count
  }

  /// Whether the cells before and behind some fit.
  func fit(without places: Range<Int>) -> Bool {
    places.lowerBound <= leading && cells.count - places.upperBound <= trailing
  }
}
