import PoolModel
import ProviderMatching

/// Pairs of names of which it is known whether they are one provider, ready for fitting.
struct EvidenceSamples {
  /// Sets of one family hold the same names.
  let family: String
  private(set) var samples: [LogisticFit.Sample] = []
  /// The kind of each pair.
  private(set) var kinds: [ProviderKind] = []

  /// The compared pairs of which it is known; `isOne` gives nil for the others.
  init(
    of family: String, _ evidence: [CandidateEvidence], isOne: (CandidateEvidence) -> Bool?
  ) {
    self.family = family
    let known = evidence.compactMap { pair in isOne(pair).map { (pair, $0) } }
    // Large sets count for more than small ones, but not by as much as they are larger.
    let weight = 1 / Double(max(known.count, 1)).squareRoot()
    samples = known.map {
      LogisticFit.Sample(steps: LevelSteps.of($0.0.levels), isOne: $0.1, weight: weight)
    }
    kinds = known.map(\.0.kind)
  }

  /// The same pairs without the levels of an aspect.
  func without(_ aspect: EvidenceAspect) -> EvidenceSamples {
    var pairs = self
    pairs.samples = samples.map { sample in
      let steps = sample.steps.filter { !LevelSteps.range(of: aspect).contains($0) }
      return LogisticFit.Sample(steps: steps, isOne: sample.isOne, weight: sample.weight)
    }
    return pairs
  }
}
