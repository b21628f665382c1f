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

extension PoolLedger {
  /// Pairs the ends of all transfers, lists them in their pools and tells those without a pair.
  mutating func settleMovements() {
    movements.sort(by: Movement.inFileOrder)
    let paid = movements.filter { $0.end == .paid }
    let received = movements.filter { $0.end == .received }
    let partners = pairedMovements(paid: paid, received: received)
    var isTaken = Array(repeating: false, count: received.count)
    for (payment, receipt) in zip(paid, partners) {
      if let receipt { isTaken[receipt] = true }
      settle(paid: payment, received: receipt.map { received[$0] })
    }
    for (receipt, isTaken) in zip(received, isTaken) where !isTaken {
      settle(paid: nil, received: receipt)
    }
    movements = []
  }

  /// The receipt of each payment, as a place in `received`; nil where none is found.
  private func pairedMovements(paid: [Movement], received: [Movement]) -> [Int?] {
    var receipts: [Int?] = Array(repeating: nil, count: paid.count)
    var isTaken = Array(repeating: false, count: received.count)
    for scope in PairingScope.allCases {
      // Some ledgers print receipts as debits: those are tried when all credits are paired.
      for printsCredits in [true, false] {
        let payments = paid.indices.map { place in
          receipts[place] == nil ? scope.candidate(paid[place], amount: paid[place].amount) : nil
        }
        let open = received.indices.map { place -> PairingScope.Candidate? in
          let amount = received[place].amount
          guard !isTaken[place], printsCredits || amount < .zero else { return nil }
          return scope.candidate(received[place], amount: printsCredits ? amount : -amount)
        }
        for pair in TransferPairing.pairs(paid: payments, received: open) {
          receipts[pair.paid] = pair.received
          isTaken[pair.received] = true
        }
      }
    }
    return receipts
  }

  /// Books a transfer with the ends that were found.
  private mutating func settle(paid: Movement?, received: Movement?) {
    guard let known = paid ?? received else { return }
    guard let pool = paid?.pool ?? received?.pool else {
      return leaveOutside(known.line.fact, because: .transferOutsidePools)
    }
    for end in [paid, received] {
      if let end { eliminate(end.line.fact) }
    }
    let state: Transfer.State =
      paid == nil ? .receivedOnly : received == nil ? .paidOnly : .paired
    // A pair agrees on its amount even where the receipt is printed as a debit.
    let agreed = paid?.amount
    pools[pool].transfers.append(
      Transfer(
        payer: known.payer, payee: known.payee, flow: known.line.fact.flow, paid: agreed,
        received: received.map { agreed ?? $0.amount }, state: state, foundBy: known.foundBy,
        paidAt: paid?.line.position, receivedAt: received?.line.position))
    if state != .paired { findings.append(unpairedFinding(known, in: pool)) }
  }

  private func unpairedFinding(_ movement: Movement, in pool: Int) -> Finding {
    let payer = mappings.printedName(ofBody: movement.payer)
    let payee = mappings.printedName(ofBody: movement.payee)
    let message: String
    var remedy = "add the other body's exports of these months, or give the line another flow"
    switch (movement.end, movement.isBetweenPools) {
    case (.paid, true) where !isPartnerOfOtherPool(movement.payee, than: pool):
      message =
        "\(payer) paid \(movement.amount) into another pool, and the counterpart pool is not loaded"
      remedy = "add the agreement and the exports of the other pool, where there are any"
    case (.paid, _):
      message = "\(payer) paid \(movement.amount) to \(payee), and no receipt of it is found"
    case (.received, _):
      message = "\(payee) received \(movement.amount) from \(payer), and no payment of it is found"
    }
    return Finding(
      .transferUnpaired, at: movement.line.position, value: pools[pool].id,
      atStake: movement.amount.magnitude, message: message, remedy: remedy)
  }

  private func isPartnerOfOtherPool(_ body: String, than pool: Int) -> Bool {
    pools.indices.contains { other in
      other != pool && pools[other].year == pools[pool].year && pools[other].hasPartner(body)
    }
  }
}

/// Between which ends of transfers a pair is looked for; the first scope goes first.
private enum PairingScope: CaseIterable {
  /// Both ends in the same pool.
  case withinPool
  /// A payment into another pool, and a receipt in whichever pool shows it.
  case betweenPools

  struct Key: Hashable {
    var pool: Int?
    var year: FinancialYear?
    var payer: String
    var payee: String
  }

  typealias Candidate = TransferPairing<Key>.Candidate

  /// What an end brings to the pairing; nil where it takes no part in this scope.
  func candidate(_ movement: Movement, amount: Money) -> Candidate? {
    var key = Key(
      pool: nil, year: movement.line.fact.year, payer: movement.payer, payee: movement.payee)
    switch self {
    case .withinPool:
      guard let pool = movement.pool else { return nil }
      key.pool = pool
    case .betweenPools:
      guard movement.end == .received || movement.isBetweenPools else { return nil }
    }
    return Candidate(key: key, amount: amount, day: movement.line.day)
  }
}
