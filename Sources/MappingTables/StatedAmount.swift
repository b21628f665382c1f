package import PoolModel

/// An amount of money as agreements write it: `£1,234.56`, `£2.653m`, `£3.8bn`, `£500k` or
/// `not stated`.
package enum StatedAmount: Hashable, Sendable {
  case stated(Money)
  /// Which is not zero.
  case notStated

  /// The words for an amount that a document does not give.
  package static let notStatedText = "not stated"

  /// Reads an amount exactly, with integers alone.
  ///
  /// The pound sign may be left out; a minus stands before or behind it. Thousands are grouped in
  /// threes or not at all. Nil for anything else, and for what is not a whole number of pence.
  package init?(_ text: some StringProtocol) {
    var rest = text.drop { $0 == " " }
    while rest.last == " " { rest = rest.dropLast() }
    if rest.lowercased() == StatedAmount.notStatedText {
      self = .notStated
      return
    }
    let isNegative = StatedAmount.dropMinus(&rest)
    if rest.first == "£" { rest = rest.dropFirst() }
    let isNegativeBehind = !isNegative && StatedAmount.dropMinus(&rest)
    let digitsOfUnit = StatedAmount.dropUnit(&rest)
    guard let pence = StatedAmount.pence(of: rest, pointShift: digitsOfUnit + 2) else {
      return nil
    }
    self = .stated(Money(pence: isNegative || isNegativeBehind ? -pence : pence))
  }

  /// The amount; nil where it is not stated.
  package var amount: Money? {
    if case .stated(let amount) = self { amount } else { nil }
  }

  private static func dropMinus<Text: StringProtocol>(_ text: inout Text) -> Bool
  where Text.SubSequence == Text {
    guard text.first == "-" || text.first == "\u{2212}" else { return false }
    text = text.dropFirst()
    return true
  }

  /// Takes a unit off the end and says by how many digits it moves the point.
  private static func dropUnit<Text: StringProtocol>(_ text: inout Text) -> Int
  where Text.SubSequence == Text {
    let lowercased = text.lowercased()
    for (unit, digits) in [("bn", 9), ("m", 6), ("k", 3)] where lowercased.hasSuffix(unit) {
      text = text.dropLast(unit.count)
      while text.last == " " { text = text.dropLast() }
      return digits
    }
    return 0
  }

  /// A decimal number times ten to the power of `pointShift`; nil where that is no whole number.
  private static func pence(of number: some StringProtocol, pointShift: Int) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, let pounds = digits(ofGrouped: whole) else {
      return nil
    }
    var fraction = parts.count == 2 ? Array(parts[1].utf8) : []
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    while fraction.count > pointShift, fraction.last == 0x30 { fraction.removeLast() }
    guard fraction.count <= pointShift else { return nil }
    let zeros = [UInt8](repeating: 0x30, count: pointShift - fraction.count)
    var total: Int64 = 0
    for digit in pounds + fraction + zeros {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (product, isTooLarge) = total.multipliedReportingOverflow(by: 10)
      let (sum, isStillTooLarge) = product.addingReportingOverflow(Int64(digit - 0x30))
      guard !isTooLarge, !isStillTooLarge else { return nil }
      total = sum
    }
    return total
  }

  /// The digits of `1,234`; nil where commas do not part groups of three.
  private static func digits(ofGrouped whole: some StringProtocol) -> [UInt8]? {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty else { return nil }
    if groups.count > 1 {
      guard first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    return groups.flatMap { Array($0.utf8) }
  }
}
