import PoolModel

/// The supplier numbers under which publishers pay a few names each.
///
/// A number that stands for many payees, as those of one-off vendors do, says nothing; nor do the
/// numbers of a publisher that mostly stand for names that have nothing in common.
struct SupplierNumbers {
  private struct Number: Hashable {
    let publisher: String
    let localID: String
  }

  /// The nodes of one number, two by two, with whether their names are unlike.
  private typealias Pair = (left: Int32, right: Int32, isUnlike: Bool)

  private static let mostNames = 4
  /// With fewer numbers of unlike names than this a publisher's numbers are believed.
  private static let fewestUnlike = 5

  private let nodes: [NameNode]
  private let catalogue: NameCatalogue
  private let comparison: NameComparison

  init(_ nodes: [NameNode], _ catalogue: NameCatalogue, _ comparison: NameComparison) {
    self.nodes = nodes
    self.catalogue = catalogue
    self.comparison = comparison
  }

  /// The edges between names that a believed number stands for.
  func edges(_ mentions: [PayeeMention]) -> [MatchEdge] {
    var byPublisher: [String: [[Pair]]] = [:]
    for (number, places) in places(mentions)
    where (2...SupplierNumbers.mostNames).contains(places.count) {
      byPublisher[number.publisher, default: []].append(pairs(places.sorted()))
    }
    let believed = byPublisher.values.filter(SupplierNumbers.areBelieved).joined().joined()
    let edges = believed.map { pair in
      MatchEdge(
        pair.left, pair.right, permille: pair.isUnlike ? 600 : 972,
        reason: pair.isUnlike ? .unlikeNames : .supplierNumber)
    }
    return edges.sorted()
  }

  private func places(_ mentions: [PayeeMention]) -> [Number: Set<Int32>] {
    var byNumber: [Number: Set<Int32>] = [:]
    for place in nodes.indices {
      for mention in nodes[place].mentions where !mentions[Int(mention)].supplier.localID.isEmpty {
        let source = mentions[Int(mention)]
        byNumber[Number(publisher: source.publisher, localID: source.supplier.localID), default: []]
          .insert(Int32(place))
      }
    }
    return byNumber
  }

  private func pairs(_ group: [Int32]) -> [Pair] {
    var pairs: [Pair] = []
    for (place, left) in group.enumerated() {
      for right in group[(place + 1)...] where comparison.canBeOne(entry(left), entry(right)) {
        pairs.append((left, right, comparison.areUnlike(entry(left), entry(right))))
      }
    }
    return pairs
  }

  private func entry(_ node: Int32) -> NameEntry { catalogue.entries[Int(nodes[Int(node)].entry)] }

  /// A ledger that gives its numbers anew from one export to the next shows names side by side that
  /// have only the number in common.
  private static func areBelieved(_ numbers: [[Pair]]) -> Bool {
    let unlike = numbers.count { pairs in pairs.contains { $0.isUnlike } }
    return unlike < fewestUnlike || unlike * 2 <= numbers.count
  }
}
