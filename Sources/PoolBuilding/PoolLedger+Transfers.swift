import MappingTables
import PoolModel

extension PoolLedger {
  /// Finds the pool of a line that a rule calls a transfer, and keeps it until all are known.
  mutating func placeTransfer(_ line: TransferLine) {
    let fact = line.fact
    let end = end(of: fact)
    switch transferPool(of: fact) {
    case .scheme(let pool, _):
      movements.append(Movement(foundByRule: line, end: end, pool: pool))
    case .closedScheme: leaveOutside(fact, because: .schemeClosed)
    case .several(let pools): leaveOutside(fact, claimedBy: pools, because: .agreementUncertain)
    case .nobody:
      // What another pool paid in may come from a body that is no partner here.
      if end == .received, !fact.counterparty.isEmpty {
        movements.append(Movement(foundByRule: line, end: end, pool: nil))
      } else {
        leaveOutside(fact, because: .transferOutsidePools)
      }
    }
  }

  /// A flow that is its own counterpart serves both sides: its credits are receipts.
  private func end(of fact: PoolFact) -> Movement.End {
    guard let flow = mappings.flows[fact.flow], flow.treatment == .transferOut else {
      return .received
    }
    return flow.counterpart == flow.code && fact.tally.amount < .zero ? .received : .paid
  }

  /// The pool of a transfer: the one its rule names, else the one that claims it among those it can
  /// be of, else the only one it can be of.
  private func transferPool(of fact: PoolFact) -> SchemeClaims.Answer {
    if let named = claims.namedScheme(of: fact) { return named }
    let possible = possiblePools(ofTransfer: fact)
    let claim = claims.claim(among: possible, for: fact)
    guard claim == .nobody, let only = possible.first else { return claim }
    return possible.count == 1 ? .scheme(pool: only, scheme: "") : .several(pools: possible)
  }

  private func possiblePools(ofTransfer fact: PoolFact) -> [Int] {
    let open = claims.openPools(to: fact)
    let shared = open.filter { pools[$0].hasPartner(fact.counterparty) }
    guard fact.flow == Flow.betweenPoolsCode else { return shared }
    // A pool that the payee belongs to is the other pool, not the one that pays.
    return shared.count == open.count ? open : open.filter { !shared.contains($0) }
  }
}
