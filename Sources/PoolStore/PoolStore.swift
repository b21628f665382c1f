import GRDB
import Glibc
package import PoolModel

/// The store of a workspace: `data/weir.sqlite`.
///
/// The only module with SQL.
///
/// A run is one transaction: ``begin()``, then exports in and out, then ``commit()`` or
/// ``rollback()``. A reader sees the run before until then, or waits: a run that outgrows SQLite's page
/// cache locks readers out, who give up after five seconds.
package final class PoolStore: Sendable {
  let queue: DatabaseQueue

  /// Opens a store, and makes or brings up its tables.
  ///
  /// The error of SQLite is passed on, with the path and without any values.
  package init(path: String) throws {
    PoolStore.makeFile(path)
    var configuration = Configuration()
    // The run's transaction spans many calls.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try StoreSchema.migrator.migrate(queue)
  }

  /// Makes the file of a new store for its owner only.
  ///
  /// It holds payees as received, individuals among them (law 8). SQLite gives the files beside it the
  /// same rights.
  private static func makeFile(_ path: String) {
    guard path != ":memory:" else { return }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // Where it cannot be made, or is there already, SQLite says what is the matter or opens it.
    if descriptor >= 0 { close(descriptor) }
  }

  /// Starts a run's transaction; nobody else can write until it ends.
  package func begin() throws {
    try queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
  }

  /// Ends a run's transaction: all that it wrote is there, on disk.
  package func commit() throws {
    try queue.writeWithoutTransaction { try $0.commit() }
  }

  /// Ends a run's transaction as if it had never begun.
  package func rollback() throws {
    try queue.writeWithoutTransaction { try $0.rollback() }
  }

  /// The run that the store holds; nil before the first.
  package func lastRun() throws -> StoredRunRecord? {
    try queue.unsafeRead { database in
      try Row.fetchOne(
        database,
        sql: "select run_id, inputs, mappings, exit_code from run order by sequence desc limit 1"
      ).map {
        StoredRunRecord(id: $0[0], inputs: $0[1], mappings: $0[2], exitCode: $0[3])
      }
    }
  }

  /// Notes the run whose results the transaction holds.
  package func note(_ run: StoredRunRecord) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          insert into run (run_id, inputs, mappings, exit_code, sequence)
          values (?, ?, ?, ?, (select coalesce(max(sequence), 0) + 1 from run))
          on conflict (run_id) do update set inputs = excluded.inputs,
            mappings = excluded.mappings, exit_code = excluded.exit_code,
            sequence = excluded.sequence
          """, arguments: [run.id, run.inputs, run.mappings, run.exitCode])
    }
  }

  /// How many rows and how much money the lines of each export hold, by path.
  ///
  /// Counted from the lines themselves, so that the waterfall does not rest on what the parser says
  /// it kept. A wide row has several lines: its rows are counted by their first byte.
  package func keptByExport() throws -> [String: RowTally] {
    try queue.unsafeRead { database in
      var kept: [String: RowTally] = [:]
      for export in try Row.fetchAll(database, sql: "select export_id, path, data_rows from export")
      {
        let id: Int64 = export[0]
        let range: StatementArguments = [
          id << StoreSchema.lineBits, (id + 1) << StoreSchema.lineBits,
        ]
        let condition = "from line where line_id >= ? and line_id < ?"
        guard
          let row = try Row.fetchOne(
            database, sql: "select count(*), coalesce(sum(pence), 0) \(condition)",
            arguments: range)
        else { continue }
        var rows: Int = row[0]
        if rows != export[2] {
          rows =
            try Int.fetchOne(
              database, sql: "select count(distinct byte) \(condition)", arguments: range) ?? 0
        }
        kept[export[1]] = RowTally(rows: rows, amount: Money(pence: row[1]))
      }
      return kept
    }
  }
}

/// A run as the store's ledger has it.
package struct StoredRunRecord: Sendable {
  /// The run's id: the first 16 hexadecimal digits of its inputs' hash.
  package var id: String
  /// The hash of everything it was made from, the program included.
  package var inputs: String
  /// The hash of its mapping files.
  package var mappings: String
  /// The exit code that its findings call for.
  package var exitCode: Int32

  /// A run with its hashes.
  package init(id: String, inputs: String, mappings: String, exitCode: Int32) {
    self.id = id
    self.inputs = inputs
    self.mappings = mappings
    self.exitCode = exitCode
  }
}
