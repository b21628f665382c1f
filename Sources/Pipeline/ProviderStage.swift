import MappingTables
import PoolModel
import PoolStore
import ProviderMatching

/// Stage 5 over the store: the payees' names → one provider per legal body.
struct ProviderStage {
  let store: PoolStore
  let mappings: MappingSet
  /// What earlier runs know of the names; nil where nothing is taken from them and nothing kept.
  var known: KnownNamesFile?

  /// Matches all payees of the store and notes the outcome there.
  ///
  /// - Parameter run: the id of the run under way.
  /// - Returns: what was noticed.
  /// - Throws: what the store throws.
  func run(_ run: String) throws -> [Finding] {
    let suppliers = try store.suppliers()
    let result = try match(suppliers)
    // Without it the next run is slower and gives the same.
    if let kept = result.known { try? known?.write(kept) }
    let changes = try changes(of: result, run)
    try store.add(changes)
    let payees = suppliers.map(ProviderStage.mention)
    let families = ProviderFamilies(
      mappings.familyMembers, payees: payees, providerIDs: result.providerIDs,
      history: ProviderIDHistory(try store.providerIDChanges()))
    try store.setProviders(
      ProviderStage.providers(of: result, families.families),
      ofSuppliers: zip(suppliers, result.providerIDs).map { ($0.id, $1) })
    try store.setRefusedMerges(result.refusals)
    try store.setRegistry(registry(of: result, suppliers))
    let alarms = mappings.providerLimits[.mostSpellings].map {
      SpellingAlarm.findings(most: $0, payees: payees, providerIDs: result.providerIDs)
    }
    return result.findings + families.findings + (alarms ?? [])
      + decisionFindings(suppliers, result.organisationIDs)
  }

  /// What the run changes about ids.
  private func changes(of result: MatchResult, _ run: String) throws -> [ProviderIDChange] {
    let number = try store.nextRunNumber()
    return result.retired.map {
      ProviderIDChange(
        provider: $0.id, kind: .mergedInto, other: $0.mergedInto, runNumber: number, run: run)
    }
      + result.splits.map {
        ProviderIDChange(
          provider: $0.id, kind: .splitFrom, other: $0.splitFrom, runNumber: number, run: run)
      }
  }

  /// The providers, each with its family and with the one body of `organisations.csv` that its names
  /// mean.
  private static func providers(
    of result: MatchResult, _ families: [String: ProviderFamily]
  ) -> [Provider] {
    var bodies: [String: Set<String>] = [:]
    for (provider, body) in zip(result.providerIDs, result.organisationIDs) {
      if let body { bodies[provider, default: []].insert(body) }
    }
    return result.providers.map { provider in
      var provider = provider
      let found = bodies[provider.id] ?? []
      provider.organisation = found.count == 1 ? found.first : nil
      provider.family = families[provider.id]
      return provider
    }
  }

  /// The registry without the names that turned out to be of a class, such as individuals (law 8).
  private func registry(
    of result: MatchResult, _ suppliers: [StoredSupplier]
  ) -> [KnownSpelling] {
    let kinds = PayeeKinds(words: mappings.providerWords, decisions: mappings.providerDecisions)
    // By publisher and name: whether the exports show a provider of that name, not only a class.
    var isProvider: [[String]: Bool] = [:]
    for (supplier, id) in zip(suppliers, result.providerIDs) {
      let isOne = PayeeClass.withID(id) == nil
      isProvider.merge([[supplier.publisher, supplier.mention.name]: isOne]) { $0 || $1 }
    }
    // Of names that no export holds any more nobody has asked yet.
    func isNoPerson(_ entry: RegistryEntry) -> Bool {
      let kind = kinds.kind(of: SupplierMention(name: entry.name), publisher: entry.publisher)
      return kind != .individual && kind != .redacted
    }
    let kept = result.registry.filter {
      isProvider[[$0.publisher, $0.name]] ?? isNoPerson($0)
    }
    return kept.map {
      KnownSpelling(
        publisher: $0.publisher, name: $0.name, identity: $0.identity, provider: $0.providerID,
        isFormer: $0.isFormer)
    }
  }

  /// Decisions that no export has a use for, and those that the exports' identifiers speak against.
  private func decisionFindings(
    _ suppliers: [StoredSupplier], _ bodies: [String?]
  ) -> [Finding] {
    let decisions = mappings.providerDecisions
    guard !decisions.isEmpty else { return [] }
    let organisations = mappings.organisations.values.sorted { $0.id < $1.id }
    var ledger = DecisionLedger(decisions, organisations: organisations)
    ledger.markUnused(payees: suppliers.lazy.map { ($0.publisher, $0.mention.name) })
    let mentions = suppliers.map(ProviderStage.mention)
    return ledger.unusedFindings + ledger.disputedFindings(mentions: mentions, bodies: bodies)
  }

  static func mention(_ supplier: StoredSupplier) -> PayeeMention {
    PayeeMention(
      publisher: supplier.publisher, supplier: supplier.mention, tally: supplier.tally)
  }

  /// Matches payees with the registry as it stands.
  func match(_ suppliers: [StoredSupplier]) throws -> MatchResult {
    let matcher = ProviderMatcher(mappings)
    return matcher.match(
      suppliers.map(ProviderStage.mention),
      registry: try store.registry().map {
        RegistryEntry(
          providerID: $0.provider, publisher: $0.publisher, name: $0.name, identity: $0.identity,
          isFormer: $0.isFormer)
      }, known: known?.names(for: matcher))
  }
}
