import PoolModel

/// How well the names of two clusters hang together, across all their pairs.
struct ClusterSupport {
  private struct End {
    let node: Int32
    let permille: Int32
  }

  /// Two clusters with fewer pairs of readings between them are joined by one good edge.
  private static let fewestPairs = 6
  /// Of so many hundred pairs of readings at least one edge must speak for a join, in hundredths.
  private static let leastShare = 20

  /// The other ends of the edges at each node.
  private let ends: [End]
  private let starts: [Int32]
  /// The nodes of each cluster, at the place of the node that stands for it.
  private var members: [[Int32]]
  /// How many readings each cluster has.
  private var readings: [Int32]
  /// Whether a node's name states the form of a company.
  private let isCompany: [Bool]
  /// Which clusters have a name that does.
  private var hasCompany: [Bool]

  /// Every node in a cluster of its own; `edges` are those that speak for a join at all.
  init(_ nodes: [NameNode], _ catalogue: NameCatalogue, _ edges: [MatchEdge]) {
    readings = nodes.indices.map {
      catalogue.firstNodes[Int(nodes[$0].entry)] == $0 ? 1 : 0
    }
    members = nodes.indices.map { [Int32($0)] }
    isCompany = nodes.map { $0.form.isCompany }
    hasCompany = isCompany
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    for edge in edges where edge.reason == .likeNames {
      counts[Int(edge.left) + 1] += 1
      counts[Int(edge.right) + 1] += 1
    }
    for node in nodes.indices { counts[node + 1] += counts[node] }
    var next = counts
    var ends = [End](repeating: End(node: 0, permille: 0), count: Int(counts[nodes.count]))
    for edge in edges where edge.reason == .likeNames {
      for (node, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
        ends[Int(next[Int(node)])] = End(node: other, permille: edge.permille)
        next[Int(node)] += 1
      }
    }
    self.ends = ends
    starts = counts
  }

  /// Why too few pairs across two clusters speak for joining them; nil where enough do.
  ///
  /// A name without a form may be that of either of two companies: where both clusters name a
  /// company in full, two such names must be good enough to merge by themselves.
  func refusal(
    _ left: Int32, _ right: Int32, in sets: inout DisjointSets, _ merging: MatchBand.Merging
  ) -> RefusedMerge.Reason? {
    let pairs = Int(readings[Int(left)]) * Int(readings[Int(right)])
    let areCompanies = hasCompany[Int(left)] && hasCompany[Int(right)]
    guard pairs >= ClusterSupport.fewestPairs || areCompanies else { return nil }
    let isLeftSmaller = members[Int(left)].count <= members[Int(right)].count
    let (small, large) = isLeftSmaller ? (left, right) : (right, left)
    var support = 0
    var companies = 0
    for node in members[Int(small)] {
      for end in ends[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
      where sets.root(of: end.node) == large {
        support += 1
        if isCompany[Int(node)], isCompany[Int(end.node)], end.permille >= merging.permille {
          companies += 1
        }
      }
    }
    if areCompanies, companies == 0 { return .companies }
    let isEnough =
      pairs < ClusterSupport.fewestPairs
      || support * 100 >= pairs * ClusterSupport.leastShare
    return isEnough ? nil : .weakBridge
  }

  /// Notes that one cluster has become part of another.
  mutating func join(_ kept: Int32, _ gone: Int32) {
    members[Int(kept)] += members[Int(gone)]
    members[Int(gone)] = []
    readings[Int(kept)] += readings[Int(gone)]
    hasCompany[Int(kept)] = hasCompany[Int(kept)] || hasCompany[Int(gone)]
  }
}
