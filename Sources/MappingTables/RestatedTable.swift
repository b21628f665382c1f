package import PoolModel

/// `restated.csv`, which a migration publishes, read again: the old keys with their money.
package enum RestatedTable {
  private static let columns = [
    "old_body", "old_body_name", "old_code", "year", "covers_from", "covers_to", "basis", "side",
    "outcome", "new_body", "new_body_name", "new_code", "client_group", "care_setting", "age_band",
    "share", "rule", "crosswalk", "lines", "pounds",
  ]

  /// The old keys with their lines and pounds, a row each, in the file's order.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: how findings name it.
  /// - Returns: the rows, and what cannot be read; with findings the rows prove nothing.
  package static func read(
    _ bytes: [UInt8], path: String
  ) -> (rows: [(old: BudgetKey, tally: RowTally)], findings: [Finding]) {
    let file = MappingFile(path: path, bytes: bytes)
    guard let table = CSVTable(file, known: columns, required: columns) else {
      return ([], file.findings)
    }
    let rows = table.rows.compactMap(row)
    return (rows, file.findings)
  }

  private static func row(_ row: TableRow) -> (old: BudgetKey, tally: RowTally)? {
    let days = row.days("covers_from", "covers_to")
    guard let body = row.filled("old_body"),
      let basis = row.filledChoice("basis", of: FigureBasis.self),
      let side = row.filledChoice("side", of: PoolSide.self), let lines = row.wholeNumber("lines"),
      let text = row.filled("pounds")
    else { return nil }
    guard case .stated(let pounds) = StatedAmount(text) else {
      row.file.reportUnreadable(row.place("pounds"), "pounds", text, remedy: "restate the budget")
      return nil
    }
    let year = FinancialYear(row["year"])
    if year == nil, !row["year"].isEmpty {
      row.file.reportUnreadable(
        row.place("year"), "year", row["year"], remedy: "restate the budget")
      return nil
    }
    let covers = days.first.flatMap { first in days.last.map { DaySpan(first: first, last: $0) } }
    return (
      BudgetKey(
        body: body, code: row["old_code"], year: year, covers: covers, basis: basis, side: side),
      RowTally(rows: lines, amount: pounds)
    )
  }
}
