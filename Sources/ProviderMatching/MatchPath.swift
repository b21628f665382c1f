import PoolModel

/// The way from one name of a run to another over names that were merged.
struct MatchPath {
  private let nodes: [NameNode]
  private let edges: [MatchEdge]
  private var clusters: ConstrainedClusters

  /// Matches the payees of a run anew, as the run did.
  init(_ matcher: ProviderMatcher, _ mentions: [PayeeMention]) {
    let collection = MentionCollection(
      matcher, mentions, threads: ProviderMatcher.usualThreads)
    nodes = collection.nodes
    var graph = NameGraph(
      nodes, collection.catalogue, mentions: mentions, model: matcher.model,
      threads: ProviderMatcher.usualThreads)
    graph.addDecisions(matcher.decisions, mentions: mentions)
    edges = graph.edges
    clusters = ConstrainedClusters(nodes, collection.catalogue, barred: graph.barred)
    clusters.join(edges, .alone, support: ClusterSupport(nodes, collection.catalogue, edges))
  }

  /// One line a step; none where the run has not both names, or they are two providers there.
  func lines(from left: String, to right: String) -> [String] {
    guard let start = nodes.firstIndex(where: { $0.identity.name == left }),
      let end = nodes.firstIndex(where: { $0.identity.name == right }), start != end
    else { return [] }
    var clusters = clusters
    guard clusters.cluster(of: Int32(start)) == clusters.cluster(of: Int32(end)) else {
      return ["in the last run: two providers"]
        + refusal(clusters.cluster(of: Int32(start)), clusters.cluster(of: Int32(end)), &clusters)
    }
    let way = way(from: Int32(start), to: Int32(end), &clusters)
    return ["in the last run: one provider"]
      + way.map(line)
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
