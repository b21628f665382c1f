/// One record as the table finder looks at it.
package struct TableRow: Sendable {
  /// The physical line that the record starts on, from 1.
  package var line: Int
  /// The cells as published.
  package var cells: [String]

  /// A row.
  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// A table among the rows of an export.
package struct FoundTable: Sendable {
  /// The places of the header's rows among the rows given; empty: the table has no header.
  package var headerRows: Range<Int>
  /// The header of each column; several rows are joined with a blank, spans carried to the right.
  package var headers: [String]
  /// The places of the table's body, notes and totals between its rows included.
  package var dataRows: Range<Int>
  /// How many columns the body has.
  package var width: Int
  /// What the place rests on, in a few words.
  package var reason: String
}
