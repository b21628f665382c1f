import PoolModel

/// One distinct reading of a name with one set of identifiers: what is compared with others.
///
/// A class, because pairs by the million are looked at and a struct's arrays would be counted each
/// time.
final class NameEntry: Sendable {
  /// A second name within the name.
  struct Alias: Hashable {
    let words: [Int32]
    let letters: [UInt8]
    /// Whether the body trades under it; otherwise it is what brackets hold or leave.
    let isTrading: Bool
  }

  /// Where its words begin among those of all entries.
  let start: Int32
  let wordCount: Int32
  /// The letters of the name without blanks.
  let letters: [UInt8]
  let aliases: [Alias]
  let form: LegalForm?
  let kind: ProviderKind
  let hasOrganisationWord: Bool
  /// The federation that it is of; 0 for none.
  let brand: Int32
  /// Which member of the federation it is: its other words, sorted; empty for the bare brand.
  let branch: [Int32]
  /// The acronym that the name gives in brackets; empty where it gives none.
  let acronym: [UInt8]
  /// As checked; empty where none is stated.
  let company: String
  /// As checked; empty where none is stated.
  let charity: String

  init(
    start: Int32, wordCount: Int32, letters: [UInt8], aliases: [Alias], form: LegalForm?,
    kind: ProviderKind, hasOrganisationWord: Bool, brand: Int32, branch: [Int32],
    acronym: [UInt8], company: String, charity: String
  ) {
    self.start = start
    self.wordCount = wordCount
    self.letters = letters
    self.aliases = aliases
    self.form = form
    self.kind = kind
    self.hasOrganisationWord = hasOrganisationWord
    self.brand = brand
    self.branch = branch
    self.acronym = acronym
    self.company = company
    self.charity = charity
  }
}

extension NameEntry {
  /// Whether a name that states no form can be that of a body with the form.
  func canHave(_ form: LegalForm) -> Bool {
    guard form.isPublicBody else { return true }
    return hasOrganisationWord && (kind == .unknown || kind == form.kind)
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
  case numbersDiffer = "the names are alike, but the company numbers differ"
  case unlikeNames = "an identifier is equal, but the names are unlike"
}
