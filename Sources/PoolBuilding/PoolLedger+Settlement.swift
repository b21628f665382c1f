import MappingTables
import PoolModel

extension PoolLedger {
  /// Matches the ends of all transfers, lists them in their pools and tells those left over.
  mutating func settleMovements() {
    movements.sort(by: Movement.inFileOrder)
    let paid = movements.filter { $0.end == .paid }
    let received = movements.filter { $0.end == .received }
    var matcher = TransferMatcher(
      paid: paid, received: received, rules: pools.map(\.agreement.matching))
    matcher.match(decisions: mappings.eliminations)
    let timing = matcher.timing { pools[$0].agreement.agreement }
    for unit in units(of: matcher) {
      switch unit {
      case .match(let match): settle(match, of: matcher)
      case .payment(let place): leave(paid[place], isTiming: timing.paid.contains(place))
      case .receipt(let place): leave(received[place], isTiming: timing.received.contains(place))
      }
    }
    findings += unusedDecisions(positions: Set(movements.map { $0.line.position.withoutByte }))
    movements = []
  }

  private enum Unit {
    case match(TransferMatch)
    case payment(Int)
    case receipt(Int)
  }

  /// Matches and ends without one, by their first payment, then by their first receipt.
  private func units(of matcher: TransferMatcher) -> [Unit] {
    var units = matcher.matches.map { match in
      (match.paid.first ?? Int.max, match.received.first ?? Int.max, Unit.match(match))
    }
    for place in matcher.paid.indices where matcher.isPaidOpen[place] {
      units.append((place, Int.max, .payment(place)))
    }
    for place in matcher.received.indices where matcher.isReceivedOpen[place] {
      units.append((Int.max, place, .receipt(place)))
    }
    return units.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// Books what belongs together, and what remains between the two sides.
  private mutating func settle(_ match: TransferMatch, of matcher: TransferMatcher) {
    let paid = match.paid.map { matcher.paid[$0] }
    let received = match.received.map { matcher.received[$0] }
    let ends = paid + received
    guard let first = ends.first,
      let pool = (paid.compactMap(\.pool) + received.compactMap(\.pool)).first
    else {
      for end in ends { leaveOutside(end.line.fact, because: .transferOutsidePools) }
      return
    }
    for end in ends { eliminate(end.line.fact) }
    let isPair = paid.count == 1 && received.count == 1
    if !isPair { pools[pool].groups += 1 }
    let group = isPair ? nil : pools[pool].groups
    // A receipt that is printed as a debit still says what was received.
    func said(_ end: Movement) -> Money { match.printsDebits ? -end.amount : end.amount }
    if isPair, let receipt = received.first {
      var transfer = Transfer(
        payer: first.payer, payee: first.payee, flow: first.line.fact.flow, paid: first.amount,
        received: said(receipt), state: .paired, match: match.code, foundBy: first.foundBy,
        paidAt: first.line.position, receivedAt: receipt.line.position)
      transfer.payeePool = payeePool(of: first, received: receipt, payingPool: pool)
      pools[pool].transfers.append(transfer)
    } else {
      for end in ends {
        let isPaid = end.end == .paid
        var transfer = Transfer(
          payer: end.payer, payee: end.payee, flow: end.line.fact.flow,
          paid: isPaid ? end.amount : nil, received: isPaid ? nil : said(end), state: .grouped,
          match: match.code, group: group, foundBy: end.foundBy,
          paidAt: isPaid ? end.line.position : nil,
          receivedAt: isPaid ? nil : end.line.position)
        if isPaid {
          transfer.payeePool = payeePool(of: end, received: received.first, payingPool: pool)
        }
        pools[pool].transfers.append(transfer)
      }
    }
    note(paid: paid, received: received, of: match, group: group, in: pool)
  }

  /// The account of the other pool that money of one pool went to: the receipt's, else the only one
  /// that the payee is a partner of; empty where it went to none, or where several may have it.
  private func payeePool(
    of payment: Movement, received receipt: Movement?, payingPool pool: Int
  ) -> String {
    if let other = receipt?.pool { return other == pool ? "" : pools[other].id }
    guard payment.isBetweenPools else { return "" }
    let possible = otherPools(ofPartner: payment.payee, than: pool)
    return possible.count == 1 ? pools[possible[0]].id : ""
  }

  private mutating func note(
    paid: [Movement], received: [Movement], of match: TransferMatch, group: Int?, in pool: Int
  ) {
    guard let first = paid.first ?? received.first else { return }
    let sum = paid.reduce(Money.zero) { $0 + $1.amount }
    let printed = received.reduce(Money.zero) { $0 + $1.amount }
    var variance = TransferVariance(
      payer: first.payer, payee: first.payee, kind: .unexplained, paid: sum,
      received: match.printsDebits ? -printed : printed, group: group, at: first.line.position)
    guard variance.amount != .zero else { return }
    variance.kind = kind(of: variance, on: first.line.day, in: pool)
    pools[pool].variances.append(variance)
  }

  private func kind(
    of variance: TransferVariance, on day: CalendarDay?, in pool: Int
  ) -> TransferVariance.Kind {
    if variance.amount.magnitude <= pools[pool].agreement.matching.amount { return .rounding }
    let amounts = [variance.paid, variance.received].compactMap { $0?.magnitude }
    guard let net = amounts.min(), let day, let rate = mappings.vatRates.rate(on: day) else {
      return .unexplained
    }
    return net.share(ofHundredths: rate) == variance.amount.magnitude
      ? .valueAddedTax : .unexplained
  }
}

extension PoolLedger {
  /// Books an end without another.
  private mutating func leave(_ end: Movement, isTiming: Bool) {
    guard let pool = end.pool else {
      return leaveOutside(end.line.fact, because: .transferOutsidePools)
    }
    // Only both ends show that money moved within a body.
    guard end.payer != end.payee else {
      return leaveOutside(end.line.fact, because: .paidToItself)
    }
    let isPaid = end.end == .paid
    let isKept = isCounterpartOutside(end, of: pool)
    pools[pool].transfers.append(
      Transfer(
        payer: end.payer, payee: end.payee, flow: end.line.fact.flow,
        paid: isPaid ? end.amount : nil, received: isPaid ? nil : end.amount,
        state: isKept ? .counterpartOutside : isPaid ? .paidOnly : .receivedOnly,
        foundBy: end.foundBy, paidAt: isPaid ? end.line.position : nil,
        receivedAt: isPaid ? nil : end.line.position))
    if isKept {
      keep(end, in: pool)
      leftOver.note(end, .counterpartOutside, in: pool)
    } else if isTiming {
      eliminate(end.line.fact)
      pools[pool].variances.append(
        TransferVariance(
          payer: end.payer, payee: end.payee, kind: .timing, paid: isPaid ? end.amount : nil,
          received: isPaid ? nil : end.amount, at: end.line.position))
    } else {
      eliminate(end.line.fact)
      leftOver.note(end, .transferUnpaired, in: pool)
    }
  }

