import FoundationEssentials
import Glibc
import MappingTables
import PoolModel
import ProviderMatching

/// The pairs of one labelled set, ready for fitting.
struct LabelledPairs {
  let names: LabelledNames
  let samples: [LogisticFit.Sample]
  let kinds: [ProviderKind]
  /// How many pairs of readings were compared.
  let compared: Int

  init(_ names: LabelledNames, _ matcher: ProviderMatcher) {
    self.names = names
    let found = matcher.candidateEvidence(names.mentions)
    compared = found.compared
    // Large sets count for more than small ones, but not by as much as they are larger.
    let weight = 1 / Double(max(found.evidence.count, 1)).squareRoot()
    samples = found.evidence.map {
      LogisticFit.Sample(
        steps: LevelSteps.of($0.levels), isOne: names.bodies[$0.left] == names.bodies[$0.right],
        weight: weight)
    }
    kinds = found.evidence.map(\.kind)
  }
}

/// The levels of an aspect in the order of what they say for one provider, the least first; an
/// aspect without an order has a weight for each level by itself.
enum LevelOrder {
  static let orders: [EvidenceAspect: [String]] = [
    .poorerRest: rests, .richerRest: rests,
    .relation: ["other", "end", "first-word", "start", "same-words", "equal"],
    .slips: ["more", "1-and-little-else", "1", "0"], .cuts: ["more", "1", "0"],
    .form: ["differ", "one", "left-out", "same-and-one", "neither", "same"],
    .number: ["differ", "one", "neither", "same-and-one", "same"],
    .place: ["differ", "one", "same-and-one", "neither", "same"],
    .alias: ["bracket", "trading", "no"], .homonyms: ["yes", "no"], .sisters: ["yes", "no"],
    .companyNumber: ["differ", "same-and-one", "one", "neither", "same"],
    .charityNumber: ["differ", "same-and-one", "one", "neither", "same"],
  ]
  private static let rests = [
    "number", "rare-words", "rare-word-and-more", "rare-word", "known-words", "known-word",
    "short-word", "place", "common-words", "common-word", "nothing",
  ]

  /// The levels of an aspect in that order, as places among its levels.
  static func of(_ aspect: EvidenceAspect) -> [Int] {
    if let names = orders[aspect] { return names.compactMap { aspect.levels.firstIndex(of: $0) } }
    let all = Array(aspect.levels.indices)
    return aspect == .richerWeight ? all.reversed() : all
  }
}

/// The levels of all aspects as the steps of their orders.
enum LevelSteps {
  static let ranks: [[Int]] = EvidenceAspect.allCases.map { aspect in
    var ranks = [Int](repeating: 0, count: aspect.levels.count)
    for (rank, level) in LevelOrder.of(aspect).enumerated() { ranks[level] = rank }
    return ranks
  }
  static let starts: [Int] = EvidenceAspect.allCases.reduce(into: [0]) {
    $0.append($0[$0.count - 1] + $1.levels.count - 1)
  }
  static var count: Int { starts.last ?? 0 }

  /// The steps up to the level of each aspect.
  static func of(_ levels: EvidenceLevels, without dropped: Set<EvidenceAspect> = []) -> [Int] {
    EvidenceAspect.allCases.filter { !dropped.contains($0) }.flatMap { aspect in
      let rank = ranks[aspect.rawValue][levels[aspect]]
      return (0..<rank).map { starts[aspect.rawValue] + $0 }
    }
  }
}

/// The weights and bands that labelled pairs give.
struct ModelFit {
  private static let penalty = 3.3
  /// The steps of likelihood that the bands have, in thousandths.
  private static let steps = [
    50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 930,
    950, 960, 970, 980, 990, 995,
  ]

  let weights: [EvidenceWeight]
  let bands: [EvidenceBand]

  /// Fits some sets; bands come from scores of sets that the weights had not seen.
  init(_ sets: [LabelledPairs]) {
    let fit = ModelFit.fit(sets)
    weights = ModelFit.rows(fit)
    bands = ModelFit.bands(sets)
  }

  var model: MatchModel { MatchModel(weights: weights, bands: bands) }

  private static func fit(_ sets: [LabelledPairs]) -> LogisticFit {
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

  private static func bands(_ sets: [LabelledPairs]) -> [EvidenceBand] {
    var scored: [(score: Double, kind: ProviderKind, isOne: Bool, weight: Double)] = []
    for set in sets {
      let others = sets.filter { $0.names.family != set.names.family }
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
          kind: kind?.rawValue ?? "any", permille: $0, from: Int((line.score(at: Double($0) / 1000) * 100).rounded(.up)))
      }
    }
  }
}

/// How likely a score is: a logistic line.
struct ScoreLine {
  /// How much weight the line that the scores themselves are has: that of so many pairs.
  private static let pull = 50.0
  /// The odds double with every bit.
  private static let bit = 0.693147180559945

  private var slope = ScoreLine.bit
  private var start = 0.0

  /// Fits pairs; few of them hardly move the line from another, which is by itself that of the
  /// weights.
  init(_ scored: [(score: Double, isOne: Bool, weight: Double)], near other: ScoreLine?) {
    let (ownStart, ownSlope) = (other?.start ?? 0, other?.slope ?? ScoreLine.bit)
    (start, slope) = (ownStart, ownSlope)
    for _ in 0..<200 {
      var g0 = -ScoreLine.pull * (start - ownStart)
      var g1 = -ScoreLine.pull * (slope - ownSlope)
      var (h00, h01, h11) = (ScoreLine.pull, 0.0, ScoreLine.pull)
      for pair in scored {
        let likely = 1 / (1 + exp(-(start + slope * pair.score)))
        let error = pair.weight * ((pair.isOne ? 1 : 0) - likely)
        let bend = pair.weight * likely * (1 - likely)
        g0 += error
        g1 += error * pair.score
        h00 += bend
        h01 += bend * pair.score
        h11 += bend * pair.score * pair.score
      }
      let determinant = h00 * h11 - h01 * h01
      let moves = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
      start += max(-0.3, min(0.3, moves.0))
      slope = max(0.1, slope + max(-0.1, min(0.1, moves.1)))
      if max(moves.0.magnitude, moves.1.magnitude) < 1e-5 { return }
    }
  }

  /// The score from which pairs are so likely one.
  func score(at likely: Double) -> Double { (log(likely / (1 - likely)) - start) / slope }
}
