import MappingTables
import PoolModel

/// All edges between nodes: decisions, identifiers, equal names, like names.
struct NameGraph {
  private(set) var edges: [MatchEdge] = []
  /// Pairs of nodes that a decision keeps apart.
  private(set) var barred: [(Int32, Int32)] = []
  private(set) var droppedPairs = 0

  private let nodes: [NameNode]
  private var entries: [NameEntry] = []
  /// The place in ``entries`` of each node.
  private var entryOfNode: [Int32] = []
  private let comparison: NameComparison

  init(_ nodes: [NameNode], mentions: [PayeeMention], reader: NameReader) {
    self.nodes = nodes
    let groups = NameGraph.groups(nodes) { $0.groupKey }
    let catalogue = EntryCatalogue(nodes, rules: reader.rules)
    entries = catalogue.entries
    entryOfNode = catalogue.entryOfNode
    comparison = NameComparison(weights: catalogue.weights)
    edges = EqualNameEdges(nodes, groups: groups).edges
    addJoinedWords()
    addTradingNames()
    addIdentifiers()
    addSupplierNumbers(mentions)
    addLikeNames()
  }

  /// Adds what people decided; nothing else weighs more.
  mutating func addDecisions(_ decisions: DecisionBook, mentions: [PayeeMention]) {
    guard !decisions.same.isEmpty || !decisions.different.isEmpty else { return }
    var byName: [String: [Int32]] = [:]
    for (place, node) in nodes.enumerated() where decisions.pairs(node.identity.name) {
      byName[CellPattern.folded(node.identity.name), default: []].append(Int32(place))
    }
    func places(of key: DecisionBook.Key) -> [Int32] {
      (byName[key.name] ?? []).filter {
        key.publisher.isEmpty || nodes[Int($0)].identity.scope == key.publisher
      }
    }
    for (one, other) in decisions.same {
      let ends = places(of: one) + places(of: other)
      for end in ends.dropFirst() {
        edges.append(MatchEdge(ends[0], end, score: 1000, reason: .decision))
      }
    }
    for (one, other) in decisions.different {
      for left in places(of: one) {
        for right in places(of: other) where left != right { barred.append((left, right)) }
      }
    }
  }

