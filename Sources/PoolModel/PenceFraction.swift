/// What rounding an amount to the penny leaves over, exactly.
///
/// Exports hold floating-point noise such as `-700.4399999999999`. The amount is rounded half away
/// from zero and the remainder kept here, so that the waterfall can state what rounding moved.
package struct PenceFraction: Hashable, Sendable, CustomStringConvertible {
  /// The fraction in units of 10⁻¹⁸ of a penny.
  package var units: Int128

  /// How many units make a penny: 10¹⁸.
  package static let unitsPerPenny: Int128 = 1_000_000_000_000_000_000

  /// Nothing left over.
  package static let zero = PenceFraction(units: 0)

  /// A fraction of `units` × 10⁻¹⁸ pence.
  package init(units: Int128) { self.units = units }

  /// Adds to this fraction.
  package static func += (left: inout PenceFraction, right: PenceFraction) {
    left.units += right.units
  }

  /// The sum of two fractions.
  package static func + (left: PenceFraction, right: PenceFraction) -> PenceFraction {
    PenceFraction(units: left.units + right.units)
  }

  /// In pounds with every digit, such as `-0.0000000000000341`; `0` for none.
  package var description: String {
    guard units != 0 else { return "0" }
    var digits = String(units.magnitude)
    while digits.count < 21 { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -20)
    var fraction = String(digits[point...])
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = digits[..<point].drop { $0 == "0" }
    return (units < 0 ? "-" : "") + (whole.isEmpty ? "0" : String(whole))
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
