import GRDB
import Glibc

/// The store of a workspace: `data/weir.sqlite`.
///
/// The only module with SQL.
///
/// A run is one transaction: ``begin()``, then exports in and out, then ``commit()`` or
/// ``rollback()``. A reader sees the run before until then, or waits: a run that outgrows SQLite's page
/// cache locks readers out, who give up after five seconds.
package final class PoolStore: Sendable {
  let queue: StoreQueue

  /// Opens a store, and makes or brings up its tables.
  ///
  /// - Throws: ``StoreError``, here and in every other call.
  package init(path: String) throws {
    PoolStore.makeFile(path)
    var configuration = Configuration()
    // The run's transaction spans many calls.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    // Pools are published after the commit, so a power cut must not take it back: the folder in which
    // SQLite's journal is no longer is brought to the disk as well.
    configuration.prepareDatabase { try $0.execute(sql: "pragma synchronous = extra") }
    queue = try StoreQueue(
      path: path, configuration: configuration, migrator: StoreSchema.migrator)
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
    try queue.begin()
  }

  /// Ends a run's transaction: all that it wrote is there, on disk.
  package func commit() throws {
    try queue.commit()
  }

  /// Ends a run's transaction as if it had never begun.
  package func rollback() throws {
    try queue.rollback()
  }
}
