import GRDB
package import PoolModel

/// How many lines of an export are of one month, and their sum.
package struct ExportMonth: Hashable, Sendable {
  /// The month of the days of payment.
  package var month: CalendarMonth
  /// Its lines and their sum.
  package var tally: RowTally

  /// A month of an export.
  package init(month: CalendarMonth, tally: RowTally) {
    self.month = month
    self.tally = tally
  }

  func insert(export: Int64, _ database: Database) throws {
    try database.cachedStatement(sql: "insert into export_month values (?, ?, ?, ?)")
      .execute(arguments: [export, month.index, tally.rows, tally.amount.pence])
  }
}

extension PoolStore {
  /// The months of the exports by their paths, in order; lines without a day are in none, and lines
  /// that another export tells again are counted.
  package func months() throws -> [String: [ExportMonth]] {
    try monthly(
      """
      select path, month, line_count, pence from export_month join export using (export_id)
      order by path, month
      """)
  }

  /// The months of the versions that exports had before, by path.
  package func formerMonths() throws -> [String: [ExportMonth]] {
    try monthly(
      """
      select path, month, line_count, pence
      from former_export_month join former_export using (export_id) order by path, month
      """)
  }

  private func monthly(_ question: String) throws -> [String: [ExportMonth]] {
    try queue.unsafeRead { database in
      Dictionary(grouping: try Row.fetchAll(database, sql: question)) { $0[0] as String }
        .mapValues { rows in
          rows.map {
            ExportMonth(
              month: CalendarMonth(index: $0[1]),
              tally: RowTally(rows: $0[2], amount: Money(pence: $0[3])))
          }
        }
    }
  }

  /// The lines that other exports tell again, by path and month; those without a day are in none.
  package func monthsAside() throws -> [String: [CalendarMonth: RowTally]] {
    try queue.unsafeRead { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          select path, day, count(*), sum(pence) from line_aside join line using (line_id)
          join export on export.export_id = line_id >> \(StoreSchema.lineBits)
          where day is not null group by path, day
          """)
      var found: [String: [CalendarMonth: RowTally]] = [:]
      while let row = try rows.next() {
        let month = CalendarMonth(containing: CalendarDay(daysSince1970: row[1]))
        found[row[0], default: [:]][month, default: RowTally()] += RowTally(
          rows: row[2], amount: Money(pence: row[3]))
      }
      return found
    }
  }
}
