/// Which clusters hold payees that had which earlier ids.
struct RegistryClaims {
  /// A payee by all that tells one from another.
  struct Payee: Hashable {
    let publisher: String
    let name: String
    let identity: String

    init(_ member: ProviderRegistry.Member) {
      publisher = member.publisher
      name = member.name
      identity = member.identity
    }

    init(_ entry: RegistryEntry) {
      publisher = entry.publisher
      name = entry.name
      identity = entry.identity
    }
  }

  /// So many rows of a cluster are those of payees that had an id.
  struct Claim {
    let rows: Int
    let id: String
    let cluster: Int
  }

  private struct Spelling: Hashable {
    let publisher: String
    let name: String
  }

  private var ids: [Payee: Set<String>] = [:]
  private var payees: [Spelling: Set<Payee>] = [:]

  init(_ entries: [RegistryEntry]) {
    for entry in entries {
      let payee = Payee(entry)
      ids[payee, default: []].insert(entry.providerID)
      payees[Spelling(publisher: entry.publisher, name: entry.name), default: []].insert(payee)
    }
  }

  /// The claims of all clusters, those with the most rows first; of those with as many, the claim to
  /// the id at the cluster's place in `newIDs`.
  func claims(
    of clusters: [[ProviderRegistry.Member]], preferring newIDs: [String]
  ) -> [Claim] {
    guard !ids.isEmpty else { return [] }
    let present = Set(clusters.joined().map(Payee.init))
    var claims: [Claim] = []
    for (place, cluster) in clusters.enumerated() {
      var rows: [String: Int] = [:]
      for member in cluster {
        for id in earlierIDs(of: member, present) { rows[id, default: 0] += max(member.rows, 1) }
      }
      for (id, count) in rows { claims.append(Claim(rows: count, id: id, cluster: place)) }
    }
    func order(_ claim: Claim) -> (Int, Int, String, Int) {
      (-claim.rows, claim.id == newIDs[claim.cluster] ? 0 : 1, claim.id, claim.cluster)
    }
    return claims.sorted { order($0) < order($1) }
  }

  /// Whether all payees of a cluster had one id.
  func isOfOneProvider(_ cluster: [ProviderRegistry.Member]) -> Bool {
    guard let first = cluster.first, var shared = ids[Payee(first)] else { return false }
    for member in cluster.dropFirst() { shared.formIntersection(ids[Payee(member)] ?? []) }
    return !shared.isEmpty
  }

  /// The ids that a payee had.
  ///
  /// A name that comes with other identifiers than before keeps its id only where the old ones are
  /// gone and one id is all that the name ever had: otherwise it may be another body's.
  private func earlierIDs(
    of member: ProviderRegistry.Member, _ present: Set<Payee>
  ) -> Set<String> {
    if let known = ids[Payee(member)] { return known }
    let spelling = Spelling(publisher: member.publisher, name: member.name)
    guard let others = payees[spelling], present.isDisjoint(with: others) else { return [] }
    let found = others.reduce(into: Set<String>()) { $0.formUnion(ids[$1] ?? []) }
    return found.count == 1 ? found : []
  }
}
