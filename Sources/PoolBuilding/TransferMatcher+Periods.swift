import PoolModel

/// A span of time whose payments and receipts may come to the same sum.
enum MatchingPeriod: CaseIterable {
  case month
  case quarter
  case year

  /// The number of the span that holds an end; nil where it is not dated.
  func number(of movement: Movement) -> Int? {
    if self == .year { return movement.line.fact.year?.startYear }
    guard let (year, month, _) = movement.line.day?.civil else { return nil }
    return self == .month ? year * 12 + month - 1 : year * 4 + (month - 1) / 3
  }
}

extension TransferMatcher {
  /// Instalments: all that is left of a month, a quarter or a year, where both sides come to the same
  /// sum to the penny.
  mutating func matchSums(of period: MatchingPeriod) {
    struct Key: Hashable {
      var ends: TransferKey
      var period: Int
    }
    let ends = openEnds { movement -> Key? in
      guard let key = MatchingScope.withinPool.key(movement),
        let number = period.number(of: movement)
      else { return nil }
      return Key(ends: key, period: number)
    }
    for (paid, received) in inOrder(ends) where paid.count + received.count > 2 {
      let match = signed(TransferMatch(paid: paid, received: received, code: .amountAndDate))
      let sums = sums(match)
      let receipts = match.printsDebits ? -sums.received : sums.received
      if sums.paid == receipts, sums.paid != .zero { note(match) }
    }
  }
}
