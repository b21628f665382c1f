/// An amount of money in whole pence; the only type in which Weir adds money.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The amount in pence; credits are negative.
  package var pence: Int64

  /// An amount of `pence` pence.
  @inlinable
  package init(pence: Int64) { self.pence = pence }

  /// No money.
  ///
  /// It is a stated amount: a figure that is not stated is a nil `Money?`.
  package static let zero = Money(pence: 0)

  /// The sum of two amounts.
  ///
  /// Stops the program on overflow, which 92,000 amounts of the largest size the parser accepts
  /// would be needed to reach.
  @inlinable
  package static func + (left: Money, right: Money) -> Money {
    Money(pence: left.pence + right.pence)
  }

  /// The difference of two amounts.
  @inlinable
  package static func - (left: Money, right: Money) -> Money {
    Money(pence: left.pence - right.pence)
  }

  /// The same amount with the other sign.
  @inlinable
  package static prefix func - (amount: Money) -> Money { Money(pence: -amount.pence) }

  /// Adds to this amount.
  @inlinable
  package static func += (left: inout Money, right: Money) { left.pence += right.pence }

  /// Takes from this amount.
  @inlinable
  package static func -= (left: inout Money, right: Money) { left.pence -= right.pence }

  /// Orders amounts by size, credits first.
  @inlinable
  package static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }

  /// The amount without its sign.
  package var magnitude: Money { Money(pence: abs(pence)) }

  /// For people: `£1,234.56`, credits with a minus before the pound sign.
  package var description: String {
    let digits = String(pence.magnitude / 100)
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (pence < 0 ? "-£" : "£") + grouped + "." + pennies
  }

  /// For files: `1234.56`, without sign of currency or thousands.
  package var decimal: String {
    (pence < 0 ? "-" : "") + String(pence.magnitude / 100) + "." + pennies
  }

  private var pennies: String {
    let rest = pence.magnitude % 100
    return rest < 10 ? "0\(rest)" : "\(rest)"
  }
}

extension Money {
  /// This amount split in proportion to `shares`, to the penny, by largest remainder.
  ///
  /// - Parameter shares: weights in hundredths of a per cent, none negative, at least one above 0.
  /// - Returns: one amount a share, in the same order; they always add up to this amount. Equal
  ///   remainders are settled by order, so that the same input gives the same pennies.
  package func split(inProportionTo shares: [Int]) -> [Money] {
    let whole = shares.reduce(0, +)
    guard whole > 0 else { return [] }
    let total = Int128(pence.magnitude)
    var parts: [Int64] = []
    var remainders: [(remainder: Int128, place: Int)] = []
    for (place, share) in shares.enumerated() {
      let exact = total * Int128(share)
      parts.append(Int64(exact / Int128(whole)))
      remainders.append((exact % Int128(whole), place))
    }
    let missing = Int(Int64(total) - parts.reduce(0, +))
    remainders.sort { ($1.remainder, $0.place) < ($0.remainder, $1.place) }
    for (_, place) in remainders.prefix(missing) { parts[place] += 1 }
    return parts.map { Money(pence: pence < 0 ? -$0 : $0) }
  }
}
