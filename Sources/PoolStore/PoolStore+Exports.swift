import GRDB
package import PoolModel

/// An export that the store holds.
package struct StoredExport: Sendable {
  /// What the run saw of it.
  ///
  /// Its waterfall holds the upper half only.
  package var summary: ExportSummary
  /// What its figures are: a budget, a forecast or an outturn.
  package var basis: FigureBasis
  /// The hash of the mapping files that its lines were made with.
  package var mappings: String
  /// The number of the run that took it in.
  package var takenRun: Int
  /// Its id in the store, which no other version of it has.
  package var id: Int64
}

extension PoolStore {
  /// The exports of the store, in order of path.
  package func exports() throws -> [StoredExport] {
    try queue.unsafeRead { database in
      try Row.fetchAll(database, sql: "select * from export order by path").map(StoredExport.init)
    }
  }

  /// Takes an export with all its lines and findings out of the store.
  package func removeExport(_ export: StoredExport) throws {
    try queue.writeWithoutTransaction { try ExportTables.delete(export.id, $0) }
  }
}

extension PoolStore {
  /// Puts an export aside as the version that its file had before; the version before that is
  /// forgotten.
  package func makeFormer(_ export: StoredExport) throws {
    try forgetFormer(of: export.summary.path)
    try queue.writeWithoutTransaction { try ExportTables.move(export.id, back: false, $0) }
  }

  /// The version that an export had before its bytes changed; nil where the store has none.
  package func former(of path: String) throws -> StoredExport? {
    try queue.unsafeRead { database in
      try Row.fetchOne(
        database, sql: "select * from former_export where path = ?", arguments: [path]
      ).map(StoredExport.init)
    }
  }

  /// Lets the version that an export had before count again, where the store holds it and no other
  /// version.
  package func reinstate(_ former: StoredExport) throws {
    try queue.writeWithoutTransaction { try ExportTables.move(former.id, back: true, $0) }
  }

  /// Takes the version that an export had before out of the store.
  package func forgetFormer(of path: String) throws {
    guard let former = try former(of: path) else { return }
    try queue.writeWithoutTransaction { try ExportTables.delete(former.id, former: true, $0) }
  }
}

extension StoredExport {
  init(row: Row) {
    id = row["export_id"]
    mappings = row["mappings"]
    takenRun = row["taken_run"]
    basis = FigureBasis(rawValue: row["basis"]) ?? .outturn
    var summary = ExportSummary(
      path: row["path"], publisher: row["publisher"], organisation: row["organisation"],
      side: PoolSide(rawValue: row["side"]) ?? .spending)
    summary.sha256 = row["sha256"]
    summary.bytes = row["bytes"]
    summary.layout = row["layout"]
    summary.headerLine = row["header_line"]
    summary.dataRows = row["data_rows"]
    summary.blankRows = row["blank_rows"]
    summary.totalRows = row["total_rows"]
    summary.nonDataRows = row["non_data_rows"]
    summary.unparseableRows = row["unparseable_rows"]
    summary.printedTotal = (row["printed_total"] as Int64?).map { Money(pence: $0) }
    summary.firstDay = (row["first_day"] as Int32?).map { CalendarDay(daysSince1970: $0) }
    summary.lastDay = (row["last_day"] as Int32?).map { CalendarDay(daysSince1970: $0) }
    summary.waterfall.read = tally("read")
    summary.waterfall.readFraction = fraction("read_fraction")
    summary.waterfall.kept = tally("kept")
    summary.waterfall.refused = tally("refused")
    summary.waterfall.totals = tally("totals")
    summary.waterfall.setAside = tally("set_aside")
    summary.waterfall.rounding = fraction("rounding")
    self.summary = summary

    func tally(_ name: String) -> RowTally {
      RowTally(rows: row["\(name)_rows"], amount: Money(pence: row["\(name)_pence"]))
    }
    func fraction(_ name: String) -> PenceFraction {
      PenceFraction(units: Int128(row[name] as String) ?? 0)
    }
  }

  /// The columns of the table and their values, `export_id` aside.
  var columns: [(String, (any DatabaseValueConvertible)?)] {
    let waterfall = summary.waterfall
    return [
      ("path", summary.path), ("publisher", summary.publisher),
      ("organisation", summary.organisation), ("sha256", summary.sha256),
      ("mappings", mappings), ("taken_run", takenRun), ("bytes", summary.bytes),
      ("side", waterfall.side.rawValue),
      ("basis", basis.rawValue), ("layout", summary.layout),
      ("header_line", summary.headerLine), ("data_rows", summary.dataRows),
      ("blank_rows", summary.blankRows), ("total_rows", summary.totalRows),
      ("non_data_rows", summary.nonDataRows), ("unparseable_rows", summary.unparseableRows),
      ("printed_total", summary.printedTotal?.pence),
      ("first_day", summary.firstDay?.daysSince1970),
      ("last_day", summary.lastDay?.daysSince1970), ("read_rows", waterfall.read.rows),
      ("read_pence", waterfall.read.amount.pence),
      ("read_fraction", String(waterfall.readFraction.units)),
      ("kept_rows", waterfall.kept.rows), ("kept_pence", waterfall.kept.amount.pence),
      ("refused_rows", waterfall.refused.rows),
      ("refused_pence", waterfall.refused.amount.pence),
      ("totals_rows", waterfall.totals.rows), ("totals_pence", waterfall.totals.amount.pence),
      ("set_aside_rows", waterfall.setAside.rows),
      ("set_aside_pence", waterfall.setAside.amount.pence),
      ("rounding", String(waterfall.rounding.units)),
    ]
  }
}
