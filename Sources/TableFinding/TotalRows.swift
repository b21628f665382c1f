/// Finds the rows of a table that are sums of others, by label and by arithmetic.
enum TotalRows {
  /// Marks totals among the data rows.
  static func mark(_ sheet: inout TableSheet, _ tables: [TablePlace]) {
    for table in tables {
      let rows = table.body.filter { sheet.classes[$0] == .data && sheet.isBody[$0] }
      guard !rows.isEmpty else { continue }
      let sums = SumSearch(SumTable(sheet, rows: rows)).sums()
      let body = TableBodyRows(sheet, rows: rows)
      for (place, row) in rows.enumerated() {
        let evidence = TotalEvidence(
          body, place: place, below: sums.below[place], above: sums.above[place])
        if evidence.isTotal { sheet.set(row, .total, evidence.reason) }
      }
    }
  }
}
