package import MappingTables
import PoolModel
import PoolStore
package import ProviderMatching

/// The payees of the last run, for the commands that decide about names.
package struct StoredPayees {
  /// In order of publisher and spelling.
  package let payees: [PayeeMention]
  /// The provider's id of each payee; empty where the last run gave none.
  package let providerIDs: [String]
  private let history: ProviderIDHistory
  private let mappings: MappingSet
  private let store: PoolStore

  /// The payees of a workspace; nil before its first run.
  package static func last(in workspace: Workspace, _ mappings: MappingSet) throws -> StoredPayees?
  {
    guard workspace.hasStore else { return nil }
    let store = try PoolStore(path: workspace.storePath)
    guard try store.lastRun() != nil else { return nil }
    let suppliers = try store.suppliers()
    return StoredPayees(
      payees: suppliers.map(ProviderStage.mention),
      providerIDs: suppliers.map { $0.provider ?? "" },
      history: ProviderIDHistory(try store.providerIDChanges()), mappings: mappings, store: store)
  }

  /// The spelling of a provider that most of its money goes under; nil for an unknown id.
  ///
  /// An id that was merged away stands for the provider that it was merged into.
  package func spelling(ofProvider id: String) -> PayeeMention? {
    let id = history.current(id)
    return zip(payees, providerIDs).filter { $0.1 == id }.map(\.0).min {
      ($1.tally.amount.magnitude, $0.publisher, $0.supplier.name)
        < ($0.tally.amount.magnitude, $1.publisher, $1.supplier.name)
    }
  }

  /// What `weir providers explain` adds of the families that two names' providers belong to; none
  /// where they are not two providers of one family.
  package func familyLines(of name: String, _ other: String) throws -> [String] {
    func ids(_ name: String) -> Set<String> {
      Set(zip(payees, providerIDs).lazy.filter { $0.0.supplier.name == name }.map(\.1))
    }
    let (one, two) = (ids(name), ids(other))
    guard one.isDisjoint(with: two) else { return [] }
    let providers = try store.providers()
    func families(_ ids: Set<String>) -> Set<ProviderFamily> {
      Set(providers.filter { ids.contains($0.id) }.compactMap(\.family))
    }
    return families(one).intersection(families(two)).sorted().map {
      "one family, two providers: \($0.name.quotedForMessage) (\($0.id))"
    }
  }

  /// Whether an export of the publisher, or of any where it is empty, pays under the name.
  package func holds(publisher: String, name: String) -> Bool {
    let folded = CellPattern.folded(name)
    return payees.contains {
      (publisher.isEmpty || $0.publisher == publisher)
        && CellPattern.folded($0.supplier.name) == folded
    }
  }

  /// The pairs to decide: those with the most money first, and those that somebody was unsure of
  /// behind them.
  package func reviews() throws -> [OpenReview] {
    let result = try ProviderStage(store: store, mappings: mappings).match(store.suppliers())
    let unsure = UnsurePairs(
      decisions: mappings.providerDecisions, payees: payees, providerIDs: result.providerIDs)
    let reviews = result.reviews.map {
      OpenReview(pair: $0, unsure: unsure.decision(between: $0.leftID, and: $0.rightID))
    }
    return reviews.filter { $0.unsure == nil } + reviews.filter { $0.unsure != nil }
  }
}

/// A pair of the review queue.
package struct OpenReview: Sendable {
  /// The pair.
  package let pair: ReviewPair
  /// The id of the decision by which somebody was unsure of it; nil where nobody was asked.
  package let unsure: String?
}