  /// Places of nodes by what a closure gives, each group and all groups in order of nodes; nodes
  /// for which it gives an empty text stand in none.
  private static func groups(_ nodes: [NameNode], by text: (NameNode) -> String) -> [[Int32]] {
    var places: [String: Int] = [:]
    var groups: [[Int32]] = []
    for (place, node) in nodes.enumerated() {
      let key = text(node)
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

  private func compatible(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (nodes[Int(left)], nodes[Int(right)])
    if let a = one.reading.form, let b = other.reading.form { return a.canBe(b) }
    let isPublic = one.reading.form?.isPublicBody ?? other.reading.form?.isPublicBody ?? false
    return !isPublic
  }

  /// "Care Focus" and "Carefocus".
  private mutating func addJoinedWords() {
    let groups = NameGraph.groups(nodes) { node in
      guard !node.reading.flags.contains(.bareBrand) else { return "" }
      return node.reading.coreAndBrackets.map(PayeeName.singular).joined()
    }
    for group in groups where group.count > 1 {
      for place in group.dropFirst() where nodes[Int(place)].key != nodes[Int(group[0])].key {
        guard compatible(group[0], place) else { continue }
        edges.append(MatchEdge(group[0], place, score: 970, reason: .wordsJoined))
      }
    }
  }

  /// A name under which one body trades, and a body of that name.
  private mutating func addTradingNames() {
    var byKey: [String: Int32] = [:]
    for (place, node) in nodes.enumerated() where byKey[node.key] == nil && !node.key.isEmpty {
      byKey[node.key] = Int32(place)
    }
    for (place, node) in nodes.enumerated() {
      // An acronym that a name explains in brackets; three letters are too few to tell.
      if node.reading.acronym.utf8.count > 3, let other = byKey[node.reading.acronym] {
        edges.append(MatchEdge(Int32(place), other, score: 955, reason: .acronym))
      }
      for alias in node.reading.aliases where alias.role == .trading {
        guard let other = byKey[PayeeName.key(of: alias.core)], other != place else { continue }
        let told = alias.core.contains { word in !isGeneric(word) }
        let score =
          told && alias.core.count > 1 && nodes[Int(other)].reading.aliases.isEmpty ? 955 : 800
        edges.append(MatchEdge(Int32(place), other, score: score, reason: .tradingName))
      }
    }
  }

  private func isGeneric(_ word: String) -> Bool {
    comparison.weights.isGenericWord(word)
  }

  private mutating func addIdentifiers() {
    add(NameGraph.groups(nodes) { $0.identity.company }, score: 995, reason: .companyNumber)
    add(NameGraph.groups(nodes) { $0.identity.charity }, score: 990, reason: .charityNumber)
    add(NameGraph.groups(nodes) { $0.ods }, score: 985, reason: .registerCode)
    add(NameGraph.groups(nodes) { $0.cqc }, score: 985, reason: .registerCode)
    for group in NameGraph.groups(nodes, by: { $0.organisation?.id ?? "" }) {
      for place in group.dropFirst() {
        edges.append(MatchEdge(group[0], place, score: 988, reason: .organisation))
      }
    }
  }

  /// All pairs of small groups; in large ones each with the first and with the one before.
  private mutating func add(_ groups: [[Int32]], score: Int, reason: MatchReason) {
    for group in groups {
      for (place, right) in group.enumerated().dropFirst() {
        let partners = group.count <= 24 ? Array(group[..<place]) : [group[0], group[place - 1]]
        for left in partners {
          let unlike = comparison.areUnlike(entry(left), entry(right))
          edges.append(
            unlike
              ? MatchEdge(left, right, score: 600, reason: .unlikeNames)
              : MatchEdge(left, right, score: score, reason: reason))
        }
      }
    }
  }

  private func entry(_ node: Int32) -> NameEntry { entries[Int(entryOfNode[Int(node)])] }

  /// One publisher's supplier number for a few like names.
  ///
  /// Numbers that stand for many payees, as
  /// those of one-off vendors do, say nothing.
  private mutating func addSupplierNumbers(_ mentions: [PayeeMention]) {
    struct Number: Hashable {
      let publisher: String
      let localID: String
    }
    var byNumber: [Number: Set<Int32>] = [:]
    for (place, node) in nodes.enumerated() {
      for mention in node.mentions where !mentions[Int(mention)].supplier.localID.isEmpty {
        let source = mentions[Int(mention)]
        byNumber[Number(publisher: source.publisher, localID: source.supplier.localID), default: []]
          .insert(Int32(place))
      }
    }
    for places in byNumber.values where (2...4).contains(places.count) {
      let group = places.sorted()
      for (place, left) in group.enumerated() {
        for right in group[(place + 1)...] where compatible(left, right) {
          let unlike = comparison.areUnlike(entry(left), entry(right))
          edges.append(
            MatchEdge(left, right, score: unlike ? 600 : 960, reason: .supplierNumber))
        }
      }
    }
  }

  private mutating func addLikeNames() {
    let candidates = CandidatePairs(entries, comparison.weights)
    droppedPairs = candidates.droppedPairs
    var cuts: [Int32: Set<Int32>] = [:]
    var found: [MatchEdge] = []
    for pair in candidates.pairs {
      let (left, right) = (entries[Int(pair >> 32)], entries[Int(pair & 0xFFFF_FFFF)])
      guard let verdict = comparison.verdict(left, right) else { continue }
      let unclear = left.isAmbiguous || right.isAmbiguous
      let score = unclear ? min(verdict.score, 700) : verdict.score
      found.append(MatchEdge(left.firstNode, right.firstNode, score: score, reason: verdict.reason))
      if verdict.reason == .cutOff {
        let (short, long) = left.length <= right.length ? (left, right) : (right, left)
        cuts[short.firstNode, default: []].insert(long.firstNode)
      }
    }
    // A name cut off that fits several longer ones is a question.
    edges += found.map { edge in
      guard edge.reason == .cutOff,
        [edge.left, edge.right].contains(where: { isManifold(cuts[$0] ?? []) })
      else { return edge }
      return MatchEdge(edge.left, edge.right, score: 700, reason: .cutOff)
    }
  }

  private func isManifold(_ wholes: Set<Int32>) -> Bool {
    Set(wholes.map { nodes[Int($0)].key }).count > 1
  }
}
