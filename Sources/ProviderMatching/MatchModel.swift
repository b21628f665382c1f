package import MappingTables
package import PoolModel

/// The fitted weights of evidence, and how likely their sums are.
///
/// A pair's score is the sum of the weights of its levels: the binary logarithm of the odds that
/// both names are one provider, in hundredths (Fellegi and Sunter, 1969).
package struct MatchModel: Sendable {
  private struct Band: Sendable {
    let from: Int32
    let permille: Int
  }

  static let anyKind = "any"

  /// By aspect and level, one after the other.
  private var weights: [Int32]
  private var startWeight: Int32 = 0
  /// By kind, the most likely first.
  private var bands: [String: [Band]] = [:]
  /// What tells the rows from all others.
  let digest: ReadingDigest
  /// Whether there is any weight: without, only names that read alike are one.
  package let isFitted: Bool

  private static let starts: [Int] = EvidenceAspect.allCases.reduce(into: [0]) {
    $0.append($0[$0.count - 1] + $1.levels.count)
  }

  /// The name under which the weight that every pair has stands in `weights.csv`.
  package static let start = "start"

  /// A model by the rows of `weights.csv` and `bands.csv`.
  package init(weights rows: [EvidenceWeight], bands bandRows: [EvidenceBand]) {
    weights = [Int32](repeating: 0, count: MatchModel.starts.last ?? 0)
    isFitted = !rows.isEmpty
    digest = ReadingDigest(
      texts: rows.map { "\($0.aspect) \($0.level) \($0.hundredths)" }
        + bandRows.map { "\($0.kind) \($0.permille) \($0.from)" })
    var places: [String: Int] = [:]
    for aspect in EvidenceAspect.allCases {
      for (level, name) in aspect.levels.enumerated() {
        places["\(aspect.name) \(name)"] = MatchModel.starts[aspect.rawValue] + level
      }
    }
    for row in rows {
      let weight = Int32(clamping: row.hundredths)
      if row.aspect == MatchModel.start {
        startWeight = weight
      } else if let place = places["\(row.aspect) \(row.level)"] {
        weights[place] = weight
      }
    }
    takeBands(bandRows)
  }

  private mutating func takeBands(_ rows: [EvidenceBand]) {
    for row in rows {
      bands[row.kind, default: []].append(
        Band(from: Int32(clamping: row.from), permille: row.permille))
    }
    for kind in bands.keys { bands[kind]?.sort { ($1.permille, $1.from) < ($0.permille, $0.from) } }
  }

  /// The weight that every pair has, in hundredths of a bit.
  var start: Int { Int(startWeight) }

  /// The weight of a level, in hundredths of a bit.
  package func weight(of level: Int, _ aspect: EvidenceAspect) -> Int {
    Int(weights[MatchModel.starts[aspect.rawValue] + level])
  }

  /// The sum of the weights of all levels, in hundredths of a bit.
  package func score(_ levels: EvidenceLevels) -> Int {
    var sum = start
    for (aspect, first) in MatchModel.starts.dropLast().enumerated() {
      sum += Int(weights[first + levels.level(ofAspect: aspect)])
    }
    return sum
  }

  /// The least sum of weights at which pairs of a kind are so likely one; nil where none is.
  func score(ofPermille permille: Int, kind: ProviderKind) -> Int? {
    let steps = bands[kind.rawValue] ?? bands[MatchModel.anyKind] ?? []
    return steps.last { $0.permille >= permille }.map { Int($0.from) }
  }

  /// The least sum of weights at which a pair of any kind is so likely one.
  func leastScore(ofPermille permille: Int) -> Int {
    bands.values.joined().filter { $0.permille >= permille }.map { Int($0.from) }.min() ?? .max
  }

  /// How likely a pair of a kind is one provider, in thousandths: the nearest step below.
  package func permille(ofScore score: Int, kind: ProviderKind) -> Int {
    let steps = bands[kind.rawValue] ?? bands[MatchModel.anyKind] ?? []
    return steps.first { score >= Int($0.from) }?.permille ?? 0
  }
}
