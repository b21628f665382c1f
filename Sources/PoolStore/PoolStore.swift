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
}
