import MappingTables

/// The groups of names that decisions of sameness make, where a decision for all publishers speaks
/// for each of them.
struct DecisionScopes {
  private let numbers: [DecisionBook.Key: Int32]
  private let byName: [String: [Int32]]
  private var sets: DisjointSets

  init(_ pairs: [ProviderDecision]) {
    var places: [DecisionBook.Key: Int32] = [:]
    var byName: [String: [Int32]] = [:]
    for pair in pairs {
      for key in [DecisionScopes.first(pair), DecisionScopes.second(pair)]
      where places[key] == nil {
        places[key] = Int32(places.count)
        byName[key.name, default: []].append(Int32(places.count - 1))
      }
    }
    sets = DisjointSets(count: places.count)
    numbers = places
    self.byName = byName
    for pair in pairs where pair.verdict == .same {
      // All publishers' names are one body, so those of each publisher are, too.
      let ends = ends(named: DecisionScopes.first(pair)) + ends(named: DecisionScopes.second(pair))
      for end in ends.dropFirst() { sets.join(ends[0], end) }
    }
  }

  /// The groups that a decision speaks of.
  mutating func groups(of pair: ProviderDecision) -> Set<Int32> {
    let ends = ends(named: DecisionScopes.first(pair)) + ends(named: DecisionScopes.second(pair))
    var found: Set<Int32> = []
    for end in ends { found.insert(sets.root(of: end)) }
    return found
  }

  /// The groups in which both names of a decision stand.
  mutating func sharedGroups(of pair: ProviderDecision) -> Set<Int32> {
    var one: Set<Int32> = []
    for end in ends(named: DecisionScopes.first(pair)) { one.insert(sets.root(of: end)) }
    var other: Set<Int32> = []
    for end in ends(named: DecisionScopes.second(pair)) { other.insert(sets.root(of: end)) }
    return one.intersection(other)
  }

  private func ends(named key: DecisionBook.Key) -> [Int32] {
    if key.publisher.isEmpty { return byName[key.name] ?? [] }
    return numbers[key].map { [$0] } ?? []
  }

  private static func first(_ pair: ProviderDecision) -> DecisionBook.Key {
    DecisionBook.Key(pair.publisher, pair.name)
  }

  private static func second(_ pair: ProviderDecision) -> DecisionBook.Key {
    DecisionBook.Key(pair.otherPublisher, pair.otherName)
  }
}
