import PoolModel
import ProviderMatching

/// The pairs of one labelled set, ready for fitting.
struct LabelledPairs {
  let names: LabelledNames
  let samples: EvidenceSamples
  /// How many pairs of readings were compared.
  let compared: Int
  /// The share of the true pairs of records that were compared or read alike.
  let completeness: Double

  init(_ names: LabelledNames, _ matcher: ProviderMatcher) {
    self.names = names
    let found = matcher.candidateEvidence(names.mentions)
    compared = found.compared.count
    completeness = LabelledPairs.completeness(names, found)
    samples = EvidenceSamples(of: names.family, found.evidence) {
      names.bodies[$0.left] == names.bodies[$0.right]
    }
  }

  private static func completeness(_ names: LabelledNames, _ found: CandidateSurvey) -> Double {
    var kept = 0
    for members in Dictionary(grouping: names.bodies.indices, by: { names.bodies[$0] }).values {
      for (place, one) in members.enumerated() {
        for other in members[(place + 1)...] where found.holds(one, other) { kept += 1 }
      }
    }
    return Double(kept) / Double(max(names.pairs, 1))
  }
}
