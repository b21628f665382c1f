package import MappingTables
package import PoolModel
import ProviderMatching

/// Writes decisions about payees' names into the ledger of a workspace, one row at a time.
package struct DecisionDesk {
  private let workspace: Workspace
  private let organisations: [Organisation]
  private let isDryRun: Bool

  /// A desk for a workspace; a dry run writes nothing.
  package init(workspace: Workspace, mappings: MappingSet, isDryRun: Bool) {
    self.workspace = workspace
    organisations = mappings.organisations.values.sorted { $0.id < $1.id }
    self.isDryRun = isDryRun
  }

  /// What became of a decision.
  package enum Outcome: Sendable {
    /// It stands in the ledger, or in a dry run would; with its id.
    case written(ProviderDecision)
    /// The decision with this id says the same already.
    case alreadyDecided(id: String)
    /// It cannot hold together with the decisions of these ids; nothing was written.
    case contradicts(ids: [String])
    /// There is no such decision to take back, or it was taken back before.
    case nothingToRevoke
    /// The ledger itself is at fault; nothing was written.
    case faulty([Finding])
  }

  /// Adds a decision at the end of the ledger, in one step that cannot be half done.
  ///
  /// - Throws: ``WorkspaceLockError`` where a run holds the workspace, and what the file system says.
  package func decide(_ decision: ProviderDecision) throws -> Outcome {
    let lock = isDryRun ? nil : try takeLock()
    defer { withExtendedLifetime(lock) {} }
    let file = LedgerFile(path: workspace.path(DecisionFile.path))
    let bytes = try file.bytes()
    let (decisions, faults) =
      bytes.isEmpty ? ([], []) : DecisionFile.read(bytes, bodies: Set(organisations.map(\.id)))
    if faults.contains(where: \.code.isConfigurationFault) { return .faulty(faults) }
    let ledger = DecisionLedger(decisions, organisations: organisations)
    if let hindrance = hindrance(decision, decisions, ledger) { return hindrance }
    var row = decision
    row.id = ledger.newID(for: decision)
    let changed = try DecisionFile.appending(row, to: bytes)
    if !isDryRun { try file.replace(with: changed) }
    return .written(row)
  }

  private func takeLock() throws -> WorkspaceLock {
    try workspace.makeDataFolder()
    return try WorkspaceLock.take(workspace.lockPath)
  }

  /// Why a decision is not to be written; nil where nothing is in its way.
  private func hindrance(
    _ decision: ProviderDecision, _ decisions: [ProviderDecision], _ ledger: DecisionLedger
  ) -> Outcome? {
    if decision.verdict == .revoked {
      let open = ledger.entries.contains {
        $0.id == decision.revokes && $0.state != .revoked
      }
      return open ? nil : .nothingToRevoke
    }
    if let entry = ledger.entry(saying: decision) { return .alreadyDecided(id: entry.id) }
    var last = decision
    last.position = SourcePosition(file: DecisionFile.path, line: .max)
    let after = DecisionLedger(decisions + [last], organisations: organisations)
    guard after.entries.last?.state == .contradicted else { return nil }
    let others = after.entries.dropLast().filter { $0.state == .contradicted }.map(\.id)
    return .contradicts(ids: others)
  }
}
