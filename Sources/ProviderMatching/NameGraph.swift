import MappingTables
import PoolModel

/// All edges between nodes: decisions, identifiers, equal names, like names.
struct NameGraph {
  private(set) var edges: [MatchEdge] = []
  /// Pairs of nodes that a decision keeps apart.
  private(set) var barred: [(Int32, Int32)] = []
  /// What comparing the names two by two gave.
  private(set) var likeNames: LikeNames

  /// An identifier under more names than this is not believed where they are unlike.
  private static let mostUnlikeNames = 24

  private let nodes: [NameNode]
  private let catalogue: NameCatalogue
  private let comparison: NameComparison

  init(
    _ nodes: [NameNode], _ catalogue: NameCatalogue, mentions: [PayeeMention], model: MatchModel,
    known: KnownNames? = nil, threads: Int = 1
  ) {
    self.nodes = nodes
    self.catalogue = catalogue
    comparison = NameComparison(catalogue: catalogue)
    likeNames = LikeNames(comparison, model, known: known, threads: threads)
    addEqualNames()
    addIdentifiers()
    edges += SupplierNumbers(nodes, catalogue, comparison).edges(mentions)
    addLikeNames()
    edges = SharedNames.held(edges, nodes, comparison)
  }

  /// Adds what people decided; nothing else weighs more.
  mutating func addDecisions(_ decisions: DecisionBook, mentions: [PayeeMention]) {
    guard !decisions.same.isEmpty || !decisions.different.isEmpty else { return }
    var byName: [String: [Int32]] = [:]
    for place in nodes.indices {
      let name = nodes[place].identity.name
      guard decisions.mayDecide(name), decisions.pairs(name) else { continue }
      byName[CellPattern.folded(name), default: []].append(Int32(place))
    }
    func places(of key: DecisionBook.Key) -> [Int32] {
      (byName[key.name] ?? []).filter {
        key.publisher.isEmpty || nodes[Int($0)].identity.scope == key.publisher
      }
    }
    for (one, other) in decisions.same {
      let ends = places(of: one) + places(of: other)
      for end in ends.dropFirst() {
        edges.append(MatchEdge(ends[0], end, permille: 1000, reason: .decision))
      }
    }
    for (one, other) in decisions.different {
      for left in places(of: one) {
        for right in places(of: other) where left != right { barred.append((left, right)) }
      }
    }
  }

  /// Places of nodes by what a closure gives for each, each group and all groups in order of nodes;
  /// nodes for which it gives an empty text stand in none.
  private static func groups(_ nodes: [NameNode], by text: (Int) -> String) -> [[Int32]] {
    var places: [String: Int] = [:]
    var groups: [[Int32]] = []
    for place in nodes.indices {
      let key = text(place)
      guard !key.isEmpty else { continue }
      if let known = places[key] {
        groups[known].append(Int32(place))
      } else {
        places[key] = groups.count
        groups.append([Int32(place)])
      }
    }
    return groups
  }

  /// Nodes whose names read alike and that state the same identifiers.
  private mutating func addEqualNames() {
    for place in nodes.indices {
      let first = catalogue.firstNodes[Int(nodes[place].entry)]
      guard first != place else { continue }
      edges.append(MatchEdge(first, Int32(place), permille: 990, reason: .equalName))
    }
  }

  private mutating func addIdentifiers() {
    // The closures take a place: handing over a node would count all its texts.
    let nodes = nodes
    let groups: [(by: (Int) -> String, permille: Int, reason: MatchReason)] = [
      ({ nodes[$0].identity.company }, 995, .companyNumber),
      ({ nodes[$0].identity.charity }, 990, .charityNumber),
      ({ nodes[$0].ods }, 985, .registerCode), ({ nodes[$0].cqc }, 985, .registerCode),
    ]
    for (by, permille, reason) in groups {
      add(NameGraph.groups(nodes, by: by), permille: permille, reason: reason)
    }
    for group in NameGraph.groups(nodes, by: { nodes[$0].organisation?.id ?? "" }) {
      for place in group.dropFirst() {
        edges.append(MatchEdge(group[0], place, permille: 988, reason: .organisation))
      }
    }
  }

  /// All pairs of small groups; in large ones each with the first and with the one before.
  private mutating func add(
    _ groups: [[Int32]], permille: Int, reason: MatchReason
  ) {
    for group in groups {
      for (place, right) in group.enumerated().dropFirst() {
        let partners =
          group.count <= 24 || place == 1 ? Array(group[..<place]) : [group[0], group[place - 1]]
        for left in partners {
          // A number that many unlike names share is more often filled down than theirs.
          let isDoubtful =
            group.count > NameGraph.mostUnlikeNames
            && comparison.areUnlike(entry(left), entry(right))
          edges.append(
            isDoubtful
              ? MatchEdge(left, right, permille: 600, reason: .unlikeNames)
              : MatchEdge(left, right, permille: permille, reason: reason))
        }
      }
    }
  }

  private func entry(_ node: Int32) -> NameEntry { catalogue.entries[Int(nodes[Int(node)].entry)] }

  private mutating func addLikeNames() {
    for pair in likeNames.pairs {
      edges.append(
        MatchEdge(
          catalogue.firstNodes[Int(pair.left)], catalogue.firstNodes[Int(pair.right)],
          permille: Int(pair.permille), reason: MatchReason.allCases[Int(pair.reason)]))
    }
  }
}
