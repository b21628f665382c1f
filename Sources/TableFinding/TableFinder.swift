/// Finds the tables of an export and says what each of its rows is.
///
/// It looks at where rows stand, at what their cells are against the columns below, at blanks and
/// at sums. Known header words are evidence, never needed.
package struct TableFinder: Sendable {
  /// Header words that exports are known to use, folded as headers are compared.
  private let headerWords: Set<String>

  /// A finder.
  package init(headerWords: Set<String> = []) {
    self.headerWords = headerWords
  }

  /// The tables among the rows, in order; empty where there is none.
  ///
  /// The rows may be the first of a longer export.
  package func tables(in rows: [TableRow]) -> [FoundTable] {
    sheet(of: rows).tables.map(\.found)
  }

  /// The class of every row, one for each in order.
  package func classify(rows: [TableRow]) -> [ClassifiedLine] {
    var (sheet, tables) = sheet(of: rows)
    LineClasses(tables: tables).assign(to: &sheet)
    TotalRows.mark(&sheet, tables)
    return rows.indices.map {
      ClassifiedLine(
        line: rows[$0].line, lineClass: sheet.classes[$0], reason: sheet.reasons[$0])
    }
  }

  private func sheet(of rows: [TableRow]) -> (sheet: TableSheet, tables: [TablePlace]) {
    var sheet = TableSheet(rows)
    BodySearch().mark(&sheet)
    let tables = TablePlaces(headerWords: headerWords).places(in: sheet)
    return (sheet, tables)
  }
}
