import GRDB
package import PoolModel

/// The ids of providers over the runs.
extension PoolStore {
  /// The ids that names had before, so that they keep them: in order of publisher and name.
  package func registry() throws -> [KnownSpelling] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select publisher, name, identity, provider, former from registry
          order by publisher, name, identity, provider
          """
      ).map {
        KnownSpelling(
          publisher: $0[0], name: $0[1], identity: $0[2], provider: $0[3], isFormer: $0[4])
      }
    }
  }

  /// Replaces the registry.
  package func setRegistry(_ spellings: [KnownSpelling]) throws {
    try queue.writeWithoutTransaction { database in
      try database.replaceRows(
        of: "registry", "insert or ignore into registry values (?, ?, ?, ?, ?)", with: spellings
      ) { [$0.publisher, $0.name, $0.identity, $0.provider, $0.isFormer] }
    }
  }

  /// Adds to the history of ids, from which nothing is ever taken out.
  package func add(_ changes: [ProviderIDChange]) throws {
    try queue.writeWithoutTransaction { database in
      let insert = try database.cachedStatement(
        sql: "insert into provider_change values (?, ?, ?, ?, ?)")
      for change in changes {
        try insert.execute(arguments: [
          change.runNumber, change.provider, change.kind.rawValue, change.other, change.run,
        ])
      }
    }
  }

  /// The history of ids, in order of runs and ids.
  package func providerIDChanges() throws -> [ProviderIDChange] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select provider, change, other, run_number, run_id from provider_change
          order by run_number, provider
          """
      ).compactMap { row in
        ProviderIDChange.Kind(rawValue: row[1]).map {
          ProviderIDChange(
            provider: row[0], kind: $0, other: row[2], runNumber: row[3], run: row[4])
        }
      }
    }
  }
}

/// A spelling with its identifiers and the provider's id that it was given.
package struct KnownSpelling: Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// The name as published.
  package var name: String
  /// The identifiers that stood with the name, as one text.
  package var identity: String
  /// The provider's id.
  package var provider: String
  /// Whether the id was merged into another since.
  package var isFormer: Bool

  /// A spelling of a publisher.
  package init(
    publisher: String, name: String, identity: String, provider: String, isFormer: Bool = false
  ) {
    self.publisher = publisher
    self.name = name
    self.identity = identity
    self.provider = provider
    self.isFormer = isFormer
  }
}
