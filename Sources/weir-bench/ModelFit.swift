import MappingTables
import PoolModel
import ProviderMatching

/// The weights and bands that labelled pairs give.
struct ModelFit {
  private static let penalty = 1.0
  /// The steps of likelihood that the bands have, in thousandths.
  private static let steps =
    Array(stride(from: 50, to: 800, by: 50)) + Array(stride(from: 800, through: 990, by: 10))

  let weights: [EvidenceWeight]
  let bands: [EvidenceBand]

  /// Fits some sets; bands come from scores of sets that the weights had not seen.
  init(_ sets: [EvidenceSamples]) {
    let fit = ModelFit.fit(sets)
    weights = ModelFit.rows(fit)
    bands = ModelFit.bands(sets)
  }

  var model: MatchModel { MatchModel(weights: weights, bands: bands) }

  private static func fit(_ sets: [EvidenceSamples]) -> LogisticFit {
    let all = sets.flatMap(\.samples)
    let mean = all.reduce(0) { $0 + $1.weight } / Double(max(all.count, 1))
    return LogisticFit(
      all.map { .init(steps: $0.steps, isOne: $0.isOne, weight: $0.weight / mean) },
      isRising: [Bool](repeating: true, count: LevelSteps.count), penalty: penalty)
  }

  private static func rows(_ fit: LogisticFit) -> [EvidenceWeight] {
    func hundredths(_ odds: Double) -> Int { Int((odds / 0.693147180559945 * 100).rounded()) }
    var rows = [
      EvidenceWeight(aspect: MatchModel.start, level: "any", hundredths: hundredths(fit.start))
    ]
    for aspect in EvidenceAspect.allCases {
      for (level, name) in aspect.levels.enumerated() {
        let first = LevelSteps.starts[aspect.rawValue]
        let rank = LevelSteps.ranks[aspect.rawValue][level]
        let weight = fit.weights[first..<(first + rank)].reduce(0, +)
        rows.append(
          EvidenceWeight(aspect: aspect.name, level: name, hundredths: hundredths(weight)))
      }
    }
    return rows
  }

  private static func bands(_ sets: [EvidenceSamples]) -> [EvidenceBand] {
    var scored: [(score: Double, kind: ProviderKind, isOne: Bool, weight: Double)] = []
    for set in sets {
      let others = sets.filter { $0.family != set.family }
      let fit = ModelFit.fit(others.isEmpty ? sets : others)
      for (sample, kind) in zip(set.samples, set.kinds) {
        scored.append(
          (fit.score(sample.steps) / 0.693147180559945 * 100, kind, sample.isOne, sample.weight))
      }
    }
    let mean = scored.reduce(0) { $0 + $1.weight } / Double(max(scored.count, 1))
    let all = ScoreLine(
      scored.map { ($0.score / 100, $0.isOne, $0.weight / mean) }, near: nil)
    let kinds: [ProviderKind?] = [nil] + ProviderKind.allCases
    return kinds.flatMap { kind -> [EvidenceBand] in
      let own = kind.map { kind in scored.filter { $0.kind == kind } } ?? scored
      guard own.count(where: { $0.isOne }) >= 100 || kind == nil else { return [] }
      let mean = own.reduce(0) { $0 + $1.weight } / Double(max(own.count, 1))
      let line = ScoreLine(
        own.map { ($0.score / 100, $0.isOne, $0.weight / mean) }, near: kind == nil ? nil : all)
      return steps.map {
        EvidenceBand(
          kind: kind?.rawValue ?? "any", permille: $0,
          from: Int((line.score(at: Double($0) / 1000) * 100).rounded(.up)))
      }
    }
  }
}
