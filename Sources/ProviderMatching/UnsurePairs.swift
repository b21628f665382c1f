package import MappingTables
import PoolModel

/// The pairs of providers that somebody could not decide.
package struct UnsurePairs {
  private struct Sides: Hashable {
    let one: String
    let other: String

    init(_ left: String, _ right: String) {
      one = min(left, right)
      other = max(left, right)
    }
  }

  private var decisions: [Sides: String] = [:]

  /// The pairs by the providers that payees have now; the decision itself is on their names.
  package init(decisions: [ProviderDecision], payees: [PayeeMention], providerIDs: [String]) {
    let revocations = DecisionRevocations(decisions)
    let unsure = revocations.entries.filter { !$0.isRevoked && $0.decision.verdict == .unsure }
    guard !unsure.isEmpty else { return }
    var wanted: Set<String> = []
    for entry in unsure {
      let (one, other) = DecisionScopes.sides(of: entry.decision)
      wanted.formUnion([one.name, other.name])
    }
    var ids: [DecisionBook.Key: Set<String>] = [:]
    for (payee, id) in zip(payees, providerIDs) {
      let key = DecisionBook.Key(payee.publisher, payee.supplier.name)
      guard wanted.contains(key.name) else { continue }
      ids[key, default: []].insert(id)
      ids[DecisionBook.Key(publisher: "", of: key), default: []].insert(id)
    }
    for entry in unsure {
      let (one, other) = DecisionScopes.sides(of: entry.decision)
      for left in (ids[one] ?? []).sorted() {
        for right in (ids[other] ?? []).sorted() where left != right {
          self.decisions[Sides(left, right)] = entry.id
        }
      }
    }
  }

  /// The id of the decision between two providers; nil where there is none.
  package func decision(between left: String, and right: String) -> String? {
    decisions[Sides(left, right)]
  }
}
