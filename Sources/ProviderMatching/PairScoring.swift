import PoolModel

/// Says how likely two names are one provider.
struct PairScoring {
  /// What the best way to compare two names says.
  struct Found {
    let levels: EvidenceLevels
    /// Hundredths of a bit.
    let score: Int
    /// Thousandths.
    let permille: Int
    let reason: MatchReason
  }

  let comparison: NameComparison
  let model: MatchModel

  /// The comparison with the highest score, by the names or by a name under which one trades; nil
  /// where both are simply two bodies.
  func best(_ left: NameEntry, _ right: NameEntry) -> Found? {
    var best: (levels: EvidenceLevels, score: Int)?
    if let levels = comparison.levels(left, right) { best = (levels, model.score(levels)) }
    for levels in comparison.aliasLevels(left, right) {
      let score = model.score(levels)
      if best.map({ $0.score < score }) ?? true { best = (levels, score) }
    }
    guard let best else { return nil }
    let kind = PairScoring.kind(left, right)
    var permille = model.permille(ofScore: best.score, kind: kind)
    var reason = MatchReason.likeNames
    // A name of a federation may be any member's; slips and additions to it are for a person.
    if left.brand != 0 || right.brand != 0, !best.levels.isSpelledAlike {
      permille = min(permille, MatchBand.alone - 1)
    }
    // A place tells one hospital, commissioner or surgery from another of the same name.
    let place = best.levels[.place]
    let hasOnePlace =
      place != Int(PartAgreement.neither.rawValue) && place != Int(PartAgreement.same.rawValue)
    if kind == .nhsBody || kind == .practice, hasOnePlace {
      permille = min(permille, MatchBand.alone - 1)
    }
    // Companies of one group often differ by a word such as "Services" and are bodies of their own.
    if best.levels[.sisters] != 0 { permille = min(permille, MatchBand.alone - 1) }
    if best.levels[.companyNumber] >= Int(PartAgreement.sameAndOne.rawValue) {
      permille = min(permille, MatchBand.alone - 1)
      reason = .numbersDiffer
    }
    return Found(levels: best.levels, score: best.score, permille: permille, reason: reason)
  }

  /// The kind by which a pair's likelihood is read: the one that tells most of the two.
  static func kind(_ left: NameEntry, _ right: NameEntry) -> ProviderKind {
    let order: [ProviderKind] = [.nhsBody, .council, .practice, .school, .charity, .company]
    return order.first { $0 == left.kind || $0 == right.kind } ?? .unknown
  }
}