  /// What is paid to a body whose exports are not loaded stays where it is: bought care and money for
  /// another pool in the pool's spending, what a rule calls a contribution outside it.
  private mutating func keep(_ end: Movement, in pool: Int) {
    let isSpent = end.foundBy == "payee" || end.isBetweenPools
    guard isSpent else { return leaveOutside(end.line.fact, because: .counterpartOutside) }
    countSpending(end.line.fact, in: pool, scheme: end.scheme)
  }

  /// Whether the other body published nothing for the year; of money for another pool, whether no
  /// such pool is loaded.
  private func isCounterpartOutside(_ end: Movement, of pool: Int) -> Bool {
    let other = end.end == .paid ? end.payee : end.payer
    let isLoaded = loaded.holds(other, beside: end.line.fact)
    guard end.isBetweenPools, end.end == .paid else { return !other.isEmpty && !isLoaded }
    return !isLoaded || otherPools(ofPartner: other, than: pool).isEmpty
  }

  /// The other pools of the same year that a body is a partner of.
  private func otherPools(ofPartner body: String, than pool: Int) -> [Int] {
    pools.indices.filter { other in
      other != pool && pools[other].year == pools[pool].year && pools[other].hasPartner(body)
    }
  }
}

extension Money {
  /// A share of the amount in hundredths of a per cent, rounded half up to the penny.
  func share(ofHundredths rate: Int) -> Money {
    Money(pence: Int64((Int128(pence) * Int128(rate) + 5_000) / 10_000))
  }
}
