package import PoolModel
package import PoolStore

/// The ledger of a workspace: its runs, what each did and what changed between two of them.
package struct RunHistory {
  /// The last first.
  package let runs: [StoredRunRecord]
  private let store: PoolStore

  /// Opens the ledger; nil where the workspace has no run.
  package init?(of workspace: Workspace) throws {
    guard workspace.hasStore else { return nil }
    store = try PoolStore(path: workspace.storePath)
    runs = try store.runs()
    if runs.isEmpty { return nil }
  }

  /// The run with a number, or the last with an id; nil where there is none.
  package func run(_ name: String) -> StoredRunRecord? {
    runs.first { "\($0.number)" == name } ?? runs.first { $0.id == name }
  }

  /// What a run did with which export, in order of paths.
  package func events(of run: StoredRunRecord) throws -> [RunEvent] {
    try store.events(ofRun: run.number)
  }

  /// What two runs published differently of a pool, a partner and a category.
  package struct Change: Hashable, Sendable {
    /// What the figures are of.
    package var key: RunFigure.Key
    /// In the first run; no lines where it had none.
    package var before: RowTally
    /// In the second run; no lines where it has none.
    package var after: RowTally
  }

  /// What changed from one run to another, in order of pools, sides, partners and categories.
  package func changes(
    from first: StoredRunRecord, to second: StoredRunRecord
  ) throws -> [Change] {
    let (old, new) = (
      try store.figures(ofRun: first.number), try store.figures(ofRun: second.number)
    )
    return Set(old.keys).union(new.keys).compactMap { key in
      let (before, after) = (old[key] ?? RowTally(), new[key] ?? RowTally())
      return before == after ? nil : Change(key: key, before: before, after: after)
    }.sorted { $0.key.texts.lexicographicallyPrecedes($1.key.texts) }
  }
}

extension RunFigure.Key {
  /// Pool, side, partner, client group and care setting.
  package var texts: [String] { [pool, side.rawValue, partner, clientGroup, careSetting] }
}
