import PoolModel
import ProviderMatching

/// How the matcher does on one labelled set by weights that have not seen its names.
struct MatchingScore {
  let names: LabelledNames
  let alone: PairScore
  let likely: PairScore
  private let pairs: LabelledPairs
  private let found: MatchResult
  /// How many questions the review queue has, and how many of them are one provider.
  private let questions: (asked: Int, one: Int)
  /// The share of the true pairs not merged alone that the answers would merge.
  private let recovered: Double

  /// Fits the sets of other names, then matches the set twice.
  init(_ set: LabelledPairs, among sets: [LabelledPairs], _ matcher: ProviderMatcher) {
    let others = sets.map(\.samples).filter { $0.family != set.names.family }
    let model = ModelFit(others).model
    self.init(set, matcher.with(model))
  }

  /// Matches the set twice with a matcher.
  init(_ set: LabelledPairs, _ matcher: ProviderMatcher) {
    names = set.names
    pairs = set
    found = matcher.match(set.names.mentions, registry: [], merging: .alone)
    alone = PairScore(truth: set.names.bodies, found: found.providerIDs)
    likely = PairScore(
      truth: set.names.bodies,
      found: matcher.match(set.names.mentions, registry: [], merging: .likely).providerIDs)
    let answers = ReviewAnswers(set.names, found)
    questions = (found.reviews.count, answers.one)
    recovered = answers.recovered
  }

  /// The best F1 that a peer reached on the full set, its threshold chosen on the truth.
  private static let peers = [
    "nhs_audit": ".621 nomenklatura", "nhs_bodies": ".664 nomenklatura",
    "council_ids": ".611 TF-IDF", "ofsted_homes": ".925 dedupe with labels",
    "nhs_audit_half": ".824 prototype", "council_ids_half": ".737 prototype",
  ]

  /// The scores as Markdown, with the peers beside them.
  static func table(_ scores: [MatchingScore]) -> String {
    let headings = [
      "set", "best peer F1", "F1 likely", "B3 likely", "P alone", "R alone", "largest (true)",
      "pairs a name", "blocking R", "review finds", "read for one",
    ]
    return MarkdownTable(headings: headings, rows: scores.map(\.row)).text
  }

  private var row: [String] {
    [
      names.name, MatchingScore.peers[names.name] ?? "", likely.f1.fixed(3), likely.bCubed.fixed(3),
      alone.precision.fixed(3), alone.recall.fixed(3),
      "\(max(alone.largest, likely.largest)) (\(alone.largestTrue))",
      (Double(pairs.compared) / Double(max(names.mentions.count, 1))).fixed(1),
      pairs.completeness.fixed(3), recovered.fixed(2),
      (Double(questions.asked) / Double(max(questions.one, 1))).fixed(1),
    ]
  }

  /// The largest clusters of the first band that hold more than one body.
  func wrongClusters(_ count: Int) -> String {
    let clusters = Dictionary(grouping: found.providerIDs.indices, by: { found.providerIDs[$0] })
      .filter { id, members in
        PayeeClass.withID(id) == nil && Set(members.map { names.bodies[$0] }).count > 1
      }.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var text = "\(names.name): \(clusters.count) clusters of more than one body\n"
    for cluster in clusters.prefix(count) {
      let bodies = Dictionary(grouping: cluster, by: { names.bodies[$0] })
      for (body, members) in bodies.sorted(by: { $0.key < $1.key }) {
        let spellings = members.prefix(4).map { names.mentions[$0].supplier.name }
        text += "  \(body): \(spellings.joined(separator: "; "))\n"
      }
      text += "\n"
    }
    return text
  }
}

/// What right answers to the review queue of a labelled set would bring.
struct ReviewAnswers {
  /// How many questions are about one provider.
  private(set) var one = 0
  /// The share of the true pairs not merged alone that they would merge.
  let recovered: Double

  init(_ names: LabelledNames, _ found: MatchResult) {
    let bodies = Dictionary(
      zip(names.mentions, names.bodies), uniquingKeysWith: { first, _ in first })
    var joined: [String: String] = [:]
    func current(_ id: String) -> String {
      var id = id
      while let next = joined[id] { id = next }
      return id
    }
    for review in found.reviews where bodies[review.left] == bodies[review.right] {
      one += 1
      let (left, right) = (current(review.leftID), current(review.rightID))
      if left != right { joined[max(left, right)] = min(left, right) }
    }
    // Pairs of a cluster that are not one body stay counted as they were merged alone.
    var before: [String: Int] = [:]
    var after: [String: Int] = [:]
    for (body, id) in zip(names.bodies, found.providerIDs) where PayeeClass.withID(id) == nil {
      before["\(body)\u{1F}\(id)", default: 0] += 1
      after["\(body)\u{1F}\(current(id))", default: 0] += 1
    }
    func pairs(_ counts: [String: Int]) -> Int {
      counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
    recovered =
      Double(pairs(after) - pairs(before)) / Double(max(names.pairs - pairs(before), 1))
  }
}
