package import Publishing

/// The pools of the last run, published to a second place.
package struct PoolsCopy: Sendable {
  /// The id of the run.
  package let run: String
  /// How many tables it has.
  package let tables: Int
  /// What publishing did, or would do.
  package let outcome: PoolsFolder.Outcome

  /// Publishes what lies in `data/pools/`, which no run changes meanwhile; a dry run leaves the target
  /// as it is.
  ///
  /// - Throws: what the lock, the folder and the target throw; the target then has what it had.
  package static func publish(
    _ workspace: Workspace, to target: PublishTarget, isDryRun: Bool
  ) throws -> PoolsCopy {
    try workspace.makeDataFolder()
    let lock = try WorkspaceLock.take(workspace.lockPath)
    defer { withExtendedLifetime(lock) {} }
    let package = try PublishedPackage(folder: workspace.poolsPath)
    return PoolsCopy(
      run: package.run, tables: package.tableCount,
      outcome: try target.publish(package, isDryRun: isDryRun))
  }
}
