import PoolModel

/// What makes two names one provider though their words weigh too little to say so.
enum MergeGround: CaseIterable {
  /// "Larkenby" and "Larkenby Ltd": 182 of 184 such pairs of the labelled sets are one.
  case formLeftOut
  /// "X Council" and "X County Council": no labelled set has councils, and places weigh little.
  case tierLeftOut

  /// How likely such a pair is one, in thousandths.
  static let permille = 900

  /// For `weir providers explain`.
  var explanation: String {
    switch self {
    case .formLeftOut: "the same words, and one name leaves out its legal form"
    case .tierLeftOut: "the same words, and one council leaves out its tier"
    }
  }

  /// What holds for two names; nil where nothing does.
  static func of(
    _ left: NameEntry, _ right: NameEntry, _ levels: EvidenceLevels
  ) -> MergeGround? {
    guard levels.isSpelledAlike, levels[.alias] == 0 else { return nil }
    return allCases.first { $0.holds(left, right, levels) }
  }

  private func holds(
    _ left: NameEntry, _ right: NameEntry, _ levels: EvidenceLevels
  ) -> Bool {
    switch self {
    case .formLeftOut:
      // A name of one common word is anybody's.
      levels[.form] == PartAgreement.allCases.count
        && levels[.agreement] >= EvidenceLevels.place(of: 1500, among: EvidenceLevels.agreementCuts)
    case .tierLeftOut:
      left.form?.kind == .council && right.form?.kind == .council
        && levels[.form] == Int(PartAgreement.sameAndOne.rawValue)
    }
  }
}
