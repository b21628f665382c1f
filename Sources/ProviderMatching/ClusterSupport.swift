/// How well the names of two clusters hang together, across all their pairs.
struct ClusterSupport {
  /// Two clusters with fewer pairs of readings between them are joined by one good edge.
  private static let fewestPairs = 6
  /// Of so many hundred pairs of readings at least one edge must speak for a join, in hundredths.
  private static let leastShare = 20

  /// The other ends of the edges at each node.
  private let ends: [Int32]
  private let starts: [Int32]
  /// The nodes of each cluster, at the place of the node that stands for it.
  private var members: [[Int32]]
  /// How many readings each cluster has.
  private var readings: [Int32]

  /// Every node in a cluster of its own; `edges` are those that speak for a join at all.
  init(_ nodes: [NameNode], _ catalogue: NameCatalogue, _ edges: [MatchEdge]) {
    readings = nodes.indices.map {
      catalogue.entries[Int(nodes[$0].entry)].firstNode == $0 ? 1 : 0
    }
    members = nodes.indices.map { [Int32($0)] }
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    for edge in edges where edge.reason == .likeNames {
      counts[Int(edge.left) + 1] += 1
      counts[Int(edge.right) + 1] += 1
    }
    for node in nodes.indices { counts[node + 1] += counts[node] }
    var next = counts
    var ends = [Int32](repeating: 0, count: Int(counts[nodes.count]))
    for edge in edges where edge.reason == .likeNames {
      for (node, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
        ends[Int(next[Int(node)])] = other
        next[Int(node)] += 1
      }
    }
    self.ends = ends
    starts = counts
  }

  /// Whether enough pairs across two clusters speak for joining them.
  func holds(_ left: Int32, _ right: Int32, in sets: inout DisjointSets) -> Bool {
    let pairs = Int(readings[Int(left)]) * Int(readings[Int(right)])
    guard pairs >= ClusterSupport.fewestPairs else { return true }
    let isLeftSmaller = members[Int(left)].count <= members[Int(right)].count
    let (small, large) = isLeftSmaller ? (left, right) : (right, left)
    var support = 0
    for node in members[Int(small)] {
      for end in ends[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
      where sets.root(of: end) == large { support += 1 }
    }
    return support * 100 >= pairs * ClusterSupport.leastShare
  }

  /// Notes that one cluster has become part of another.
  mutating func join(_ kept: Int32, _ gone: Int32) {
    members[Int(kept)] += members[Int(gone)]
    members[Int(gone)] = []
    readings[Int(kept)] += readings[Int(gone)]
  }
}
