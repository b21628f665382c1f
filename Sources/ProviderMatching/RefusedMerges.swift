import PoolModel

/// The joins that a run did not make, as providers with their names.
struct RefusedMerges {
  let nodes: [NameNode]
  let ids: [String]

  /// One for each two providers: that of the best edge between them, those with the most money first.
  func merges(_ clusters: inout ConstrainedClusters) -> [RefusedMerge] {
    var best: [UInt64: ConstrainedClusters.Refusal] = [:]
    for refusal in clusters.refusals {
      let (left, right) = (
        clusters.cluster(of: refusal.edge.left), clusters.cluster(of: refusal.edge.right)
      )
      // What was refused at first may have been joined along another edge.
      guard left != right else { continue }
      let sides = CandidateSurvey.key(left, right)
      if let known = best[sides], known.edge < refusal.edge { continue }
      best[sides] = refusal
    }
    return best.values.map(merge).sorted {
      ($1.atStake, $0.provider, $0.other) < ($0.atStake, $1.provider, $1.other)
    }
  }

  private func merge(_ refusal: ConstrainedClusters.Refusal) -> RefusedMerge {
    let ends = (Int(refusal.edge.left), Int(refusal.edge.right))
    let (one, other) = ids[ends.1] < ids[ends.0] ? (ends.1, ends.0) : ends
    return RefusedMerge(
      provider: ids[one], name: nodes[one].identity.name, other: ids[other],
      otherName: nodes[other].identity.name, reason: refusal.reason,
      score: Int(refusal.edge.permille),
      atStake: min(nodes[one].tally.amount.magnitude, nodes[other].tally.amount.magnitude))
  }
}
