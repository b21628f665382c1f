import PoolModel

/// The pairs that a person has to decide, those with the most money and doubt first.
struct ReviewQueue {
  private struct Sides: Hashable {
    let left: Int32
    let right: Int32
  }

  let nodes: [NameNode]
  let ids: [String]
  let mentions: [PayeeMention]

  /// One pair for each two clusters between which something speaks, but not enough.
  func pairs(_ edges: [MatchEdge], _ clusters: inout ConstrainedClusters) -> [ReviewPair] {
    var best: [Sides: MatchEdge] = [:]
    for edge in edges where edge.permille >= MatchBand.review {
      let (left, right) = (clusters.cluster(of: edge.left), clusters.cluster(of: edge.right))
      guard left != right, !clusters.areBarred(left, right), !areTwoBodies(edge) else { continue }
      let sides = Sides(left: min(left, right), right: max(left, right))
      if let known = best[sides], known < edge { continue }
      best[sides] = edge
    }
    let refused = Dictionary(
      clusters.refusals.map { (CandidateSurvey.key($0.edge.left, $0.edge.right), $0.reason) },
      uniquingKeysWith: { first, _ in first })
    return best.values.map { (urgency: urgency(of: $0), edge: $0) }
      .sorted { $0.urgency == $1.urgency ? $0.edge < $1.edge : $0.urgency > $1.urgency }
      .map { pair($0.edge, refused[CandidateSurvey.key($0.edge.left, $0.edge.right)]) }
  }

  /// The money at stake times how uncertain the pair is.
  private func urgency(of edge: MatchEdge) -> Int64 {
    let money = atStake(nodes[Int(edge.left)], nodes[Int(edge.right)]).pence
    let doubt = Int64(500) - Int64((edge.permille - 500).magnitude)
    return money.multipliedReportingOverflow(by: max(doubt, 1)).partialValue
  }

  private func atStake(_ left: NameNode, _ right: NameNode) -> Money {
    min(left.tally.amount.magnitude, right.tally.amount.magnitude)
  }

  /// Whether both ends name bodies of `organisations.csv` that are two there.
  private func areTwoBodies(_ edge: MatchEdge) -> Bool {
    guard let one = nodes[Int(edge.left)].organisation,
      let other = nodes[Int(edge.right)].organisation
    else { return false }
    return one.id != other.id
  }

  private func pair(_ edge: MatchEdge, _ refusal: RefusedMerge.Reason?) -> ReviewPair {
    let (left, right) = (nodes[Int(edge.left)], nodes[Int(edge.right)])
    return ReviewPair(
      left: mention(of: left), right: mention(of: right), leftID: ids[Int(edge.left)],
      rightID: ids[Int(edge.right)], score: min(Int(edge.permille), MatchBand.alone - 1),
      reasons: [edge.reason.rawValue] + (refusal.map { [$0.line] } ?? []),
      atStake: atStake(left, right))
  }

  /// The mention with the most money; among equals the first by publisher.
  private func mention(of node: NameNode) -> PayeeMention {
    let all = node.mentions.map { mentions[Int($0)] }
    let first = all.min {
      ($1.tally.amount.magnitude, $0.publisher, $0.supplier.localID)
        < ($0.tally.amount.magnitude, $1.publisher, $1.supplier.localID)
    }
    return first
      ?? PayeeMention(publisher: "", supplier: SupplierMention(name: node.identity.name))
  }

  /// One finding for the whole queue; it names nobody.
  static func findings(_ pairs: [ReviewPair]) -> [Finding] {
    guard !pairs.isEmpty else { return [] }
    let atStake = pairs.reduce(Money.zero) { $0 + $1.atStake }
    return [
      Finding(
        .providerForReview, at: SourcePosition(file: "mappings/providers/decisions.csv"),
        atStake: atStake, rows: pairs.count,
        message: "\(pairs.count) pairs of payees' names may be one provider each",
        remedy: "decide those with the most money first, as rows same or different")
    ]
  }
}
