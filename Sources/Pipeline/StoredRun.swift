import CodeMapping
package import MappingTables
package import PoolModel
import PoolBuilding
package import PoolStore
import ProviderMatching

/// The mapping files of a workspace are at fault, so that the stored lines cannot be told apart.
package struct MappingFaults: Error {
  /// In reading order.
  package let findings: [Finding]
}

/// The last run of a workspace, for the commands that only look.
package struct StoredRun {
  /// What the run published, put together again from the store.
  package let summary: RunSummary
  /// The mappings as they are now.
  package let mappings: MappingSet
  /// Whether the mapping files were edited since the run: the figures are then what the next run
  /// would publish of the same lines, not what is published.
  package let mappingsChanged: Bool
  let store: PoolStore

  /// Opens the last run; nil where the workspace has none.
  package static func last(in workspace: Workspace) throws -> StoredRun? {
    guard workspace.hasStore else { return nil }
    let store = try PoolStore(path: workspace.storePath)
    guard let last = try store.lastRun() else { return nil }
    let (mappings, faults) = MappingCheck.read(workspace)
    if faults.contains(where: \.code.isConfigurationFault) { throw MappingFaults(findings: faults) }
    let summary = try RunAssembly(store: store, mappings: mappings, asAt: last.asAt)
      .summary(id: last.id, findings: try store.findings(ofRun: true))
    return StoredRun(
      summary: summary, mappings: mappings,
      mappingsChanged: last.mappings != (try RunInputs.currentMappingKey(of: workspace)),
      store: store)
  }

  /// A line of a pool with what it rests on.
  package struct TracedLine: Sendable {
    /// The line as stored.
    package var line: StoredLine
    /// The category that it was counted under.
    package var category: Category
    /// The scheme's slug within the agreement.
    package var scheme: String
    /// The part of the line's amount that the pool counts.
    package var amount: Money
    /// The provider's id.
    package var provider: String
    /// The source of the Better Care Fund that pays for it, as the year's list writes it; as the plan
    /// does where that has no such source.
    package var source: String
  }

  /// The lines of spending behind a pool's account that meet a condition, in the order of exports
  /// and lines; of its capital where that is asked for.
  package func lines(
    behind account: PoolAccount, ofCapital: Bool = false, where isWanted: (TracedLine) -> Bool,
    _ body: (TracedLine) -> Void
  ) throws {
    let facts = try store.facts()
    var claims = SpendingClaims(mappings: mappings, accounts: summary.pools)
    let suppliers = Dictionary(
      uniqueKeysWithValues: try store.suppliers().map { ($0.id, $0) })
    let bodies = DatedBodies(mappings)
    let kept = account.keptPayments
    try store.forEachLine(behind: facts) { line in
      let supplier = suppliers[line.supplier]
      let counterparty = supplier.flatMap {
        bodies.body(named: $0.mention.name, publisher: $0.publisher, on: line.day)
      }
      for (part, amount) in zip(line.decision.parts, line.decision.allocations(of: line.amount)) {
        let fact = PoolFact(
          line, part, provider: supplier?.provider ?? "", counterparty: counterparty ?? "",
          tally: RowTally(rows: 1, amount: amount))
        let isKept =
          !ofCapital && part.flow == Flow.betweenPoolsCode && kept.contains(line.position)
        let answer =
          isKept
          ? (account.id, "")
          : ofCapital
            ? claims.account(keepingCapital: fact)
            : claims.account(counting: fact, at: line.position)
        guard let (counting, scheme) = answer, counting == account.id else { continue }
        let traced = TracedLine(
          line: line, category: part.category, scheme: scheme, amount: amount,
          provider: supplier?.provider ?? "",
          source: fact.year.map {
            mappings.betterCareFund.sourceName(line.plan.fundingSource, in: $0)
          } ?? "")
        if isWanted(traced) { body(traced) }
      }
    }
  }
}
