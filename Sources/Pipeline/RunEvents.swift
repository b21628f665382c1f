import PoolModel
import PoolStore

/// What a run did with which export, from what the store held before and after it.
struct RunEvents {
  private let before: [String: StoredExport]
  private let after: [String: StoredExport]
  private let held: [ExportVersions.HeldBack]
  private let leftOut: Set<String>

  /// `leftOut` are the paths of exports whose bytes a person left out.
  init(
    before: [StoredExport], after: [StoredExport], held: [ExportVersions.HeldBack],
    leftOut: Set<String>
  ) {
    self.before = Dictionary(uniqueKeysWithValues: before.map { ($0.summary.path, $0) })
    self.after = Dictionary(uniqueKeysWithValues: after.map { ($0.summary.path, $0) })
    self.held = held
    self.leftOut = leftOut
  }

  /// In order of paths.
  var events: [RunEvent] {
    let paths = Set(before.keys).union(after.keys).sorted()
    return paths.compactMap { path in
      kind(path).flatMap { event($0, before[path]?.summary, after[path]?.summary) }
    }
      + held.map {
        RunEvent(
          path: $0.held.path, kind: .heldBack, publisher: $0.held.publisher,
          sha256: $0.held.sha256, before: $0.standing.summary.waterfall.kept,
          after: $0.standing.summary.waterfall.kept)
      }
  }

  private func kind(_ path: String) -> RunEvent.Kind? {
    guard let new = after[path] else { return .gone }
    let old = before[path]
    guard old?.id != new.id else { return nil }
    if leftOut.contains(path) { return MappingKey.isLeftOut(new.mappings) ? .leftOut : .reinstated }
    guard let old else { return .taken }
    return old.summary.sha256 == new.summary.sha256 ? .readAgain : .replaced
  }

  private func event(
    _ kind: RunEvent.Kind, _ old: ExportSummary?, _ new: ExportSummary?
  ) -> RunEvent? {
    (new ?? old).map {
      RunEvent(
        path: $0.path, kind: kind, publisher: $0.publisher, sha256: $0.sha256,
        before: old?.waterfall.kept ?? RowTally(), after: new?.waterfall.kept ?? RowTally())
    }
  }
}
