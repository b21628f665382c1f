import PoolModel

/// One distinct reading of a name with one set of identifiers: what is compared with others.
///
/// Nothing in it is counted by reference: pairs by the million are looked at, on all cores, and
/// counting what they share would take longer than comparing them. Its texts stand in the catalogue.
struct NameEntry: Sendable {
  /// Where a name stands among the words and the letters of all entries.
  struct Text {
    let words: Int32
    let wordCount: Int32
    /// The letters are those of the words, without blanks.
    let letters: Int32
    let letterCount: Int32
  }

  /// A second name within the name.
  struct Alias {
    let text: Text
    /// Whether the body trades under it; otherwise it is what brackets hold or leave.
    let isTrading: Bool
  }

  let text: Text
  /// Where its second names begin among those of all entries.
  let aliases: Int32
  let aliasCount: Int32
  let form: LegalForm?
  let kind: ProviderKind
  let hasOrganisationWord: Bool
  /// The federation that it is of; 0 for none.
  let brand: Int32
  /// Where the words begin that tell which member of the federation it is.
  let branch: Int32
  let branchCount: Int32
  /// The acronym that the name gives in brackets, among the letters of all entries.
  let acronym: Int32
  let acronymCount: Int32
  /// The number of the company number among the catalogue's identifiers; 0 where none is stated.
  let company: Int32
  /// The number of the charity number among the catalogue's identifiers; 0 where none is stated.
  let charity: Int32
  /// Whether words of it say that a company is another body's arm; empty for all other bodies.
  let armSense: NameRules.WordSense
}

extension NameEntry {
  /// Whether a name that states no form can be that of a body with the form.
  func canHave(_ form: LegalForm) -> Bool {
    guard form.isPublicBody else { return true }
    return hasOrganisationWord && (kind == .unknown || kind == form.kind)
  }

  /// Whether its words say that it is the company of another body, whose name has fewer.
  func isArm(of other: NameEntry) -> Bool {
    let saysMore = text.wordCount > other.text.wordCount
    guard saysMore, !other.form.isCompany, other.armSense.isEmpty else { return false }
    return armSense.contains(.tradingArm)
      || armSense.contains(.charityArm) && other.kind == .charity
  }
}

/// Why two names were held to be, or maybe to be, one body.
package enum MatchReason: String, CaseIterable, Sendable {
  case decision = "a decision says so"
  case companyNumber = "the company numbers are equal"
  case charityNumber = "the charity numbers are equal"
  case registerCode = "the ODS code or the CQC provider id is equal"
  case organisation = "both are names of one body of organisations.csv"
  case equalName = "the names read alike"
  case likeNames = "the weights of what the names say"
  case supplierNumber = "one publisher pays both under one supplier number, and the names are alike"
  case tradingArm =
    "one may be the other's trading company: a family in families.csv, not one provider"
  case numbersDiffer = "the names are alike, but the company numbers differ"
  case unlikeNames = "an identifier is equal, but the names are unlike"
}
