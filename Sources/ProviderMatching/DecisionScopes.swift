import MappingTables

/// The groups of names that decisions of sameness make, where a decision for all publishers speaks
/// for each of them.
struct DecisionScopes {
  private typealias Key = DecisionBook.Key

  private let numbers: [DecisionBook.Key: Int32]
  private let byName: [String: [Int32]]
  private var sets: DisjointSets

  /// The groups by decisions `same`, `different` and `name-of`; a body's names are one group where a
  /// decision speaks of them.
  init(_ pairs: [ProviderDecision], namesOfBodies: [String: [DecisionBook.Key]]) {
    var places: [DecisionBook.Key: Int32] = [:]
    var byName: [String: [Int32]] = [:]
    for pair in pairs {
      let (one, other) = DecisionScopes.sides(of: pair)
      for key in [one, other] where places[key] == nil {
        places[key] = Int32(places.count)
        byName[key.name, default: []].append(Int32(places.count - 1))
      }
    }
    sets = DisjointSets(count: places.count)
    numbers = places
    self.byName = byName
    for pair in pairs where pair.verdict != .different {
      // All publishers' names are one body, so those of each publisher are, too.
      let (one, other) = DecisionScopes.sides(of: pair)
      let names = pair.verdict == .nameOf ? namesOfBodies[pair.body] ?? [] : []
      let ends = ([one, other] + names).flatMap(ends)
      for end in ends.dropFirst() { sets.join(ends[0], end) }
    }
  }

  /// The two names that a decision speaks of; for `name-of` the second stands for the body.
  static func sides(of decision: ProviderDecision) -> (DecisionBook.Key, DecisionBook.Key) {
    let one = DecisionBook.Key(decision.publisher, decision.name)
    // No name begins with this control character, so that a body's id is no payee's name.
    let body = DecisionBook.Key("", "\u{1F}\(decision.body)")
    let other = DecisionBook.Key(decision.otherPublisher, decision.otherName)
    return (one, decision.verdict == .nameOf ? body : other)
  }

  /// The groups in which the first and those in which the second name of a decision stands.
  mutating func sideGroups(of pair: ProviderDecision) -> (Set<Int32>, Set<Int32>) {
    let (first, second) = DecisionScopes.sides(of: pair)
    var one: Set<Int32> = []
    for end in ends(named: first) { one.insert(sets.root(of: end)) }
    var other: Set<Int32> = []
    for end in ends(named: second) { other.insert(sets.root(of: end)) }
    return (one, other)
  }

  /// The groups that a decision speaks of.
  mutating func groups(of pair: ProviderDecision) -> Set<Int32> {
    let (one, other) = sideGroups(of: pair)
    return one.union(other)
  }

  /// The groups in which both names of a decision stand.
  mutating func sharedGroups(of pair: ProviderDecision) -> Set<Int32> {
    let (one, other) = sideGroups(of: pair)
    return one.intersection(other)
  }

  private func ends(named key: DecisionBook.Key) -> [Int32] {
    if key.publisher.isEmpty { return byName[key.name] ?? [] }
    return numbers[key].map { [$0] } ?? []
  }
}
