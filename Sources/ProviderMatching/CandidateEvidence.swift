package import PoolModel

/// How two names compare that are worth comparing: what weights are fitted on.
package struct CandidateEvidence: Sendable {
  /// The place of a mention of the one name.
  package let left: Int
  /// The place of a mention of the other name.
  package let right: Int
  /// How they compare.
  package let levels: EvidenceLevels
  /// The kind by which the likelihood of such a pair is read.
  package let kind: ProviderKind
}

extension ProviderMatcher {
  /// The pairs of readings that a run would compare, without those that nothing could make one.
  ///
  /// - Returns: a mention of each side, in order; with how many pairs were compared.
  package func candidateEvidence(
    _ mentions: [PayeeMention]
  ) -> (evidence: [CandidateEvidence], compared: Int) {
    var collection = MentionCollection(self)
    for (place, mention) in mentions.enumerated() { collection.add(mention, at: Int32(place)) }
    let nodes = collection.sortedNodes()
    let catalogue = collection.catalogue
    let candidates = CandidatePairs(catalogue)
    let comparison = NameComparison(catalogue: catalogue)
    var found: [CandidateEvidence] = []
    var partners: [Int32] = []
    var compared = 0
    for (place, left) in catalogue.entries.enumerated() {
      candidates.partners(of: Int32(place), into: &partners)
      compared += partners.count
      for partner in partners {
        let right = catalogue.entries[Int(partner)]
        let all =
          [comparison.levels(left, right)].compactMap { $0 } + comparison.aliasLevels(left, right)
        // The way of comparing that finds most in common; a run takes the most likely one.
        guard let levels = all.max(by: { $0[.share] < $1[.share] }),
          let one = nodes[Int(left.firstNode)].mentions.first,
          let other = nodes[Int(right.firstNode)].mentions.first
        else { continue }
        found.append(
          CandidateEvidence(
            left: Int(one), right: Int(other), levels: levels,
            kind: PairScoring.kind(left, right)))
      }
    }
    return (found, compared)
  }
}

extension ProviderMatcher {
  /// The same matcher with other weights.
  package func with(_ model: MatchModel) -> ProviderMatcher {
    ProviderMatcher(self, model: model)
  }
}
