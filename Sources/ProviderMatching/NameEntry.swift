import PoolModel

/// One distinct core with one form: what is compared with others.
struct NameEntry {
  /// The words' numbers, in the order of the name.
  let words: [Int32]
  let form: LegalForm?
  let brand: String
  let kind: ProviderKind
  let hasOrganisationWord: Bool
  /// How long the name is without form and codes, in bytes.
  let length: Int
  /// The place of the first of its nodes.
  let firstNode: Int32
  /// Whether its nodes state more than one company number.
  var isAmbiguous = false
}

extension NameEntry {
  /// Whether a name that states no form can be that of a body with the form.
  func canHave(_ form: LegalForm) -> Bool {
    guard form.isPublicBody else { return true }
    return hasOrganisationWord && (kind == .unknown || kind == form.kind)
  }
}

/// What a comparison of two names says.
struct MatchVerdict {
  /// The least score at which names are merged without asking.
  static let merging = 950
  /// The least score at which a pair is worth a question.
  static let asking = 500

  /// The estimated precision of such pairs, in thousandths.
  var score: Int
  /// In plain words.
  var reason: MatchReason
}

/// Why two names were held to be, or maybe to be, one body.
package enum MatchReason: String, CaseIterable, Sendable {
  case decision = "a decision says so"
  case companyNumber = "the company numbers are equal"
  case charityNumber = "the charity numbers are equal"
  case registerCode = "the ODS code or the CQC provider id is equal"
  case organisation = "both are names of one body of organisations.csv"
  case equalName = "the names are equal but for form and spelling rules"
  case formLeftOut = "one name leaves out the form"
  case wordsJoined = "the names are equal but for blanks"
  case tradingName = "one trades under the other's name"
  case acronym = "one is the acronym that the other gives in brackets"
  case slip = "the names differ by slips of the pen"
  case cutOff = "one name is the other cut off"
  case trustWords = "the names of an NHS trust differ by words that say little"
  case supplierNumber = "one publisher pays both under one supplier number, and the names are alike"
  case bodySort = "one name adds what sort of body it is"
  case plainAddition = "one name adds a word that many names hold"
  case likeNames = "the names are alike, but a word is left over"
  case formsDiffer = "the names are equal, but the forms differ"
  case numbersDiffer = "the names are equal, but the company numbers differ"
  case formUnclear = "the name without form could belong to several bodies"
  case numberUnclear = "the name without number could belong to several bodies"
  case unlikeNames = "an identifier is equal, but the names are unlike"
}
