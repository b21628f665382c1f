import PoolModel

/// The identifiers that name a payee, in the words of findings.
package enum IdentifierKind: String, CaseIterable, Sendable {
  case company = "company number"
  case charity = "charity number"
  case vat = "VAT number"
  case postcode = "postcode"
  case ods = "ODS code"
  case cqc = "CQC provider id"

  /// Whether it names one legal body: VAT groups hold several, a postcode many.
  package var namesLegalBody: Bool { self != .vat && self != .postcode }
}

/// What a stated identifier is worth as evidence.
package enum IdentifierStrength: Int, Comparable, Sendable {
  /// It fails its check, is a placeholder, or is a slip of another one: to be asked about.
  case suspect
  /// It is well formed, and that is all that is known: a difference weighs against a match.
  case stated
  /// Its check digits are right, or a register's row for the payee holds it: two of them that
  /// differ forbid a match.
  case verified

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension IdentifierKind {
  /// Whether two numbers of this kind under equal names are rather one number typed twice.
  ///
  /// Typed numbers are dirty: most pairs of them under one name are at most two letters apart.
  /// Wrong check digits show a slip in a VAT number by themselves, and a postcode is no number.
  static func areSlips(_ kind: IdentifierKind, _ one: String, _ other: String) -> Bool {
    guard kind.namesLegalBody, kind != .ods, one != other, !one.isEmpty, !other.isEmpty else {
      return false
    }
    return EditDistance.isWithin(2, Array(one.utf8)[...], Array(other.utf8)[...])
  }
}

extension StatedIdentifiers {
  /// How strong an identifier is; nil where none of the kind is stated.
  ///
  /// - Parameters:
  ///   - kind: which identifier.
  ///   - body: the body of `organisations.csv` that the payee's name means; nil where it means none.
  /// - Returns: the strength.
  func strength(of kind: IdentifierKind, body: Organisation?) -> IdentifierStrength? {
    if suspects[kind] != nil { return .suspect }
    let text = self[kind]
    guard !text.isEmpty else { return nil }
    switch kind {
    case .vat: return .verified
    case .ods:
      guard let code = body?.ods else { return .stated }
      return code == text ? .verified : .suspect
    case .company, .charity, .postcode, .cqc: return .stated
    }
  }

  /// The identifier of a kind in its one spelling; empty where none that can be used is stated.
  subscript(kind: IdentifierKind) -> String {
    switch kind {
    case .company: company
    case .charity: charity
    case .vat: vat
    case .postcode: postcode
    case .ods: ods
    case .cqc: cqc
    }
  }
}
