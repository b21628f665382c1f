/// Finds the rows of a table that are sums of others.
struct TotalRows {
  /// Marks totals among the data rows.
  func mark(_ sheet: inout TableSheet, _ tables: [TablePlace]) {
    for table in tables {
      for row in table.body where sheet.classes[row] == .data {
        guard TotalLabel.matches(sheet.label(row)) else { continue }
        sheet.set(row, .total, "its label says total")
      }
    }
  }
}
