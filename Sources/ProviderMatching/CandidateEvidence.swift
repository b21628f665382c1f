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

/// What a run would compare of some names.
package struct CandidateSurvey: Sendable {
  /// The pairs of readings that could be one, in order.
  package var evidence: [CandidateEvidence] = []
  /// All pairs of readings that were compared, the smaller in the upper half.
  package var compared: Set<UInt64> = []
  /// The reading of each mention, by its place; below 0 for individuals and other classes.
  package var readings: [Int32] = []

  /// Whether two mentions read alike or were compared.
  package func holds(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (readings[one], readings[other])
    guard left >= 0, right >= 0 else { return false }
    return left == right || compared.contains(CandidateSurvey.key(left, right))
  }

  static func key(_ one: Int32, _ other: Int32) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }
}

extension ProviderMatcher {
  /// The pairs of readings that a run would compare.
  package func candidateEvidence(_ mentions: [PayeeMention]) -> CandidateSurvey {
    let collection = MentionCollection(self, mentions)
    let nodes = collection.nodes
    let catalogue = collection.catalogue
    let candidates = CandidatePairs(catalogue)
    let comparison = NameComparison(catalogue: catalogue)
    var survey = CandidateSurvey()
    survey.readings = [Int32](repeating: -1, count: mentions.count)
    for node in nodes {
      for mention in node.mentions { survey.readings[Int(mention)] = node.entry }
    }
    var partners: [Int32] = []
    for place in catalogue.entries.indices {
      candidates.partners(of: Int32(place), into: &partners)
      for partner in partners {
        let (left, right) = catalogue.pair(Int32(place), partner)
        survey.compared.insert(CandidateSurvey.key(Int32(place), partner))
        let all =
          [comparison.levels(left, right)].compactMap { $0 } + comparison.aliasLevels(left, right)
        // The way of comparing that finds most in common; a run takes the most likely one.
        guard let levels = all.max(by: { $0[.share] < $1[.share] }),
          let one = nodes[Int(catalogue.firstNodes[place])].mentions.first,
          let other = nodes[Int(catalogue.firstNodes[Int(partner)])].mentions.first
        else { continue }
        survey.evidence.append(
          CandidateEvidence(
            left: Int(one), right: Int(other), levels: levels,
            kind: PairScoring.kind(left, right)))
      }
    }
    return survey
  }
}

extension ProviderMatcher {
  /// The same matcher with other weights.
  package func with(_ model: MatchModel) -> ProviderMatcher {
    ProviderMatcher(self, model: model)
  }
}
