import GRDB
import Synchronization

/// The connection to a store, whose errors name its path and none of its content.
///
/// What SQLite says may be told; the statement that it was said of may not, because a later hand could
/// write a payee into one.
final class StoreQueue: Sendable {
  let path: String
  private let queue: DatabaseQueue
  /// Whether what is written belongs to a transaction that spans many calls.
  private let isInRun = Mutex(false)

  /// Opens a store and brings up its tables.
  init(path: String, configuration: Configuration, migrator: DatabaseMigrator) throws {
    self.path = path
    queue = try StoreQueue.naming(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try migrator.migrate(queue)
      return queue
    }
  }

  /// Reads within whatever transaction is under way.
  func unsafeRead<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreQueue.naming(path) { try queue.unsafeRead(body) }
  }

  /// Writes within whatever transaction is under way.
  ///
  /// Where the disk fills, SQLite takes the whole transaction back by itself. What others write after
  /// that would be there for good, and half of a run, so it is refused.
  func writeWithoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try StoreQueue.naming(path) {
      try queue.writeWithoutTransaction { database in
        guard database.isInsideTransaction || !isInRun.withLock({ $0 }) else {
          throw StoreError(path: path, reason: "an error before this one took the run back")
        }
        return try body(database)
      }
    }
  }

  /// Begins a transaction that spans many calls; nobody else can write until it ends.
  func begin() throws {
    try writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    isInRun.withLock { $0 = true }
  }

  /// Ends the transaction: all that it wrote is there, on disk.
  func commit() throws {
    try writeWithoutTransaction { try $0.commit() }
    isInRun.withLock { $0 = false }
  }

  /// Ends the transaction as if it had never begun.
  func rollback() throws {
    isInRun.withLock { $0 = false }
    try writeWithoutTransaction { if $0.isInsideTransaction { try $0.rollback() } }
  }

  private static func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(path: path, reason: error.message ?? "error \(error.extendedResultCode)")
    }
  }
}

/// SQLite could not do what it was asked: a full disk, a failing one, no permission, a locked store.
package struct StoreError: Error, CustomStringConvertible {
  /// The store.
  package let path: String
  /// SQLite's own words, without the statement and its values.
  package let reason: String

  /// One line, such as `data/weir.sqlite: database or disk is full`.
  package var description: String { "\(path): \(reason)" }
}
