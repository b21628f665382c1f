import ProviderMatching

/// The levels of an aspect in the order of what they say for one provider, the least first; an
/// aspect without an order has a weight for each level by itself.
enum LevelOrder {
  static let orders: [EvidenceAspect: [String]] = [
    .poorerRest: rests, .richerRest: rests,
    .relation: ["other", "end", "first-word", "start", "same-words", "equal"],
    .form: ["differ", "one", "left-out", "same-and-one", "neither", "same"],
    .place: ["differ", "one", "same-and-one", "neither", "same"],
    .alias: ["bracket", "trading", "no"], .sisters: ["yes", "no"],
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
    return Array(aspect.levels.indices)
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

  /// The steps of an aspect.
  static func range(of aspect: EvidenceAspect) -> Range<Int> {
    starts[aspect.rawValue]..<starts[aspect.rawValue + 1]
  }

  /// The steps up to the level of each aspect.
  static func of(_ levels: EvidenceLevels) -> [Int] {
    EvidenceAspect.allCases.flatMap { aspect in
      let rank = ranks[aspect.rawValue][levels[aspect]]
      return (0..<rank).map { starts[aspect.rawValue] + $0 }
    }
  }
}
