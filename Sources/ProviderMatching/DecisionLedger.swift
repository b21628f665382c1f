package import MappingTables
package import PoolModel

/// The ledger of decisions with what has become of each.
package struct DecisionLedger: Sendable {
  /// What has become of a decision.
  package enum State: String, CaseIterable, Sendable {
    /// It counts.
    case active
    /// A later row takes it back.
    case revoked
    /// Another decision says the opposite; neither counts.
    case contradicted
    /// It counts, but no export holds its names.
    case unused
  }

  /// A decision with its id and state.
  package struct Entry: Sendable {
    /// The decision as the row has it.
    package let decision: ProviderDecision
    /// As the row states it, else worked out from what the row says.
    package let id: String
    /// What has become of it.
    package fileprivate(set) var state: State
  }

  /// In the order of the file.
  package private(set) var entries: [Entry]
  /// Revocations of nothing, and decisions that cannot both hold.
  package let findings: [Finding]

  /// The ledger of these decisions.
  package init(_ decisions: [ProviderDecision], organisations: [Organisation]) {
    let revocations = DecisionRevocations(decisions)
    let book = DecisionBook(decisions, organisations: organisations)
    entries = revocations.entries.enumerated().map { place, entry in
      let state: State =
        entry.isRevoked ? .revoked : book.contradicted.contains(place) ? .contradicted : .active
      return Entry(decision: entry.decision, id: entry.id, state: state)
    }
    findings = revocations.findings + book.findings
  }

  /// The faults of a ledger that can be told without the exports.
  package static func faults(in decisions: [ProviderDecision]) -> [Finding] {
    DecisionRevocations(decisions).findings
  }

  /// The active decision that says the same, of whoever and whenever; nil where none does.
  package func entry(saying decision: ProviderDecision) -> Entry? {
    let wanted = DecisionLedger.sides(of: decision)
    return entries.first {
      $0.state == .active && $0.decision.verdict == decision.verdict
        && $0.decision.body == decision.body && DecisionLedger.sides(of: $0.decision) == wanted
    }
  }

  /// Whether what counts of the ledger says already, maybe through other names, that the two names of
  /// a decision are one provider or that they are two.
  package func settles(_ pair: ProviderDecision) -> Bool {
    let active = entries.filter { $0.state == .active }.map(\.decision)
      .filter { $0.verdict == .same || $0.verdict == .different }
    var probe = pair
    probe.verdict = .different
    var scopes = DecisionScopes(active + [probe], namesOfBodies: [:])
    let (one, other) = scopes.sideGroups(of: probe)
    guard one.isDisjoint(with: other) else { return true }
    return active.contains { decision in
      guard decision.verdict == .different else { return false }
      let (left, right) = scopes.sideGroups(of: decision)
      return !one.isDisjoint(with: left) && !other.isDisjoint(with: right)
        || !one.isDisjoint(with: right) && !other.isDisjoint(with: left)
    }
  }

  /// An id for a new decision that no row has.
  package func newID(for decision: ProviderDecision) -> String {
    DecisionRevocations.id(of: decision, taken: Set(entries.map(\.id)))
  }

  private static func sides(of decision: ProviderDecision) -> Set<DecisionBook.Key> {
    [
      DecisionBook.Key(decision.publisher, decision.name),
      DecisionBook.Key(decision.otherPublisher, decision.otherName),
    ]
  }

  /// Notes the decisions whose names these payees do not hold.
  ///
  /// A decision about two names needs both.
  package mutating func markUnused(payees: some Sequence<(publisher: String, name: String)>) {
    var wanted: Set<String> = []
    for entry in entries where entry.state == .active {
      wanted.formUnion(DecisionLedger.sides(of: entry.decision).map(\.name))
    }
    guard !wanted.isEmpty else { return }
    var found: Set<DecisionBook.Key> = []
    for payee in payees {
      let key = DecisionBook.Key(payee.publisher, payee.name)
      guard wanted.contains(key.name) else { continue }
      found.insert(key)
      found.insert(DecisionBook.Key(publisher: "", of: key))
    }
    for place in entries.indices
    where entries[place].state == .active && entries[place].decision.verdict != .revoked {
      let sides = DecisionLedger.sides(of: entries[place].decision)
      if !sides.allSatisfy({ $0.name.isEmpty || found.contains($0) }) {
        entries[place].state = .unused
      }
    }
  }

  /// One finding for all decisions that are not used; it names nobody.
  package var unusedFindings: [Finding] {
    let unused = entries.filter { $0.state == .unused }
    guard let first = unused.first else { return [] }
    let count = unused.count == 1 ? "a decision is" : "\(unused.count) decisions are"
    return [
      Finding(
        .decisionUnused, at: first.decision.position, value: first.id, rows: unused.count,
        message: "\(count) about names that no export holds, the first \(first.id)",
        remedy: "nothing need be done; list them with: weir providers decisions --state unused")
    ]
  }
}
