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

    /// The name of another key, which is folded already.
    init(publisher: String, of key: Key) {
      self.publisher = publisher
      name = key.name
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.name, left.publisher) < (right.name, right.publisher)
    }
  }

  private var verdicts: [Key: ProviderDecision.Verdict] = [:]
  private var bodies: [Key: String] = [:]
  /// Pairs of names that are one body; the names of a body of `organisations.csv` are among them
  /// where a decision calls a payee's name one of them.
  private(set) var same: [(Key, Key)] = []
  /// Pairs of names that are two bodies.
  private(set) var different: [(Key, Key)] = []
  /// Pairs of names that somebody could not decide.
  private(set) var unsure: [(Key, Key)] = []
  /// The places in the ledger of decisions that cannot hold together.
  private(set) var contradicted: Set<Int> = []
  private(set) var findings: [Finding] = []
  private var scopedNames: Set<String> = []
  /// Tells quickly of nearly all names that nothing was decided about them.
  private var filter = PieceFilter()

  typealias Placed = (place: Int, decision: ProviderDecision)

  init(_ decisions: [ProviderDecision], organisations: [Organisation] = []) {
    let inForce = DecisionRevocations(decisions).inForce
    takeVerdicts(inForce)
    takePairs(inForce, namesOfBodies: DecisionBook.names(of: organisations))
    for key in verdicts.keys { filter.insert(Array(key.name.utf8)) }
    for key in bodies.keys { filter.insert(Array(key.name.utf8)) }
    for name in scopedNames { filter.insert(Array(name.utf8)) }
  }

  /// Whether something may have been decided about a name; now and then it says so of a name about
  /// which nothing was.
  func mayDecide(_ name: String) -> Bool { filter.mayStand(in: name) }

  /// What was decided about a name itself; nil where nothing was.
  ///
  /// It is one of `individual`, `organisation` and `ignore`.
  func verdict(publisher: String, name: String) -> ProviderDecision.Verdict? {
    guard !verdicts.isEmpty else { return nil }
    return verdicts[Key(publisher, name)] ?? verdicts[Key("", name)]
  }

  /// The id of the body of `organisations.csv` that a name was decided to be one of.
  func body(publisher: String, name: String) -> String? {
    guard !bodies.isEmpty else { return nil }
    return bodies[Key(publisher, name)] ?? bodies[Key("", name)]
  }

  /// Whether decisions about the name can depend on the publisher, so that the name of one must be
  /// told from that of another.
  func pairs(_ name: String) -> Bool {
    !scopedNames.isEmpty && scopedNames.contains(CellPattern.folded(name))
  }

  private mutating func takeVerdicts(_ decisions: [Placed]) {
    var places: [Key: [Int]] = [:]
    var clashing: Set<Key> = []
    for (place, decision) in decisions {
      switch decision.verdict {
      case .individual, .organisation, .ignore: break
      default: continue
      }
      let key = Key(decision.publisher, decision.name)
      places[key, default: []].append(place)
      if let earlier = verdicts[key], earlier != decision.verdict {
        clashing.insert(key)
        report(
          decision,
          "the name is decided to be both \(earlier.inWords) and"
            + " \(decision.verdict.inWords)",
          until: "until then none of them is used, and the name of an individual is withheld")
      }
      // Until a person has settled it, a name that may be an individual's stays withheld.
      if verdicts[key] != .individual { verdicts[key] = decision.verdict }
    }
    for key in clashing {
      contradicted.formUnion(places[key] ?? [])
      if verdicts[key] != .individual { verdicts[key] = nil }
    }
  }

  private mutating func takePairs(_ decisions: [Placed], namesOfBodies: [String: [Key]]) {
    for (_, decision) in decisions where decision.verdict == .unsure {
      unsure.append(DecisionScopes.sides(of: decision))
    }
    let pairs = decisions.filter {
      [.same, .different, .nameOf].contains($0.decision.verdict) && !isOfNobody($0)
    }
    var scopes = DecisionScopes(pairs.map(\.decision), namesOfBodies: namesOfBodies)
    // A = B, B = C and A ≠ C: neither side is taken; the whole group waits for a person.
    let split = splitGroups(pairs, &scopes)
    for pair in pairs {
      let isContradicted =
        pair.decision.verdict == .different
        ? !scopes.sharedGroups(of: pair.decision).isEmpty
        : scopes.groups(of: pair.decision).contains(where: split.contains)
      if isContradicted {
        contradicted.insert(pair.place)
      } else {
        take(pair.decision, namesOfBodies)
      }
    }
  }

  /// A decision about a name that is decided to be an individual's or nobody's holds nothing.
  private mutating func isOfNobody(_ pair: Placed) -> Bool {
    let (one, other) = DecisionScopes.sides(of: pair.decision)
    let verdicts = [one, other].compactMap {
      $0.name.isEmpty ? nil : self.verdict(publisher: $0.publisher, name: $0.name)
    }
    guard pair.decision.verdict != .different,
      let verdict = verdicts.first(where: { $0 != .organisation })
    else { return false }
    contradicted.insert(pair.place)
    report(
      pair.decision,
      "a name that is decided to be \(verdict.inWords) is also decided to be a provider's",
      until: "until then only the decision about the name itself is used")
    return true
  }

  /// The groups of names that are one and must not be.
  private mutating func splitGroups(
    _ pairs: [Placed], _ scopes: inout DecisionScopes
  ) -> Set<Int32> {
    var split: Set<Int32> = []
    var bodies: [Int32: String] = [:]
    for (_, pair) in pairs {
      if pair.verdict == .different {
        let shared = scopes.sharedGroups(of: pair)
        guard !shared.isEmpty else { continue }
        split.formUnion(shared)
        report(
          pair,
          "names decided to be different are also decided to be the same, maybe through others")
      } else if pair.verdict == .nameOf {
        for group in scopes.groups(of: pair).sorted() {
          guard let earlier = bodies[group] else {
            bodies[group] = pair.body
            continue
          }
          guard earlier != pair.body else { continue }
          split.insert(group)
          report(pair, "names decided to be one are decided to be names of two bodies")
        }
      }
    }
    return split
  }

  private mutating func take(_ pair: ProviderDecision, _ namesOfBodies: [String: [Key]]) {
    let (one, other) = DecisionScopes.sides(of: pair)
    scopedNames.insert(one.name)
    guard pair.verdict != .nameOf else {
      bodies[one] = pair.body
      for name in namesOfBodies[pair.body] ?? [] {
        scopedNames.insert(name.name)
        same.append((one, name))
      }
      return
    }
    scopedNames.insert(other.name)
    if pair.verdict == .same { same.append((one, other)) } else { different.append((one, other)) }
  }

  /// The names of each body that no other body has, for all publishers.
  private static func names(of organisations: [Organisation]) -> [String: [Key]] {
    var owners: [Key: Set<String>] = [:]
    for body in organisations {
      for name in [body.name] + body.otherNames {
        owners[Key("", name), default: []].insert(body.id)
      }
    }
    var names: [String: [Key]] = [:]
    for (name, bodies) in owners.sorted(by: { $0.key < $1.key }) where bodies.count == 1 {
      for body in bodies { names[body, default: []].append(name) }
    }
    return names
  }

  private mutating func report(
    _ decision: ProviderDecision, _ message: String,
    until: String = "until then none of them is used"
  ) {
    findings.append(
      Finding(
        .decisionsContradict, at: decision.position, message: message,
        remedy: "take back one of the decisions; \(until)"))
  }
}

extension ProviderDecision.Verdict {
  /// What a name is by the verdict, as messages say it.
  fileprivate var inWords: String {
    switch self {
    case .individual: "an individual"
    case .organisation: "an organisation"
    default: "no payee"
    }
  }
}
