import PoolModel

/// The way from one name of a run to another over names that were merged.
struct MatchPath {
  private let nodes: [NameNode]
  private let edges: [MatchEdge]
  private var clusters: ConstrainedClusters

  /// Matches the payees of a run anew, as the run did.
  init(_ matcher: ProviderMatcher, _ mentions: [PayeeMention]) {
    let matched = MatchedNames(matcher, mentions)
    nodes = matched.collection.nodes
    edges = matched.graph.edges
    clusters = matched.clusters
  }

  /// One line a step; none where the run has not both names, or they are two providers there.
  func lines(from left: String, to right: String) -> [String] {
    var clusters = clusters
    guard let (start, end) = ends(left, right, &clusters), start != end else { return [] }
    guard clusters.cluster(of: start) == clusters.cluster(of: end) else {
      return ["in the last run: two providers"]
        + refusal(clusters.cluster(of: start), clusters.cluster(of: end), &clusters)
    }
    let way = way(from: start, to: end, &clusters)
    return ["in the last run: one provider"]
      + way.map(line)
  }

  /// A node of each name; two of one cluster where there are such, because a name with several
  /// numbers is several nodes.
  private func ends(
    _ left: String, _ right: String, _ clusters: inout ConstrainedClusters
  ) -> (Int32, Int32)? {
    var first: (left: Int32?, right: Int32?)
    var clusterNodes: [Int32: Int32] = [:]
    for place in nodes.indices where nodes[place].identity.name == left {
      first.left = first.left ?? Int32(place)
      clusterNodes[clusters.cluster(of: Int32(place))] = Int32(place)
    }
    for place in nodes.indices where nodes[place].identity.name == right {
      first.right = first.right ?? Int32(place)
      if let start = clusterNodes[clusters.cluster(of: Int32(place))] {
        return (start, Int32(place))
      }
    }
    guard let start = first.left, let end = first.right else { return nil }
    return (start, end)
  }

  /// Why the best edge between two clusters did not join them; none where there is no such edge.
  private func refusal(
    _ left: Int32, _ right: Int32, _ clusters: inout ConstrainedClusters
  ) -> [String] {
    for refusal in clusters.refusals {
      let sides = [
        clusters.cluster(of: refusal.edge.left), clusters.cluster(of: refusal.edge.right),
      ]
      guard sides == [left, right] || sides == [right, left] else { continue }
      return [refusal.reason.line] + [line(of: refusal.edge)]
    }
    return []
  }

  private func line(of edge: MatchEdge) -> String {
    "  \(nodes[Int(edge.left)].identity.name.quotedForMessage) and "
      + "\(nodes[Int(edge.right)].identity.name.quotedForMessage): \(edge.reason.rawValue), "
      + "\(edge.permille) of 1000"
  }

  /// The edges of a way with few steps, the better ones first where there are several.
  private func way(
    from start: Int32, to end: Int32, _ clusters: inout ConstrainedClusters
  ) -> [MatchEdge] {
    var ends: [Int32: [MatchEdge]] = [:]
    let own = clusters.cluster(of: start)
    for edge in edges.sorted()
    where edge.permille >= MatchBand.alone && clusters.cluster(of: edge.left) == own
      && clusters.cluster(of: edge.right) == own
    {
      ends[edge.left, default: []].append(edge)
      ends[edge.right, default: []].append(edge)
    }
    var came: [Int32: MatchEdge] = [:]
    var waiting = [start]
    var next = 0
    while next < waiting.count, came[end] == nil {
      let node = waiting[next]
      next += 1
      for edge in ends[node] ?? [] {
        let other = edge.left == node ? edge.right : edge.left
        guard other != start, came[other] == nil else { continue }
        came[other] = edge
        waiting.append(other)
      }
    }
    var steps: [MatchEdge] = []
    var node = end
    while node != start, let edge = came[node] {
      steps.append(edge)
      node = edge.left == node ? edge.right : edge.left
    }
    return steps.reversed()
  }
}
