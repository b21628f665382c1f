import MappingTables
import PoolModel
import PoolStore
import ProviderMatching

/// Stage 5 over the store: the payees' names → one provider per legal body.
struct ProviderStage {
  let store: PoolStore
  let mappings: MappingSet

  /// Matches all payees of the store and notes the outcome there.
  ///
  /// - Returns: what was noticed.
  func run() throws -> [Finding] {
    let suppliers = try store.suppliers()
    let result = try match(suppliers)
    try store.setProviders(
      result.providers,
      ofSuppliers: zip(suppliers, result.providerIDs).map { ($0.id, $1) })
    try store.setRegistry(
      result.registry.map {
        KnownSpelling(
          publisher: $0.publisher, name: $0.name, identity: $0.identity, provider: $0.providerID)
      })
    return result.findings
  }

  /// Matches payees with the registry as it stands.
  func match(_ suppliers: [StoredSupplier]) throws -> MatchResult {
    ProviderMatcher(
      words: mappings.providerWords, decisions: mappings.providerDecisions,
      organisations: mappings.organisations.values.sorted { $0.id < $1.id }
    ).match(
      suppliers.map {
        PayeeMention(publisher: $0.publisher, supplier: $0.mention, tally: $0.tally)
      },
      registry: try store.registry().map {
        RegistryEntry(
          providerID: $0.provider, publisher: $0.publisher, name: $0.name, identity: $0.identity)
      })
  }
}
