import MappingTables
import PoolModel

/// What people decided about names, made ready for looking up.
struct DecisionBook {
  /// A name in the exports of one publisher; an empty publisher stands for all.
  struct Key: Hashable, Comparable {
    let publisher: String
    /// Folded: outer and doubled blanks and case do not count.
    let name: String

    init(_ publisher: String, _ name: String) {
      self.publisher = publisher
      self.name = CellPattern.folded(name)
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.name, left.publisher) < (right.name, right.publisher)
    }
  }

  private var verdicts: [Key: ProviderDecision.Verdict] = [:]
  /// Pairs of names that are one body.
  private(set) var same: [(Key, Key)] = []
  /// Pairs of names that are two bodies.
  private(set) var different: [(Key, Key)] = []
  private(set) var findings: [Finding] = []
  private var pairedNames: Set<String> = []

  init(_ decisions: [ProviderDecision]) {
    let sorted = decisions.sorted {
      ($0.position.file, $0.position.line) < ($1.position.file, $1.position.line)
    }
    takeVerdicts(sorted)
    takePairs(sorted)
  }

  /// What was decided about a name itself; nil where nothing was.
  func verdict(publisher: String, name: String) -> ProviderDecision.Verdict? {
    guard !verdicts.isEmpty else { return nil }
    return verdicts[Key(publisher, name)] ?? verdicts[Key("", name)]
  }

  /// Whether a decision pairs the name with another, for whatever publisher.
  func pairs(_ name: String) -> Bool {
    !pairedNames.isEmpty && pairedNames.contains(CellPattern.folded(name))
  }

  private mutating func takeVerdicts(_ decisions: [ProviderDecision]) {
    var contradicted: Set<Key> = []
    for decision in decisions
    where decision.verdict == .individual || decision.verdict == .organisation {
      let key = Key(decision.publisher, decision.name)
      if let earlier = verdicts[key], earlier != decision.verdict {
        contradicted.insert(key)
        report(decision, "the name is decided to be both an individual and an organisation")
      }
      verdicts[key] = decision.verdict
    }
    for key in contradicted { verdicts[key] = nil }
  }

  private mutating func takePairs(_ decisions: [ProviderDecision]) {
    let pairs = decisions.filter { $0.verdict == .same || $0.verdict == .different }
    var scopes = DecisionScopes(pairs)
    // A = B, B = C and A ≠ C: neither side is taken; the whole group waits for a person.
    var contradicted: Set<Int32> = []
    for pair in pairs where pair.verdict == .different {
      let shared = scopes.sharedGroups(of: pair)
      guard !shared.isEmpty else { continue }
      contradicted.formUnion(shared)
      report(
        pair, "names decided to be different are also decided to be the same, maybe through others")
    }
    for pair in pairs {
      let isContradicted =
        pair.verdict == .same
        ? scopes.groups(of: pair).contains(where: contradicted.contains)
        : !scopes.sharedGroups(of: pair).isEmpty
      if !isContradicted { take(pair) }
    }
  }

  private mutating func take(_ pair: ProviderDecision) {
    let one = Key(pair.publisher, pair.name)
    let other = Key(pair.otherPublisher, pair.otherName)
    pairedNames.insert(one.name)
    pairedNames.insert(other.name)
    if pair.verdict == .same { same.append((one, other)) } else { different.append((one, other)) }
  }

  private mutating func report(_ decision: ProviderDecision, _ message: String) {
    findings.append(
      Finding(
        .decisionsContradict, at: decision.position, message: message,
        remedy: "take back one of the decisions; until then none of them is used"))
  }
}
