package import PostgresClient

/// Another place for the pools of the last run.
package enum PublishTarget: Sendable {
  case folder(PoolsFolder)
  case sqlite(SQLiteTarget)
  case postgres(PostgresTarget)

  /// The target that a user names: `sqlite:PATH`, an address of a database, or the path of a folder; nil
  /// where no path follows.
  ///
  /// `schema` is the one of the database that the tables are in.
  package init?(_ text: String, schema: String) throws(PostgresError) {
    let prefix = "sqlite:"
    if DatabaseAddress.isMeant(by: text) {
      self = .postgres(PostgresTarget(address: try DatabaseAddress(text), schema: schema))
    } else if text.hasPrefix(prefix) {
      let path = String(text.dropFirst(prefix.count))
      if path.isEmpty || path.hasSuffix("/") { return nil }
      self = .sqlite(SQLiteTarget(path: path))
    } else {
      if text.isEmpty { return nil }
      self = .folder(PoolsFolder(path: text))
    }
  }

  /// Its name for messages.
  package var description: String {
    switch self {
    case .folder(let folder): folder.path
    case .sqlite(let target): target.path
    case .postgres(let target): target.address.name
    }
  }

  /// Puts the pools there as a whole; a dry run leaves the target as it is.
  ///
  /// - Throws: what the target throws; it then has what it had.
  package func publish(
    _ package: PublishedPackage, isDryRun: Bool
  ) throws -> PoolsFolder.Outcome {
    switch self {
    case .folder(let folder):
      isDryRun
        ? try folder.outcome(ofPublishing: package.files) : try folder.publish(package.files)
    case .sqlite(let target): try target.publish(package, isDryRun: isDryRun)
    case .postgres(let target): try target.publish(package, isDryRun: isDryRun)
    }
  }
}
