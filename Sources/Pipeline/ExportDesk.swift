package import MappingTables
package import PoolModel
import PoolStore

/// Writes what people decide about the bytes of exports into the workspace's ledger of decisions, and
/// foretells what follows.
package struct ExportDesk {
  private let workspace: Workspace
  private let decisions: ExportDecisions
  private let isDryRun: Bool
  private let store: PoolStore

  /// A desk for a workspace; nil where it has no run yet.
  ///
  /// A dry run writes nothing.
  package init?(workspace: Workspace, mappings: MappingSet, isDryRun: Bool) throws {
    guard workspace.hasStore else { return nil }
    store = try PoolStore(path: workspace.storePath)
    guard try store.lastRun() != nil else { return nil }
    self.workspace = workspace
    decisions = ExportDecisions(mappings.exportDecisions)
    self.isDryRun = isDryRun
  }

  /// What a decision does to one export.
  package struct Effect: Hashable, Sendable {
    /// The export's path, relative to the workspace.
    package var path: String
    /// The publisher's slug.
    package var publisher: String
    /// Of the bytes that the decision is about.
    package var sha256: String
    /// The lines that count now, and their sum.
    package var before: RowTally
    /// The lines that will count; nil where only reading the file again can tell.
    package var after: RowTally?
  }

  /// Why nothing can be decided.
  package enum Hindrance: Error, Hashable {
    /// The ledger has no such run.
    case noSuchRun
    /// The run took in no export.
    case nothingTaken
    /// The workspace has no such export.
    case noSuchExport
    /// It is so already.
    case alreadySo
    /// The store no longer holds the version before of these exports, by path.
    case versionGone([String])
    /// A later run took in other bytes of all of them.
    case takenSince
  }

  /// What it does to take back all that a run took in.
  package func undoing(run name: String) throws -> [Effect] {
    let runs = try store.runs()
    guard let run = runs.first(where: { "\($0.number)" == name || $0.id == name }) else {
      throw Hindrance.noSuchRun
    }
    let taken = try store.events(ofRun: run.number).filter {
      [.taken, .replaced, .readAgain].contains($0.kind)
    }
    guard !taken.isEmpty else { throw Hindrance.nothingTaken }
    let current = try store.exports().filter { export in
      taken.contains {
        $0.path == export.summary.path && $0.sha256 == export.summary.sha256
          && $0.kind != .readAgain
      }
    }
    guard !current.isEmpty else { throw Hindrance.takenSince }
    let replaced = Set(taken.filter { $0.kind == .replaced }.map(\.path))
    let lost = try current.filter {
      try replaced.contains($0.summary.path) && store.former(of: $0.summary.path) == nil
    }
    guard lost.isEmpty else { throw Hindrance.versionGone(lost.map(\.summary.path)) }
    return try current.map(leavingOut)
  }

  /// What it does to leave out the bytes that an export has in the store.
  package func undoing(file path: String) throws -> [Effect] {
    let path = workspace.relative(path)
    guard let export = try store.exports().first(where: { $0.summary.path == path }) else {
      throw Hindrance.noSuchExport
    }
    guard decisions.leavingOut(path, export.summary.sha256) == nil else {
      throw Hindrance.alreadySo
    }
    return [try leavingOut(export)]
  }

  private func leavingOut(_ export: StoredExport) throws -> Effect {
    let former = try store.former(of: export.summary.path)
    return Effect(
      path: export.summary.path, publisher: export.summary.publisher,
      sha256: export.summary.sha256, before: try counted(export),
      after: former?.summary.waterfall.kept ?? RowTally())
  }

  /// What it does to take in the bytes that a file has now, though they were left out or held back.
  package func accepting(file path: String) throws -> [Effect] {
    let path = workspace.relative(path)
    guard let sum = Fingerprint.ofFile(workspace.path(path)),
      let place = try workspace.exports().first(where: { $0.path == path })
    else { throw Hindrance.noSuchExport }
    let export = try store.exports().first { $0.summary.path == path }
    let isLeftOut = decisions.leavingOut(path, sum) != nil
    let counts = export?.summary.sha256 == sum && !isLeftOut
    guard !counts, !decisions.takes(path, sum) else { throw Hindrance.alreadySo }
    return [
      Effect(
        path: path, publisher: place.publisher, sha256: sum,
        before: try export.map(counted) ?? RowTally(), after: nil)
    ]
  }

  private func counted(_ export: StoredExport) throws -> RowTally {
    try store.countedLines()[export.summary.path]?.kept ?? RowTally()
  }

  /// Adds a decision for each effect at the end of the ledger, in one step that cannot be half done.
  ///
  /// - Throws: ``WorkspaceLockError`` where a run holds the workspace, and what the file system says.
  package func decide(
    _ verdict: ExportDecision.Verdict, _ effects: [Effect], by: String, on day: CalendarDay,
    reason: String
  ) throws {
    guard !isDryRun else { return }
    let lock = try WorkspaceLock.take(workspace.lockPath)
    defer { withExtendedLifetime(lock) {} }
    let file = LedgerFile(path: workspace.path(ExportDecisionTable.path))
    let rows = effects.map { effect in
      ExportDecision(
        verdict: verdict, publisher: effect.publisher,
        file: String(effect.path.dropFirst("data/exports/\(effect.publisher)/".count)),
        sha256: effect.sha256, day: day, decidedBy: by, reason: reason)
    }
    try file.replace(with: try ExportDecisionTable.appending(rows, to: try file.bytes()))
  }
}

extension Workspace {
  /// A path as exports are named, whether it was given from the workspace or from outside.
  func relative(_ path: String) -> String {
    let prefix = self.path("")
    let inside = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    return inside.hasPrefix("./") ? String(inside.dropFirst(2)) : inside
  }
}
