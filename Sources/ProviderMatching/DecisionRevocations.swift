import MappingTables
import PoolModel

/// The decisions of a ledger with their ids, and which of them were taken back.
struct DecisionRevocations {
  /// A decision in its place in the ledger.
  struct Entry {
    let decision: ProviderDecision
    /// As the row states it, else worked out from what the row says.
    let id: String
    var isRevoked = false
  }

  /// In the order of the ledger.
  private(set) var entries: [Entry]
  /// Revocations that take nothing back.
  private(set) var findings: [Finding] = []

  init(_ decisions: [ProviderDecision]) {
    entries = decisions.sorted {
      ($0.position.file, $0.position.line) < ($1.position.file, $1.position.line)
    }.map { Entry(decision: $0, id: DecisionRevocations.id(of: $0)) }
    // A revocation speaks of what stands above it, so that the same may be decided again below. From
    // the end on, because it can itself be taken back.
    var revoked: Set<String> = []
    for place in entries.indices.reversed() {
      let entry = entries[place]
      if revoked.contains(entry.id) {
        entries[place].isRevoked = true
      } else if entry.decision.verdict == .revoked {
        revoked.insert(entry.decision.revokes)
      }
    }
    reportEmptyRevocations()
  }

  /// The decisions that were not taken back, revocations aside, with their places.
  var inForce: [(place: Int, decision: ProviderDecision)] {
    entries.indices.compactMap { place in
      let entry = entries[place]
      guard !entry.isRevoked, entry.decision.verdict != .revoked else { return nil }
      return (place, entry.decision)
    }
  }

  private mutating func reportEmptyRevocations() {
    var above: Set<String> = []
    for entry in entries {
      if entry.decision.verdict == .revoked, !above.contains(entry.decision.revokes) {
        findings.append(
          Finding(
            .mappingValueUnreadable, at: entry.decision.position,
            value: entry.decision.revokes,
            message: "no decision above has the id \(entry.decision.revokes.quotedForMessage)",
            remedy: "list the ids with: weir providers decisions"))
      }
      above.insert(entry.id)
    }
  }

  /// The id of a decision; rows that state none get one from what they say.
  static func id(of decision: ProviderDecision) -> String {
    guard decision.id.isEmpty else { return decision.id }
    return id(of: decision, taken: [])
  }

  /// An id from what a decision says that none of `taken` is.
  static func id(of decision: ProviderDecision, taken: Set<String>) -> String {
    let texts = [
      decision.verdict.rawValue, decision.publisher, decision.name, decision.otherPublisher,
      decision.otherName, decision.body, decision.revokes,
    ]
    return StableHash.id("D-", for: texts.joined(separator: "\u{1F}"), taken: taken)
  }
}
