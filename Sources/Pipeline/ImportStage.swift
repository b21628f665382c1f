import CodeMapping
import MappingTables
import PoolModel
import PoolStore

/// Stages 1 to 4 over the workspace's exports: what is new is read, what has gone or changed is
/// taken out of the store.
struct ImportStage {
  let workspace: Workspace
  let store: PoolStore
  let mappings: MappingSet
  let jobs: Int

  /// Brings the store in line with the exports.
  ///
  /// - Returns: what could not be used of the exports that were read, with the exports that are gone.
  func run(_ inputs: RunInputs) async throws -> Outcome {
    let rules = compiledRules(inputs)
    let wanted = try imports(inputs, rules)
    let stored = try store.exports()
    let versions = ExportVersions(
      store: store, decisions: ExportDecisions(mappings.exportDecisions),
      limits: mappings.exportLimits)
    var sorted = try versions.sort(stored, wanted: wanted)
    var outcome = Outcome()
    outcome.gone = sorted.gone.map {
      Workspace.ExportPlace(publisher: $0.publisher, path: $0.path)
    }
    let new = wanted.values.filter { sorted.new.contains($0.export.place.path) }
      .sorted { $0.export.place.path < $1.export.place.path }
    outcome.rejects = try await read(new)
    let held = try versions.holdBack(&sorted)
    outcome.rejects.removeAll { rejects in held.contains { $0.held.path == rejects.export.path } }
    outcome.findings = held.flatMap(\.told)
    try remap(sorted, wanted, rules)
    try versions.tellDifferences(sorted)
    try OverlapStage(store: store, mappings: mappings).run { export in
      _ = try CodeRemap(
        publisher: export.summary.publisher,
        rules: ImportStage.rules(of: export.summary.publisher, rules), store: store
      ).run(export, export.mappings, replacesFacts: true)
    }
    try store.countNewLines()
    outcome.events =
      RunEvents(
        before: stored, after: try store.exports(), held: held,
        leftOut: Set(wanted.values.filter { $0.leftOut != nil }.map(\.export.place.path))
      ).events
    outcome.findings += standInFindings(sorted, wanted)
    return outcome
  }

  /// Reads exports into the store, and gives what could not be used of each.
  private func read(_ new: [ExportImport]) async throws -> [Rejects] {
    var read: [Rejects] = []
    var failure: (any Error)?
    // Where there are fewer exports than jobs, those left over help to read the large ones.
    let threads = max(1, jobs / max(1, new.count))
    await forEachConcurrently(new, jobs: jobs) { each in
      Result {
        try StopRequest.check()
        return try each.run(threads: threads)
      }
    } collect: { result in
      switch result {
      case .success(let rejects): read.append(rejects)
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return read
  }

  /// Decides the lines of exports anew whose rules have changed since they were read.
  private func remap(
    _ sorted: ExportVersions.Sorted, _ wanted: [String: ExportImport],
    _ rules: [String: CompiledRules]
  ) throws {
    var remaps: [String: CodeRemap] = [:]
    for export in sorted.kept {
      let path = export.summary.path
      guard let wanted = wanted[path]?.mappingKey else { continue }
      let key =
        sorted.standingIn.contains(path)
        ? wanted.withReading(ofText: export.mappings) : wanted.text
      guard key != export.mappings else { continue }
      let publisher = export.summary.publisher
      let remap =
        try remaps[publisher]
        ?? CodeRemap(
          publisher: publisher, rules: ImportStage.rules(of: publisher, rules), store: store)
      remaps[publisher] = remap
      _ = try remap.run(export, key)
    }
  }

  /// Tells of the versions that count although their files have other bytes, because a person left
  /// those out.
  private func standInFindings(
    _ sorted: ExportVersions.Sorted, _ wanted: [String: ExportImport]
  ) -> [Finding] {
    sorted.kept.compactMap { export in
      guard sorted.standingIn.contains(export.summary.path) else { return nil }
      return wanted[export.summary.path]?.leftOut.map { decision in
        decision.finding(
          instead: "what run \(export.takenRun) took in counts instead",
          rows: export.summary.dataRows, atStake: export.summary.waterfall.kept.amount)
      }
    }
  }

  private static func rules(
    of publisher: String, _ rules: [String: CompiledRules]
  ) -> CompiledRules {
    rules[publisher] ?? CompiledRules(layers: [], flows: [:])
  }

  /// What a stage leaves to be written outside the store.
  struct Outcome: Sendable {
    /// One for each export that was read.
    var rejects: [Rejects] = []
    /// The exports that the store had and the workspace has no longer.
    var gone: [Workspace.ExportPlace] = []
    /// What was done with which export.
    var events: [RunEvent] = []
    /// About versions that are not those of the files.
    var findings: [Finding] = []

    /// Writes the rejects, and takes away those of exports that are gone.
    func write(in workspace: Workspace) throws {
      for rejects in rejects { try rejects.write(in: workspace) }
      for export in gone { try Rejects.remove(export, in: workspace) }
    }
  }

  /// One import an export, by path.
  private func imports(
    _ inputs: RunInputs, _ rules: [String: CompiledRules]
  ) throws -> [String: ExportImport] {
    var firstPath: [String: String] = [:]
    var imports: [String: ExportImport] = [:]
    let reissues = try Reissues(
      of: inputs.exports.map(\.place), sources: mappings.sources
    ) { try UsableExport.holdsMoney($0, mappings.sources[$0.folderOfPath], workspace) }
    let decisions = ExportDecisions(mappings.exportDecisions)
    for export in inputs.exports {
      let place = export.place
      let own = ImportStage.rules(of: place.publisher, rules)
      var key = inputs.mappingKey(
        forPublisher: place.publisher,
        ruleFiles: mappings.codeRuleFiles(of: place.publisher), columns: own.columns)
      var first: String?
      if let sum = export.sha256, decisions.leavingOut(place.path, sum) == nil {
        first = firstPath["\(place.publisher) \(sum)"]
        firstPath["\(place.publisher) \(sum)"] = first ?? place.path
      }
      let reissue = reissues.replacedBy[place.path]
      if let reissue { key = key.replaced(by: reissue) }
      if let first { key = .repeating(first) }
      let leftOut = decisions.leavingOut(place.path, export.sha256)
      if let leftOut { key = .leavingOut(leftOut.sha256) }
      imports[place.path] = ExportImport(
        workspace: workspace, store: store, export: export,
        source: mappings.sources[place.publisher],
        rules: own,
        repeatOf: first, replacedBy: reissue, leftOut: leftOut, mappingKey: key)
    }
    return imports
  }

  private func compiledRules(_ inputs: RunInputs) -> [String: CompiledRules] {
    var compiled: [String: CompiledRules] = [:]
    for publisher in Set(inputs.exports.map(\.place.publisher)) {
      compiled[publisher] = CompiledRules(
        layers: mappings.codeRuleLayers(of: publisher), flows: mappings.flows)
    }
    return compiled
  }
}
