import PoolModel

/// What keeps two names from being merged without asking, however alike they are.
enum MergeLimit: CaseIterable {
  /// Mostly two bodies: not even asked.
  case twoPractices, twoPublicBodies, twoAreas, nothingTelling
  case companyNumbers, tradingArm, federation, twoPlaces, onePlace, practice, sisters, forms

  private static let rare: Set<RestSort> = [.rare, .rareAndMore, .rares]

  /// The most that such a pair counts for, in thousandths.
  var permille: Int {
    switch self {
    case .twoPractices, .twoPublicBodies, .twoAreas, .nothingTelling: MatchBand.review - 1
    default: MatchBand.alone - 1
    }
  }

  /// For `weir providers explain`.
  var explanation: String {
    switch self {
    case .twoPractices: "both name a practice and each says what the other does not"
    case .twoPublicBodies: "public bodies of two places are two bodies"
    case .twoAreas: "commissioners and councils whose places differ by a word are of two areas"
    case .nothingTelling: "both have rare words, and none of them in common"
    case .companyNumbers: "their company numbers differ"
    case .tradingArm: "a charity's trading company is a body of its own; the two may be a family"
    case .federation:
      "a federation's bare name, or one with a slip or more words, may be another member's"
    case .twoPlaces: "they name two places"
    case .onePlace: "a place tells one NHS body or practice from another of the same name"
    case .practice: "a word or letter more is another practice as often as not"
    case .sisters: "companies of one group differ by such a word and are bodies of their own"
    case .forms: "they are two sorts of company"
    }
  }

  /// The strictest of what holds for two names.
  static func of(
    _ left: NameEntry, _ right: NameEntry, _ levels: EvidenceLevels, _ kind: ProviderKind
  ) -> MergeLimit? {
    allCases.first { $0.holds(left, right, levels, kind) }
  }

  private func holds(
    _ left: NameEntry, _ right: NameEntry, _ levels: EvidenceLevels, _ kind: ProviderKind
  ) -> Bool {
    let place = PartAgreement(rawValue: UInt8(clamping: levels[.place]))
    let richer = RestSort(rawValue: UInt8(clamping: levels[.richerRest]))
    let poorer = RestSort(rawValue: UInt8(clamping: levels[.poorerRest]))
    return switch self {
    case .twoPractices: kind == .practice && poorer != .nothing
    case .twoPublicBodies: (kind == .nhsBody || kind == .council) && place == .differ
    case .twoAreas:
      (left.form.isOfOneArea || right.form.isOfOneArea)
        && (place == .one || place == .sameAndOne)
    case .nothingTelling:
      // Trusts are renamed, and the schools of one academy trust are one body under unlike names.
      kind != .nhsBody && kind != .school && levels[.rareWords] == 0
        && poorer.map(MergeLimit.rare.contains) ?? false
    case .companyNumbers: levels[.companyNumber] >= Int(PartAgreement.sameAndOne.rawValue)
    case .tradingArm: left.isArm(of: right) || right.isArm(of: left)
    case .federation:
      // Two publishers may mean two members by the bare name.
      (left.brand != 0 || right.brand != 0)
        && (!levels.isSpelledAlike || left.branchCount == 0 && right.branchCount == 0)
    case .twoPlaces: place == .differ
    case .onePlace:
      (kind == .nhsBody || kind == .practice) && (place == .one || place == .sameAndOne)
    case .practice: kind == .practice && (!levels.isSpelledAlike || richer != .nothing)
    case .sisters: levels[.sisters] != 0
    case .forms: levels[.form] == Int(PartAgreement.differ.rawValue)
    }
  }
}
