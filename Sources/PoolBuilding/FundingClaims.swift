package import MappingTables
package import PoolModel

/// Tells for single lines of funding which pool counts them, as ``PoolBuilder`` does for sums.
package struct FundingClaims {
  private let ledger: PoolLedger

  /// The contribution sources of the agreements of these mappings.
  package init(mappings: MappingSet) {
    ledger = PoolLedger(mappings: mappings, loaded: LoadedBodies())
  }

  /// The id of the pool's account that counts a line, and the line of its funding that it is counted
  /// under; nil where none does.
  package func account(counting fact: PoolFact) -> (account: String, line: FundingLine)? {
    guard fact.side == .funding, fact.coverage != .ignored else { return nil }
    let fitting = ledger.fittingSources(of: fact)
    guard let (pool, source) = fitting.first, fitting.count == 1 else { return nil }
    return (ledger.pools[pool].id, ledger.fundingLine(fact, source))
  }
}
