package import PoolModel

/// The files of `data/pools/`: one CSV table a subject and `datapackage.json`, which describes
/// every column after Frictionless Data Package version 1.
package struct DataPackage: Sendable {
  private let organisations: [String: Organisation]

  /// A package that prints bodies under the names of `organisations`, which are keyed by id.
  package init(organisations: [String: Organisation]) { self.organisations = organisations }

  /// The files of a run, always the same ones in the same order, `datapackage.json` last.
  package func files(for run: RunSummary) -> [PublishedFile] {
    let resources = poolTables(of: run) + moneyTables(of: run) + proofTables(of: run)
    return DataPackage.described(
      resources, name: "weir-pools", id: run.id, title: "Pooled health and social care budgets",
      text: "Amounts are pounds. An empty cell is not stated, which is not zero. Funding and "
        + "spending are two sides and are never added.")
  }

  /// The files of resources, with the description that makes a package of them.
  static func described(
    _ resources: [PublishedResource], name: String, id: String, title: String, text: String
  ) -> [PublishedFile] {
    let manifest = JSONText.object([
      "profile": .text("tabular-data-package"),
      "id": .text(id),
      "name": .text(name),
      "title": .text(title),
      "description": .text(
        "\(text) Cells are exact: a spreadsheet may take a text that begins with = + - or @ for a "
          + "formula."),
      "run": .text(id),
      "resources": .list(resources.map(\.json)),
    ])
    let description = PublishedFile(name: "datapackage.json", bytes: Array(manifest.page.utf8))
    return resources.map(\.file) + [description]
  }

  /// What the pools hold, a table for each part of a ``PoolAccount``.
  private func poolTables(of run: RunSummary) -> [PublishedResource] {
    let pools = run.pools
    return [
      PublishedTable.pools(names: name).published(pools),
      PublishedTable.agreementTerms.published(
        pools.flatMap { pool in
          pool.statedAgreement.terms.map { PoolRow(pool: pool, part: $0) }
        }),
      PublishedTable.schemes(names: name).published(
        pools.flatMap { pool in
          pool.statedAgreement.schemes.map { PoolRow(pool: pool, part: $0) }
        }),
      PublishedTable.memorandum.published(
        pools.flatMap { pool in pool.memorandum.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.funding(names: name).published(
        pools.flatMap { pool in pool.funding.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.spending.published(
        pools.flatMap { pool in pool.spending.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.transfers(names: name).published(
        pools.flatMap { pool in pool.transfers.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.variances(names: name).published(
        pools.flatMap { pool in pool.variances.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.statedFigures.published(
        pools.flatMap { pool in pool.statedFigures.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.areas.published(
        pools.flatMap { pool in pool.areas.map { PoolRow(pool: pool, part: $0) } }),
      PublishedTable.conditions.published(pools.flatMap(conditionRows)),
      PublishedTable.bcfAreas.published(run.bcfAreas),
      PublishedTable.bcfSources.published(fundRows(pools, \.sources)),
      PublishedTable.bcfMinima.published(fundRows(pools, \.minima)),
      PublishedTable.bcfTerms.published(fundRows(pools, \.terms)),
      PublishedTable.targets.published(run.targets),
      PublishedTable.trends.published(run.trends),
    ]
  }

  /// What no pool counts and what no rule explains, and who was paid.
  private func moneyTables(of run: RunSummary) -> [PublishedResource] {
    [
      PublishedTable.outside.published(run.outside),
      PublishedTable.periods.published(run.periods),
      PublishedTable.coverage.published(run.coverage),
      PublishedTable.unmappedCodes.published(run.unmapped),
      PublishedTable.providers.published(run.providers),
      PublishedTable.providerNames.published(run.providerNames),
      PublishedTable.providerFamilies.published(ProviderFamilyRow.rows(of: run.providers)),
      PublishedTable.refusedMerges.published(run.refusedMerges),
      PublishedTable.providerBodies(names: name).published(run.providerBodies),
      PublishedTable.providerSuccessions(names: name).published(run.providerSuccessions),
      PublishedTable.providerIDs(current: ProviderIDHistory(run.providerIDChanges))
        .published(run.providerIDChanges),
    ]
  }

  /// What proves the figures: the waterfall, the exports and the findings.
  private func proofTables(of run: RunSummary) -> [PublishedResource] {
    [
      PublishedTable.waterfall.published(
        run.waterfalls.flatMap { WaterfallRow.rows(of: $0, export: nil) }
          + run.exports.flatMap { WaterfallRow.rows(of: $0.waterfall, export: $0) }),
      PublishedTable.exports.published(run.exports),
      PublishedTable.findings.published(run.findings),
    ]
  }

  func name(_ organisation: String) -> String { organisations[organisation]?.name ?? "" }

  /// The parts of pools that are an area's of the Better Care Fund.
  private func fundRows<Part>(
    _ pools: [PoolAccount], _ parts: KeyPath<BCFAccount, [Part]>
  ) -> [PoolRow<Part>] {
    pools.flatMap { pool in
      (pool.betterCareFund?[keyPath: parts] ?? []).map { PoolRow(pool: pool, part: $0) }
    }
  }

  /// A condition without a state has one row that states none.
  private func conditionRows(_ pool: PoolAccount) -> [ConditionRow] {
    pool.conditions.flatMap { condition in
      condition.states.isEmpty
        ? [ConditionRow(pool: pool, part: (condition, nil))]
        : condition.states.map { ConditionRow(pool: pool, part: (condition, $0)) }
    }
  }
}
