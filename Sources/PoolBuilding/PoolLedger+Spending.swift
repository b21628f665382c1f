import MappingTables
import PoolModel

extension PoolLedger {
  /// Finds the one place where a line of money belongs.
  mutating func place(_ line: TransferLine) {
    let fact = line.fact
    guard fact.coverage != .ignored else {
      return leaveOutside(fact, because: .ignored(fact.ignoreReason))
    }
    switch fact.side {
    case .funding: placeFunding(fact)
    case .spending: placePayment(line)
    }
  }

  private mutating func placePayment(_ line: TransferLine) {
    let fact = line.fact
    guard fact.year != nil else { return leaveOutside(fact, because: .yearUnknown) }
    switch mappings.flows[fact.flow]?.treatment {
    case nil: leaveOutside(fact, because: .flowUnknown)
    case .transferOut?, .transferIn?: placeTransfer(line)
    case .spending?: placeSpending(line)
    case .capital?: placeApart(fact, because: .capital)
    case .funding?: placeApart(fact, because: .fundingAmongPayments)
    }
  }

  private mutating func placeSpending(_ line: TransferLine) {
    let fact = line.fact
    guard let (pool, scheme) = claimingScheme(of: fact) else { return }
    // A claimed payment to a fellow partner moves the pool's money, it does not spend it. To an NHS
    // provider that is no partner it is final spending.
    if fact.counterparty != fact.organisation, pools[pool].hasPartner(fact.counterparty) {
      movements.append(Movement(foundByPayee: line, pool: pool, scheme: scheme))
    } else {
      countSpending(fact, in: pool, scheme: scheme)
    }
  }

  /// Money that a scheme may claim but that is not the pool's spending.
  private mutating func placeApart(_ fact: PoolFact, because reason: OutsideReason) {
    guard let (pool, _) = claimingScheme(of: fact) else { return }
    if case .capital = reason {
      pools[pool].capitalSpending.append(fact)
    }
    leaveOutside(fact, because: reason)
  }

  /// The scheme that claims the line; where there is not exactly one, the line is left outside.
  private mutating func claimingScheme(of fact: PoolFact) -> (pool: Int, scheme: String)? {
    switch claims.answer(for: fact) {
    case .scheme(let pool, let scheme): return (pool, scheme)
    case .nobody: leaveOutside(fact, because: .unclaimed)
    case .closedScheme: leaveOutside(fact, because: .schemeClosed)
    case .several(let pools): leaveOutside(fact, claimedBy: pools)
    }
    return nil
  }
}
