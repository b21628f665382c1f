/// What a line of an export is.
package enum LineClass: String, CaseIterable, Sendable {
  /// Nothing in any cell.
  case blank
  /// Text above a table that names it.
  case title
  /// The names of the columns, or one row of them.
  case header
  /// A row of the table.
  case data
  /// A line that names the rows below it.
  case groupHeading = "group-heading"
  /// A sum of rows, printed with or without a label.
  case total
  /// Text that belongs to no row, such as a footnote.
  case note
  /// Text of the program that wrote the export, such as a query or its messages.
  case script
}

/// A line's class and why it has it.
package struct ClassifiedLine: Sendable {
  /// The physical line, from 1.
  package var line: Int
  /// What the row is.
  package var lineClass: LineClass
  /// Why, in a few words, for the person who reads the report.
  package var reason: String

  /// A line with its class.
  package init(line: Int, lineClass: LineClass, reason: String) {
    self.line = line
    self.lineClass = lineClass
    self.reason = reason
  }
}
