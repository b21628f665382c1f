internal import PoolModel

extension Int {
  /// The number with its noun: `1 row`, `2 rows`.
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(grouped) \(noun)s" }

  /// With thousands apart: `1,234`.
  var grouped: String {
    // Money groups the whole pounds of its text in the same way.
    String(Money(pence: Int64(self) * 100).description.filter { $0 != "£" }.dropLast(3))
  }
}

/// The share of an amount in a whole, as `4.2%`, rounded half away from zero; nil where the whole
/// is not positive, so that the share says nothing.
func percentText(of part: Money, in whole: Money) -> String? {
  guard whole.pence > 0 else { return nil }
  let doubled = Int128(part.pence.magnitude) * 2_000 + Int128(whole.pence)
  let tenths = doubled / (Int128(whole.pence) * 2)
  return (part.pence < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)%"
}

/// Hundredths of a per cent as `52.50%`.
func percentText(hundredths: Int) -> String { Money(pence: Int64(hundredths)).decimal + "%" }

extension Money? {
  /// The amount, or that it is not stated, which is not zero.
  var orNotStated: String { self?.description ?? "not stated" }
}

extension [String: Organisation] {
  /// The body's name; its id where the table has none.
  func name(of id: String) -> String { self[id]?.name ?? id }
}

extension CodeFields {
  /// The filled fields with their names, as the rules' columns are called.
  var filled: [(name: String, value: String)] {
    [
      ("cost-centre", costCentre), ("subjective-code", subjectiveCode),
      ("expense-type", expenseType), ("service", service), ("description", description),
      ("transaction-prefix", transactionPrefix), ("supplier", supplier),
    ].filter { !$0.1.isEmpty }
  }
}
