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
    /// What keeps them from being merged without asking.
    let limit: MergeLimit?
    /// What makes them likelier than their weights do.
    let ground: MergeGround?
    let reason: MatchReason
  }

  let comparison: NameComparison
  let model: MatchModel
  /// No pair with less is worth a question, whatever its kind.
  private let leastScore: Int

  init(comparison: NameComparison, model: MatchModel) {
    self.comparison = comparison
    self.model = model
    leastScore = model.leastScore(ofPermille: MatchBand.review)
  }

  /// The comparison with the highest score, by the names or by a name under which one trades; nil
  /// where both are simply two bodies.
  func best(_ left: NameEntry, _ right: NameEntry) -> Found? {
    strongest(left, right).map { found($0.levels, $0.score, left, right) }
  }

  /// The best comparison where it is so good that the pair is worth a question.
  func worthAsking(_ left: NameEntry, _ right: NameEntry) -> Found? {
    guard let best = strongest(left, right), best.score >= leastScore else { return nil }
    let found = found(best.levels, best.score, left, right)
    return found.permille >= MatchBand.review ? found : nil
  }

  private func strongest(
    _ left: NameEntry, _ right: NameEntry
  ) -> (levels: EvidenceLevels, score: Int)? {
    var best: (levels: EvidenceLevels, score: Int)?
    if let levels = comparison.levels(left, right) { best = (levels, model.score(levels)) }
    for levels in comparison.aliasLevels(left, right) {
      let score = model.score(levels)
      if best.map({ $0.score < score }) ?? true { best = (levels, score) }
    }
    return best
  }

  private func found(
    _ levels: EvidenceLevels, _ score: Int, _ left: NameEntry, _ right: NameEntry
  ) -> Found {
    let kind = PairScoring.kind(left, right)
    let limit = MergeLimit.of(left, right, levels, kind)
    let weighed = model.permille(ofScore: score, kind: kind)
    let ground = weighed < MergeGround.permille ? MergeGround.of(left, right, levels) : nil
    return Found(
      levels: levels, score: score,
      permille: min(ground == nil ? weighed : MergeGround.permille, limit?.permille ?? 1000),
      limit: limit, ground: ground,
      reason: PairScoring.reason(limit))
  }

  private static func reason(_ limit: MergeLimit?) -> MatchReason {
    switch limit {
    case .companyNumbers: .numbersDiffer
    case .tradingArm: .tradingArm
    default: .likeNames
    }
  }

  /// The kind by which a pair's likelihood is read: the one that tells most of the two.
  static func kind(_ left: NameEntry, _ right: NameEntry) -> ProviderKind {
    let order: [ProviderKind] = [.nhsBody, .council, .practice, .school, .charity, .company]
    return order.first { $0 == left.kind || $0 == right.kind } ?? .unknown
  }
}
