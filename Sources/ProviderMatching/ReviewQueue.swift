import PoolModel

/// The pairs that a person has to decide, those with the most money and doubt first.
struct ReviewQueue {
  private struct Sides: Hashable {
    let left: Int32
    let right: Int32
  }

  // Nodes are reached by their places: handing one over would count all its texts.
  let nodes: [NameNode]
  let mentions: [PayeeMention]

  /// One pair for each two clusters between which something speaks, but not enough.
  func questions(
    _ edges: [MatchEdge], _ clusters: inout ConstrainedClusters
  ) -> [ReviewPairs.Question] {
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
      .compactMap {
        question($0.edge, refused[CandidateSurvey.key($0.edge.left, $0.edge.right)])
      }
  }

  /// The money at stake times how uncertain the pair is.
  private func urgency(of edge: MatchEdge) -> Int64 {
    let money = atStake(edge).pence
    let doubt = Int64(500) - Int64((edge.permille - 500).magnitude)
    let product = money.multipliedReportingOverflow(by: max(doubt, 1))
    return product.overflow ? .max : product.partialValue
  }

  private func atStake(_ edge: MatchEdge) -> Money {
    min(
      nodes[Int(edge.left)].tally.amount.magnitude, nodes[Int(edge.right)].tally.amount.magnitude)
  }

  /// Whether both ends name bodies of `organisations.csv` that are two there.
  private func areTwoBodies(_ edge: MatchEdge) -> Bool {
    guard let one = nodes[Int(edge.left)].organisation,
      let other = nodes[Int(edge.right)].organisation
    else { return false }
    return one.id != other.id
  }

  private func question(
    _ edge: MatchEdge, _ refusal: RefusedMerge.Reason?
  ) -> ReviewPairs.Question? {
    guard let left = mention(ofNode: edge.left), let right = mention(ofNode: edge.right) else {
      return nil
    }
    return ReviewPairs.Question(
      left: left, right: right, score: Int16(min(Int(edge.permille), MatchBand.alone - 1)),
      reason: edge.reason, refusal: refusal, atStake: atStake(edge))
  }

  /// The mention with the most money; among equals the first by publisher.
  private func mention(ofNode node: Int32) -> Int32? {
    let places = nodes[Int(node)].mentions
    guard places.count > 1 else { return places.first }
    return places.min {
      let (one, other) = (mentions[Int($0)], mentions[Int($1)])
      return (other.tally.amount.magnitude, one.publisher, one.supplier.localID)
        < (one.tally.amount.magnitude, other.publisher, other.supplier.localID)
    }
  }

  /// One finding for the whole queue; it names nobody.
  static func findings(_ pairs: ReviewPairs) -> [Finding] {
    guard !pairs.isEmpty else { return [] }
    return [
      Finding(
        .providerForReview, at: SourcePosition(file: "mappings/providers/decisions.csv"),
        atStake: pairs.atStake, rows: pairs.count,
        message: "\(pairs.count) pairs of payees' names may be one provider each",
        remedy: "decide those with the most money first, as rows same or different")
    ]
  }
}
