package import MappingTables
package import PoolModel

/// Tells for single lines of spending which pool counts them, as ``PoolBuilder`` does for sums: what
/// a figure of a pool is walked back with (law 3).
package struct SpendingClaims {
  private let pools: [OpenPool]
  private let mappings: MappingSet
  private let eliminated: Set<SourcePosition>
  private var claims: SchemeClaims

  /// The claims of the agreements of these mappings, whose transfers are those of these accounts.
  package init(mappings: MappingSet, accounts: [PoolAccount]) {
    self.mappings = mappings
    eliminated = Set(
      accounts.flatMap(\.transfers).filter { $0.state != .counterpartOutside }
        .flatMap { [$0.paidAt, $0.receivedAt].compactMap(\.self) })
    pools = OpenPool.all(of: mappings.agreements)
    claims = SchemeClaims(pools: pools, mappings: mappings)
  }

  /// The id of the pool's account and the scheme that count a line; nil where none does, or where
  /// the line moves money between partners.
  ///
  /// `position` is the line's.
  package mutating func account(
    counting fact: PoolFact, at position: SourcePosition
  ) -> (account: String, scheme: String)? {
    guard let (pool, scheme) = scheme(claiming: fact, as: .spending) else { return nil }
    let isMovement =
      fact.counterparty != fact.organisation && pools[pool].hasPartner(fact.counterparty)
      && eliminated.contains(position)
    return isMovement ? nil : (pools[pool].id, scheme)
  }

  /// The id of the pool's account that keeps a line apart as capital, and the scheme that claims it;
  /// nil where none does.
  package mutating func account(
    keepingCapital fact: PoolFact
  ) -> (account: String, scheme: String)? {
    scheme(claiming: fact, as: .capital).map { (pools[$0.pool].id, $0.scheme) }
  }

  private mutating func scheme(
    claiming fact: PoolFact, as treatment: Flow.Treatment
  ) -> (pool: Int, scheme: String)? {
    guard fact.side == .spending, fact.coverage != .ignored,
      mappings.flows[fact.flow]?.treatment == treatment,
      case .scheme(let pool, let scheme) = claims.answer(for: fact)
    else { return nil }
    return (pool, scheme)
  }
}
