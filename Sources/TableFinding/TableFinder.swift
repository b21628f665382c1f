/// Finds the tables of an export and says what each of its rows is.
///
/// It looks at where rows stand, at what their cells are against the columns below, at blanks and
/// at sums. It knows no header words.
package struct TableFinder: Sendable {
  /// A finder.
  package init() {}

  /// The tables among the rows, in order; empty where there is none.
  ///
  /// The rows may be the first of a longer export.
  package func tables(in rows: [TableRow]) -> [FoundTable] { FoundSheet(rows).found }

  /// The class of every row, one for each in order.
  package func classify(rows: [TableRow]) -> [ClassifiedLine] { FoundSheet(rows).classes() }
}

/// The rows of an export with the tables among them.
struct FoundSheet {
  private(set) var sheet: TableSheet
  let tables: [TablePlace]

  /// The tables in order; empty where there is none.
  var found: [FoundTable] { tables.map(\.found) }

  /// Finds the tables among the rows.
  init(_ rows: [TableRow]) {
    sheet = TableSheet(rows)
    BodySearch().mark(&sheet)
    tables = TablePlaces().places(in: sheet)
  }

  /// The class of every row.
  func classes() -> [ClassifiedLine] {
    var sheet = sheet
    LineClasses(tables: tables).assign(to: &sheet)
    TotalRows.mark(&sheet, tables)
    return sheet.rows.indices.map {
      ClassifiedLine(
        line: sheet.rows[$0].line, lineClass: sheet.classes[$0], reason: sheet.reasons[$0])
    }
  }
}
