import MappingTables

/// Reads single cells as the line parser would, for those who ask what a column holds.
package enum CellReading {
  /// The pence of an amount in pounds; nil where it is blank or none.
  package static func pence(of text: String) -> Int64? {
    var text = text
    return text.withUTF8 { unsafe ParsedAmount($0, unit: .pounds).rounded }
  }

  /// Whether a text states its own unit, as `£2.653m` does.
  package static func statesUnit(_ text: String) -> Bool {
    var text = text
    guard text.hasPrefix("£"), text.last?.isLetter == true else { return false }
    return text.withUTF8 { unsafe ParsedAmount($0, unit: .inCell).rounded } != nil
  }
}
