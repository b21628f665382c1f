import CodeMapping
package import Logging
package import MappingTables
package import PoolModel
import PoolStore
import Publishing

/// One run over a workspace: every stage, in one transaction.
package struct WeirRun: Sendable {
  private let workspace: Workspace
  private let jobs: Int
  private let isDryRun: Bool
  private let asAt: CalendarDay?
  private let log: Logger

  /// A run of a workspace.
  ///
  /// At most `jobs` exports are read at a time. A dry run does everything, then takes it back and
  /// publishes nothing. `asAt` is the day to look from at what is late; unless it is given, the end of
  /// the last month that any export holds.
  package init(
    workspace: Workspace, jobs: Int, isDryRun: Bool, asAt: CalendarDay? = nil, log: Logger
  ) {
    self.workspace = workspace
    self.jobs = jobs
    self.isDryRun = isDryRun
    self.asAt = asAt
    self.log = log
  }

  /// What became of a run.
  package enum Outcome: Sendable {
    /// Exports, mappings and program are those of the last run, whose exit code still holds: nothing
    /// was done.
    case nothingNew(exitCode: Int32)
    /// The mapping files are at fault: nothing was read.
    case wronglySetUp([Finding])
    /// The money does not balance: the store is as before and nothing was published.
    case unbalanced(RunSummary)
    /// The pools are in the store and published.
    case done(RunSummary, MappingSet)
  }

  /// Runs the stages in their order.
  ///
  /// - Throws: what the lock, the store and the publishing throw, ``InputFailure`` and ``RunStopped``;
  ///   the store is then as before, unless it is the publishing that failed.
  package func run() async throws -> Outcome {
    try workspace.makeDataFolder()
    let lock = try WorkspaceLock.take(workspace.lockPath)
    defer { withExtendedLifetime(lock) {} }
    do {
      return try await attempt()
    } catch is InputsChanged {
      // Somebody was writing a file that was being read; mostly that is done by now.
      do {
        return try await attempt()
      } catch let error as InputsChanged {
        throw InputFailure(changing: error.paths)
      }
    }
  }

  /// One attempt at the stages, by whoever holds the lock.
  private func attempt() async throws -> Outcome {
    var inputs = try await RunInputs.gather(workspace, jobs: jobs)
    inputs.asAt = asAt
    let started = RunClock.now
    let store = try PoolStore(path: workspace.storePath)
    if let last = try unchangedRun(inputs, store) {
      // The last run may have been killed when all but clearing up was done.
      if !isDryRun { try PoolsFolder(path: workspace.poolsPath).recover() }
      return .nothingNew(exitCode: last.exitCode)
    }
    let (mappings, faults) = MappingCheck.read(workspace)
    if faults.contains(where: \.code.isConfigurationFault) { return .wronglySetUp(faults) }
    try store.begin()
    do {
      let (outcome, imported) = try await stages(inputs, mappings, faults, store)
      guard case .done(let run, _) = outcome, !isDryRun else {
        try store.rollback()
        return outcome
      }
      try imported.write(in: workspace)
      try inputs.checkUnchanged(in: workspace)
      try StopRequest.check()
      try store.note(
        StoredRunRecord(
          id: run.id, inputs: inputs.ledgerKey, mappings: inputs.mappingKey,
          program: RunInputs.programStamp, asAt: asAt, exitCode: run.findings.exitCode,
          started: started),
        events: imported.events, figures: RunFigures.figures(of: run))
      try store.commit()
      // Where this fails the store has the run; the next one finds the files wanting and publishes.
      try publish(run, mappings)
      return outcome
    } catch {
      try? store.rollback()
      throw error
    }
  }

  /// The stages after the mapping files are read, each over the whole of what is new.
  private func stages(
    _ inputs: RunInputs, _ mappings: MappingSet, _ warnings: [Finding], _ store: PoolStore
  ) async throws -> (Outcome, ImportStage.Outcome) {
    let imported = try await ImportStage(
      workspace: workspace, store: store, mappings: mappings, jobs: jobs
    ).run(inputs)
    try inputs.checkUnchanged(in: workspace)
    try StopRequest.check()
    log.info("imported", metadata: ["exports": "\(imported.rejects.count)"])
    let providerFindings = try ProviderStage(
      store: store, mappings: mappings, known: KnownNamesFile(path: workspace.knownNamesPath)
    ).run(inputs.runID)
    try StopRequest.check()
    log.info("matched providers")
    let unused = try MappingCheck.unusedRules(mappings, store)
    let noticed = warnings + imported.findings + providerFindings + unused
    let run = try RunAssembly(store: store, mappings: mappings, asAt: asAt)
      .summary(id: inputs.runID, findings: noticed)
    log.info("built pools", metadata: ["pools": "\(run.pools.count)"])
    let isBalanced = run.exports.allSatisfy(\.waterfall.imbalances.isEmpty)
    try store.setRunFindings(noticed)
    return (isBalanced ? .done(run, mappings) : .unbalanced(run), imported)
  }

  private func publish(_ run: RunSummary, _ mappings: MappingSet) throws {
    let files = DataPackage(organisations: mappings.organisations).files(for: run)
    let outcome = try PoolsFolder(path: workspace.poolsPath).publish(files)
    log.info("published", metadata: ["outcome": "\(outcome)"])
  }

  /// The last run, where the store and the published files are those of these inputs.
  private func unchangedRun(_ inputs: RunInputs, _ store: PoolStore) throws -> StoredRunRecord? {
    guard let last = try store.lastRun(), last.inputs == inputs.ledgerKey,
      let published = PublishedRun.last(in: workspace), published.id == last.id,
      published.isWhole(in: workspace)
    else { return nil }
    return last
  }
}
