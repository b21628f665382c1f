import GRDB
package import PoolModel

/// How many rows and how much money the stored lines of an export hold.
package struct CountedLines: Hashable, Sendable {
  /// The lines that count.
  package var kept = RowTally()
  /// The lines that another export tells again.
  package var aside = RowTally()
}

extension PoolStore {
  /// The lines of each export, by path.
  ///
  /// Counted from the lines themselves, so that the waterfall does not rest on what the parser says
  /// it kept; once for all runs between which no line of the export was written. A wide row has several
  /// lines: its rows are counted by their first byte, and one of which any line counts is kept.
  package func countedLines() throws -> [String: CountedLines] {
    try queue.unsafeRead { database in
      var counted: [String: CountedLines] = [:]
      let exports = try Row.fetchAll(
        database,
        sql: """
          select path, kept_rows, kept_pence, aside_rows, aside_pence, export_id, data_rows
          from (select export_id, path, data_rows from export) left join line_count using (export_id)
          """)
      for export in exports {
        counted[export[0]] =
          export[1] == nil as Int?
          ? try PoolStore.countedLines(of: export[5], rows: export[6], database)
          : CountedLines(
            kept: RowTally(rows: export[1], amount: Money(pence: export[2])),
            aside: RowTally(rows: export[3], amount: Money(pence: export[4])))
      }
      return counted
    }
  }

  /// Counts the lines of the exports that were written since the last count, and notes the counts.
  package func countNewLines() throws {
    try queue.writeWithoutTransaction { database in
      let exports = try Row.fetchAll(
        database,
        sql: """
          select export_id, data_rows from export
          where export_id not in (select export_id from line_count)
          """)
      for export in exports {
        let counted = try PoolStore.countedLines(of: export[0], rows: export[1], database)
        try database.execute(
          sql: "insert into line_count values (?, ?, ?, ?, ?)",
          arguments: [
            export[0] as Int64, counted.kept.rows, counted.kept.amount.pence, counted.aside.rows,
            counted.aside.amount.pence,
          ])
      }
    }
  }

  private static func countedLines(
    of id: Int64, rows dataRows: Int, _ database: Database
  ) throws -> CountedLines {
    let range: StatementArguments = [
      id << StoreSchema.lineBits, (id + 1) << StoreSchema.lineBits,
    ]
    let condition = "from line where line_id >= ? and line_id < ?"
    let isAside = "line_id in (select line_id from line_aside)"
    func tally(_ columns: String, _ extra: String = "") throws -> RowTally {
      try Row.fetchOne(
        database, sql: "select \(columns), coalesce(sum(pence), 0) \(condition)\(extra)",
        arguments: range
      ).map { RowTally(rows: $0[0], amount: Money(pence: $0[1])) } ?? RowTally()
    }
    var counted = CountedLines()
    var whole = try tally("count(*)")
    if whole.rows != dataRows { whole = try tally("count(distinct byte)") }
    counted.kept = whole
    let asides = try Int.fetchOne(
      database, sql: "select count(*) from line_aside where line_id >= ? and line_id < ?",
      arguments: range)
    guard asides != 0 else { return counted }
    counted.kept = try tally("count(distinct byte)", " and not \(isAside)")
    counted.aside = RowTally(
      rows: whole.rows - counted.kept.rows, amount: whole.amount - counted.kept.amount)
    return counted
  }
}
