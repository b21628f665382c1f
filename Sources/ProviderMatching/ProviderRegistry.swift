/// Gives clusters their ids: those of the earlier runs where they can be kept, new ones otherwise.
struct ProviderRegistry {
  /// A cluster's spelling in one publisher's exports, with its rows.
  struct Member: Hashable {
    let publisher: String
    let name: String
    var identity = ""
    let rows: Int
    /// The letters that name the body, whatever the spelling; empty where none do.
    var core = ""
  }

  /// The ids in order of the clusters, and the new state of the registry.
  struct Outcome {
    let ids: [String]
    let entries: [RegistryEntry]
    let retired: [RetiredProviderID]
    let splits: [SplitProviderID]
  }

  let earlier: [RegistryEntry]

  /// Gives each cluster an id.
  ///
  /// An earlier id goes to the cluster with most rows of the payees that had it, the largest of such
  /// claims first, and of two that are as large the one to the id that the cluster would get were it
  /// new. A cluster that gets none of those gets back an id that its payees had before a
  /// merge, else a new one. Where a merge is undone, the payees that had the id all along come before
  /// those that were merged into it.
  ///
  /// - Parameter clusters: their members; the order must not depend on that of the input.
  /// - Returns: the ids in the same order, with the registry to keep.
  func ids(for clusters: [[Member]]) -> Outcome {
    let current = earlier.filter { !$0.isFormer }
    let live = Set(current.map(\.providerID))
    var ids = [String](repeating: "", count: clusters.count)
    let newIDs = clusters.map {
      ProviderRegistry.newID(for: ProviderRegistry.key(of: $0), taken: [])
    }
    let claims = RegistryClaims(current).claims(of: clusters, preferring: newIDs)
    var given: Set<String> = []
    func give(_ claim: RegistryClaims.Claim) {
      guard ids[claim.cluster].isEmpty, given.insert(claim.id).inserted else { return }
      ids[claim.cluster] = claim.id
    }
    let former = RegistryClaims(
      earlier.filter { $0.isFormer && !live.contains($0.providerID) })
    let isMergedAway = clusters.map(former.isOfOneProvider)
    for claim in claims where !isMergedAway[claim.cluster] { give(claim) }
    for claim in claims where isMergedAway[claim.cluster] { give(claim) }
    for claim in former.claims(of: clusters, preferring: newIDs) { give(claim) }
    giveNewIDs(to: clusters, &ids)
    let retired = retired(claims: claims, ids: ids, given: given)
    return Outcome(
      ids: ids, entries: entries(clusters, ids, retired), retired: retired,
      splits: splits(claims: claims, ids: ids))
  }

  /// A new id follows from what names the body and not from who pays it or how it is spelt first, so
  /// that it is the same whichever exports come first.
  private func giveNewIDs(to clusters: [[Member]], _ ids: inout [String]) {
    var taken = Set(earlier.map(\.providerID))
    let keys = clusters.map(ProviderRegistry.key)
    let smallest = clusters.map(ProviderRegistry.smallestMember)
    let order = clusters.indices.sorted { (keys[$0], smallest[$0]) < (keys[$1], smallest[$1]) }
    for cluster in order where ids[cluster].isEmpty {
      let id = ProviderRegistry.newID(for: keys[cluster], taken: taken)
      taken.insert(id)
      ids[cluster] = id
    }
  }

  /// What the id of a cluster follows from where it is new.
  private static func key(of cluster: [Member]) -> String {
    cluster.map(\.core).filter { !$0.isEmpty }.min() ?? smallestMember(of: cluster)
  }

  private static func smallestMember(of cluster: [Member]) -> String {
    cluster.map { "\($0.publisher)\u{1F}\($0.name)\u{1F}\($0.identity)" }.min() ?? ""
  }

  /// The ids that clusters claimed and none got, each with that of the cluster with most of its rows.
  private func retired(
    claims: [RegistryClaims.Claim], ids: [String], given: Set<String>
  ) -> [RetiredProviderID] {
    var into: [String: String] = [:]
    for claim in claims where !given.contains(claim.id) && into[claim.id] == nil {
      into[claim.id] = ids[claim.cluster]
    }
    return into.sorted { $0.key < $1.key }.map {
      RetiredProviderID(id: $0.key, mergedInto: $0.value)
    }
  }

  /// The clusters whose payees had ids, none of which the cluster got: each with the id that most of
  /// its rows had.
  private func splits(claims: [RegistryClaims.Claim], ids: [String]) -> [SplitProviderID] {
    var first: [Int: String] = [:]
    var kept: Set<Int> = []
    for claim in claims {
      if first[claim.cluster] == nil { first[claim.cluster] = claim.id }
      if ids[claim.cluster] == claim.id { kept.insert(claim.cluster) }
    }
    return first.filter { !kept.contains($0.key) }
      .map { SplitProviderID(id: ids[$0.key], splitFrom: $0.value) }
      .sorted { $0.id < $1.id }
  }

  /// The spellings of this run, those of earlier runs that did not occur in it, and those that had
  /// ids which are no longer given.
  private func entries(
    _ clusters: [[Member]], _ ids: [String], _ retired: [RetiredProviderID]
  ) -> [RegistryEntry] {
    var entries: [RegistryEntry] = []
    // Entries that come in order, but for those of earlier runs, are quickly sorted.
    for cluster in clusters.indices.sorted(by: { ids[$0] < ids[$1] }) {
      let own = clusters[cluster].map { member in
        RegistryEntry(
          providerID: ids[cluster], publisher: member.publisher, name: member.name,
          identity: member.identity)
      }
      entries += own.count > 1 ? own.sorted() : own
    }
    if !earlier.isEmpty { addEarlier(to: &entries, clusters, retired) }
    // Places are sorted, as moving the entries themselves takes longer than comparing them.
    let order = entries.indices.sorted { entries[$0] < entries[$1] }
    var sorted: [RegistryEntry] = []
    sorted.reserveCapacity(order.count)
    for place in order where sorted.last != entries[place] { sorted.append(entries[place]) }
    return sorted
  }

  /// Adds the spellings of earlier runs that did not occur in this one, and those with former ids.
  private func addEarlier(
    to entries: inout [RegistryEntry], _ clusters: [[Member]], _ retired: [RetiredProviderID]
  ) {
    let seen = Set(clusters.joined().map(RegistryClaims.Payee.init))
    let forwards = Dictionary(
      retired.map { ($0.id, $0.mergedInto) }, uniquingKeysWith: { first, _ in first })
    for entry in earlier where !entry.isFormer {
      let into = forwards[entry.providerID]
      if into != nil { entries.append(entry.former) }
      if !seen.contains(RegistryClaims.Payee(entry)) {
        entries.append(entry.under(into ?? entry.providerID))
      }
    }
    let live = Set(entries.filter { !$0.isFormer }.map(\.providerID))
    entries += earlier.filter { $0.isFormer && !live.contains($0.providerID) }
  }

  /// `P-` and eight characters that no id has yet.
  static func newID(for key: String, taken: Set<String>) -> String {
    StableHash.id("P-", for: key, taken: taken)
  }
}
