/// What is compared of two names; how it comes out is a level, and each level has its weight.
package enum EvidenceAspect: Int, CaseIterable, Sendable {
  /// How much the words say that both names have.
  case agreement
  /// How much of all that both names say they say alike.
  case share
  /// What is left over of the name that has less left over.
  case poorerRest
  /// What is left over of the other name.
  case richerRest
  /// How one name stands within the other.
  case relation
  /// Whether the legal forms agree; `left-out` is one form with words that are the same otherwise.
  case form
  /// Whether they name places.
  case place
  /// How many words are rare that both have.
  case rareWords
  /// Whether a trading name, or what stands in or before brackets, had to be taken for the name.
  case alias
  /// Whether the company numbers agree; `same-and-one` is a slip of the pen apart.
  case companyNumber
  /// Whether the charity numbers agree.
  case charityNumber
  /// Whether both are companies by name, and one has a word that the other has not.
  case sisters

  /// The name in `weights.csv`.
  package var name: String { EvidenceAspect.names[rawValue] }

  /// The names of its levels in `weights.csv`; a level is the place of one among them.
  package var levels: [String] { EvidenceAspect.levelNames[rawValue] }

  private static let names = [
    "agreement", "share", "poorer-rest", "richer-rest", "relation", "form", "place", "rare-words",
    "alias", "company-number", "charity-number", "sisters",
  ]

  private static let levelNames: [[String]] = [
    intervals(of: EvidenceLevels.agreementCuts), intervals(of: EvidenceLevels.shareCuts),
    RestSort.allCases.map(\.name), RestSort.allCases.map(\.name),
    NameRelation.allCases.map(\.name), PartAgreement.allCases.map(\.name) + ["left-out"],
    PartAgreement.allCases.map(\.name), ["0", "1", "2", "more"], ["no", "bracket", "trading"],
    PartAgreement.allCases.map(\.name), PartAgreement.allCases.map(\.name), ["no", "yes"],
  ]

  /// `<300`, `300-599` and `600+` for the cuts 300 and 600.
  private static func intervals(of cuts: [Int32]) -> [String] {
    guard let first = cuts.first, let last = cuts.last else { return ["any"] }
    return ["<\(first)"] + zip(cuts, cuts.dropFirst()).map { "\($0)-\($1 - 1)" } + ["\(last)+"]
  }
}

/// What is left over of a name when the words that the other has, too, are taken away.
enum RestSort: UInt8, CaseIterable {
  case nothing, common, commons, place, short, known, knowns, rare, rareAndMore, rares, number

  var name: String {
    switch self {
    case .nothing: "nothing"
    case .common: "common-word"
    case .commons: "common-words"
    case .place: "place"
    case .short: "short-word"
    case .known: "known-word"
    case .knowns: "known-words"
    case .rare: "rare-word"
    case .rareAndMore: "rare-word-and-more"
    case .rares: "rare-words"
    case .number: "number"
    }
  }
}

/// How one name stands within another.
enum NameRelation: UInt8, CaseIterable {
  case equal, sameWords, start, firstWord, end, other

  var name: String {
    switch self {
    case .equal: "equal"
    case .sameWords: "same-words"
    case .start: "start"
    case .firstWord: "first-word"
    case .end: "end"
    case .other: "other"
    }
  }
}

/// Whether two names agree in a part that not every name has.
enum PartAgreement: UInt8, CaseIterable {
  case neither, one, same, sameAndOne, differ

  var name: String {
    switch self {
    case .neither: "neither"
    case .one: "one"
    case .same: "same"
    case .sameAndOne: "same-and-one"
    case .differ: "differ"
    }
  }
}
