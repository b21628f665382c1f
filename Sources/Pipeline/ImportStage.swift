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
    let wanted = imports(inputs, rules)
    let stored = try store.exports()
    let kept = Set(
      stored.filter { export in
        wanted[export.summary.path].map {
          $0.export.sha256 == export.summary.sha256
            && $0.mappingKey.sharesReading(with: export.mappings)
        } ?? false
      }.map(\.summary.path))
    for export in stored where !kept.contains(export.summary.path) {
      try store.removeExport(export)
    }
    try remap(stored.filter { kept.contains($0.summary.path) }, wanted, rules)
    let new = wanted.values.filter { !kept.contains($0.export.place.path) }
      .sorted { $0.export.place.path < $1.export.place.path }
    var outcome = Outcome()
    outcome.gone = stored.map(\.summary).filter { wanted[$0.path] == nil }.map {
      Workspace.ExportPlace(publisher: $0.publisher, path: $0.path)
    }
    var failure: (any Error)?
    // Where there are fewer exports than jobs, those left over help to read the large ones.
    let threads = max(1, jobs / max(1, new.count))
    await forEachConcurrently(new, jobs: jobs) { each in
      Result { try each.run(threads: threads) }
    } collect: { result in
      switch result {
      case .success(let rejects): outcome.rejects.append(rejects)
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return outcome
  }

  /// Decides the lines of exports anew whose rules have changed since they were read.
  private func remap(
    _ kept: [StoredExport], _ wanted: [String: ExportImport], _ rules: [String: CompiledRules]
  ) throws {
    var remaps: [String: CodeRemap] = [:]
    for export in kept {
      guard let key = wanted[export.summary.path]?.mappingKey, key.text != export.mappings else {
        continue
      }
      let publisher = export.summary.publisher
      let remap =
        try remaps[publisher]
        ?? CodeRemap(
          publisher: publisher, rules: ImportStage.rules(of: publisher, rules), store: store)
      remaps[publisher] = remap
      _ = try remap.run(export, key)
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

    /// Writes the rejects, and takes away those of exports that are gone.
    func write(in workspace: Workspace) throws {
      for rejects in rejects { try rejects.write(in: workspace) }
      for export in gone { Rejects.remove(export, in: workspace) }
    }
  }

  /// One import an export, by path.
  private func imports(
    _ inputs: RunInputs, _ rules: [String: CompiledRules]
  ) -> [String: ExportImport] {
    var firstPath: [String: String] = [:]
    var imports: [String: ExportImport] = [:]
    let reissues = Reissues(
      of: inputs.exports.map(\.place), sources: mappings.sources
    ) { UsableExport.holdsMoney($0, mappings.sources[$0.folderOfPath], workspace) }
    for export in inputs.exports {
      let place = export.place
      let own = ImportStage.rules(of: place.publisher, rules)
      var key = inputs.mappingKey(
        forPublisher: place.publisher,
        ruleFiles: mappings.codeRuleFiles(of: place.publisher), columns: own.columns)
      var first: String?
      if let sum = export.sha256 {
        first = firstPath["\(place.publisher) \(sum)"]
        firstPath["\(place.publisher) \(sum)"] = first ?? place.path
      }
      let reissue = reissues.replacedBy[place.path]
      if let reissue { key = key.replaced(by: reissue) }
      if let first { key = .repeating(first) }
      imports[place.path] = ExportImport(
        workspace: workspace, store: store, export: export,
        source: mappings.sources[place.publisher],
        rules: own,
        repeatOf: first, replacedBy: reissue, mappingKey: key)
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
