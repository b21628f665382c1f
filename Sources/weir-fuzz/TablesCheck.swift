import TableFinding

/// Rows of any shape: each has one class, and each table lies among them.
enum TablesCheck {
  /// Cells that make rows look like parts of a table.
  private static let words = [
    "", " ", "Date", "Supplier", "Amount", "Total", "Oak House", "01/04/2012", "100.00", "200.00",
    "300.00", "-50", "note: none", "SQL> select", "Adults", "5",
  ]

  static func fault(of input: [UInt8]) -> String? {
    let rows = rows(of: input)
    let finder = TableFinder()
    let classes = finder.classify(rows: rows)
    if classes.map(\.line) != rows.map(\.line) { return "not every row has one class, in order" }
    for (row, found) in zip(rows, classes) {
      if isBlank(row) != (found.lineClass == .blank) {
        return "line \(row.line) of \(row.cells) is \(found.lineClass)"
      }
      if found.reason.isEmpty { return "line \(row.line) has a class without a reason" }
    }
    let again = input.count.isMultiple(of: 8) ? finder.classify(rows: rows) : classes
    if again.map(\.lineClass) != classes.map(\.lineClass) {
      return "the same rows have other classes"
    }
    let window = rows.count / 2
    return tableFault(of: finder.tables(in: rows), among: rows.count)
      ?? readingFault(of: Array(rows[window...]), below: Array(rows[..<window]), finder)
  }

  /// Rows read one by one below the rows that a table was found in.
  private static func readingFault(
    of rows: [TableRow], below window: [TableRow], _ finder: TableFinder
  ) -> String? {
    guard let table = finder.tables(in: window).last else { return nil }
    var reading = TableReading(table, rows: window)
    for row in rows {
      guard case .row(let lineClass, let reason) = reading.verdict(on: row) else { return nil }
      if (lineClass == .blank) != isBlank(row) {
        return "line \(row.line) of \(row.cells) is \(lineClass): \(reason)"
      }
    }
    return nil
  }

  private static func isBlank(_ row: TableRow) -> Bool {
    row.cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  private static func tableFault(of tables: [FoundTable], among count: Int) -> String? {
    var end = 0
    for table in tables {
      let starts = [table.headerRows.lowerBound, table.dataRows.lowerBound]
      if table.headerRows.isEmpty ? starts[1] < end : starts[0] < end || starts[0] > starts[1] {
        return "a table begins within the one before it, or its header below its rows"
      }
      end = max(end, table.dataRows.upperBound)
      if end > count { return "a table ends below the last row" }
    }
    return nil
  }

  /// Every byte is a cell: half of them words of ``words``, the others their own character; a row
  /// ends at each line feed.
  private static func rows(of input: [UInt8]) -> [TableRow] {
    var rows: [TableRow] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let cells = line.map { byte in
        byte < 0x80 ? String(Unicode.Scalar(byte)) : words[Int(byte) % words.count]
      }
      rows.append(TableRow(line: rows.count + 1, cells: cells))
    }
    return rows
  }
}
