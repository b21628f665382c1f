import CodeMapping
import MappingTables
import PoolBuilding
import PoolModel
import PoolStore
import ProviderMatching

/// Puts together from the store what a run publishes and reports.
struct RunAssembly {
  let store: PoolStore
  let mappings: MappingSet
  /// The day to look from at what is late; nil: what the exports themselves say.
  var asAt: CalendarDay?

  /// The summary of all that the store holds.
  ///
  /// `id` is the run's; `findings` is what was noticed beside the findings that the store holds.
  func summary(id: String, findings: [Finding]) throws -> RunSummary {
    let facts = try store.facts()
    let suppliers = try store.suppliers()
    let built = try PoolStage(store: store, mappings: mappings, suppliers: suppliers).build(facts)
    let pools = built.pools
    let unmapped = UnmappedCodes(
      facts: facts, shared: try store.sharedDescriptions(), mappings: mappings)
    var run = RunSummary(id: id)
    run.exports = try exports(facts, pools.placements)
    run.waterfalls = PoolSide.allCases.reversed().compactMap { side in
      let own = run.exports.map(\.waterfall).filter { $0.side == side }
      guard !own.isEmpty else { return nil }
      return own.reduce(into: Waterfall(side: side)) { $0 += $1 }
    }
    run.pools = pools.accounts
    run.targets = pools.targets
    run.trends = pools.trends
    run.bcfAreas = pools.bcfAreas
    run.outside = pools.outside
    run.coverage = CoverageTally.lines(of: facts)
    let reissues = ReissueFindings(of: run.exports, sources: mappings.sources)
    run.periods = try ReceivedPeriods(
      store: store, mappings: mappings, replaced: reissues.replaced
    ).periods(asAt: asAt)
    run.unmapped = unmapped.codes
    (run.providers, run.providerNames) = try providers(suppliers)
    run.providerBodies = built.bodies
    run.providerSuccessions = ProviderSuccessions(
      mappings, bodies: built.bodies, suppliers: suppliers
    ).rows()
    run.refusedMerges = try store.refusedMerges()
    run.providerIDChanges = try store.providerIDChanges()
    run.findings =
      (try store.findings() + findings + pools.findings + unmapped.findings
      + partlyMappedFindings(facts) + remarks(facts)
      + AssertionCheck(store: store, mappings: mappings).findings(facts)
      + PlanVocabularyCheck(facts: facts, mappings: mappings).findings
      + CoverageLimits(thresholds: mappings.coverageThresholds).findings(of: run.coverage)
      + waterfallFindings(run.exports)
      + PeriodFindings(periods: run.periods, sources: mappings.sources).findings
      + reissues.findings)
      .sorted(by: Finding.inReadingOrder)
    return run
  }

  /// The exports with both halves of their waterfalls.
  ///
  /// What was kept is counted again from the stored lines.
  private func exports(
    _ facts: [StoredFact], _ placements: [PoolPlacement]
  ) throws -> [ExportSummary] {
    let counted = try store.countedLines()
    let placed = Dictionary(
      placements.map { ($0.export, $0) }, uniquingKeysWith: { first, _ in first })
    let reversed = Dictionary(
      grouping: facts.filter(\.decision.reversesSign), by: \.path)
    return try store.exports().map { export in
      var summary = export.summary
      let path = summary.path
      summary.waterfall.kept = counted[path]?.kept ?? RowTally()
      summary.waterfall.setAside += counted[path]?.aside ?? RowTally()
      // A reversed line stands in the facts with its new sign: it moved by twice its amount.
      summary.waterfall.turned = (reversed[path] ?? []).reduce(.zero) {
        $0 + $1.tally.amount + $1.tally.amount
      }
      if let placement = placed[path] {
        summary.waterfall.pooled = placement.pooled
        summary.waterfall.outside = placement.outside
        summary.waterfall.eliminated = placement.eliminated
      }
      return summary
    }
  }

  private func waterfallFindings(_ exports: [ExportSummary]) -> [Finding] {
    exports.flatMap { export in
      export.waterfall.imbalances.map { sentence in
        Finding(
          .waterfallUnbalanced, at: SourcePosition(file: export.path),
          message: "the waterfall does not balance: \(sentence)",
          remedy: "nothing is published; report this with the export to the makers of Weir")
      }
    }
  }

  private func partlyMappedFindings(_ facts: [StoredFact]) -> [Finding] {
    var tallies: [String: RowTally] = [:]
    for fact in facts where fact.decision.coverage == .partlyMapped {
      tallies[fact.decision.rule, default: RowTally()] += fact.tally
    }
    return mappings.codeRules.keys.sorted().flatMap { file in
      CodeRuleLint.partlyMapping(rules: mappings.codeRules[file] ?? [], tallies: tallies)
    }
  }

  private func remarks(_ facts: [StoredFact]) -> [Finding] {
    var remarks = DecisionRemarks()
    for fact in facts {
      remarks.note(
        fact.decision, of: fact.publisher, fact.tally,
        at: SourcePosition(file: fact.path, line: fact.firstLine))
    }
    return remarks.findings(rules: mappings.codeRules)
  }

  /// The providers with their money, and their spellings; classes of payees have no spellings.
  private func providers(
    _ suppliers: [StoredSupplier]
  ) throws -> ([ProviderSummary], [ProviderName]) {
    struct Spelling: Hashable {
      var provider: String
      var publisher: String
      var name: String
    }
    var tallies: [Spelling: RowTally] = [:]
    for supplier in suppliers {
      guard let provider = supplier.provider else { continue }
      let spelling = Spelling(
        provider: provider, publisher: supplier.publisher, name: supplier.mention.name)
      tallies[spelling, default: RowTally()] += supplier.tally
    }
    let byProvider = Dictionary(grouping: tallies, by: \.key.provider)
    let summaries = try store.providers().compactMap { provider -> ProviderSummary? in
      guard let spellings = byProvider[provider.id] else { return nil }
      return ProviderSummary(
        provider: provider, publishers: Set(spellings.map(\.key.publisher)).count,
        names: PayeeClass.withID(provider.id) == nil ? Set(spellings.map(\.key.name)).count : 0,
        tally: spellings.reduce(into: RowTally()) { $0 += $1.value })
    }
    let names = tallies.filter { PayeeClass.withID($0.key.provider) == nil }.map {
      ProviderName(
        provider: $0.key.provider, publisher: $0.key.publisher, name: $0.key.name,
        tally: $0.value)
    }.sorted {
      ($0.provider, $0.publisher, $0.name) < ($1.provider, $1.publisher, $1.name)
    }
    return (summaries, names)
  }
}
