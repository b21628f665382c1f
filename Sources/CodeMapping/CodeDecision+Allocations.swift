package import PoolModel

extension CodeDecision {
  /// An amount shared out over ``parts``: one amount a part, in their order.
  ///
  /// They add up to the amount, with the other sign where the rule reverses it.
  package func allocations(of amount: Money) -> [Money] {
    let signed = reversesSign ? -amount : amount
    guard parts.count > 1 else { return [signed] }
    let split = signed.split(inProportionTo: parts.map(\.share))
    // Shares that are all nothing split nothing; the money must not vanish with them.
    return split.isEmpty ? [signed] + parts.dropFirst().map { _ in .zero } : split
  }
}
