import FoundationEssentials
import PoolModel
import ProviderMatching

/// The pairs of one labelled set, ready for fitting.
struct LabelledPairs {
  let names: LabelledNames
  private(set) var samples: [LogisticFit.Sample]
  let kinds: [ProviderKind]
  /// How many pairs of readings were compared.
  let compared: Int
  /// The share of the true pairs of records that were compared or read alike.
  let completeness: Double

  init(_ names: LabelledNames, _ matcher: ProviderMatcher) {
    self.names = names
    let found = matcher.candidateEvidence(names.mentions)
    compared = found.compared.count
    completeness = LabelledPairs.completeness(names, found)
    // Large sets count for more than small ones, but not by as much as they are larger.
    let weight = 1 / Double(max(found.evidence.count, 1)).squareRoot()
    samples = found.evidence.map {
      LogisticFit.Sample(
        steps: LevelSteps.of($0.levels), isOne: names.bodies[$0.left] == names.bodies[$0.right],
        weight: weight)
    }
    kinds = found.evidence.map(\.kind)
  }

  /// The same pairs without the levels of an aspect.
  func without(_ aspect: EvidenceAspect) -> LabelledPairs {
    var pairs = self
    pairs.samples = samples.map { sample in
      let steps = sample.steps.filter { !LevelSteps.range(of: aspect).contains($0) }
      return LogisticFit.Sample(steps: steps, isOne: sample.isOne, weight: sample.weight)
    }
    return pairs
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
