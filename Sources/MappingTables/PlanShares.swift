package import PoolModel

/// The parts of two bodies that commission together, as a row of a plan prints them.
package enum PlanShares {
  /// The first body's part of the two in hundredths of a per cent; nil where they are not 100 per
  /// cent together.
  ///
  /// Spreadsheets give parts as `60%` and `40%`, as `60` and `40` or as `0.6` and `0.4`: their sum
  /// tells which.
  package static func first(_ first: String, _ second: String) -> Int? {
    guard let one = number(first), let other = number(second) else { return nil }
    switch one + other {
    case HundredthsOfPerCent.whole * scale: return one / scale
    case HundredthsOfPerCent.whole * scale / 100: return one * 100 / scale
    default: return nil
    }
  }

  /// An amount by these parts, to the penny by largest remainder; nil as above.
  package static func first(of amount: Money, _ first: String, _ second: String) -> Money? {
    self.first(first, second).map {
      amount.split(inProportionTo: [$0, HundredthsOfPerCent.whole - $0])[0]
    }
  }

  private static let scale = 100

  /// A per cent in ten-thousandths of one, its sign off; nil for anything else than digits with at
  /// most four decimals.
  private static func number(_ cell: String) -> Int? {
    let text = cell.filter { $0 != "%" && $0 != " " }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 3,
      parts.count == 1 || (1...4).contains(parts[1].utf8.count),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    return Int(whole + decimals + String(repeating: "0", count: 4 - decimals.utf8.count))
  }
}
