/// One spelling that a provider was known under in an earlier run.
package struct RegistryEntry: Hashable, Comparable, Sendable {
  /// The id that it was given.
  package let providerID: String
  /// The publisher's slug.
  package let publisher: String
  /// As published.
  package let name: String
  /// The identifiers that stood with the name, as ``PayeeMention/identity`` gives them: one
  /// publisher can pay two bodies under one name.
  package let identity: String

  /// An entry of the registry.
  package init(providerID: String, publisher: String, name: String, identity: String = "") {
    self.providerID = providerID
    self.publisher = publisher
    self.name = name
    self.identity = identity
  }

  /// In order of provider, publisher, name and identifiers.
  package static func < (left: RegistryEntry, right: RegistryEntry) -> Bool {
    (left.providerID, left.publisher, left.name, left.identity)
      < (right.providerID, right.publisher, right.name, right.identity)
  }
}

/// An id that is no longer given, with the one that took its place.
package struct RetiredProviderID: Hashable, Sendable {
  /// The id that was given before.
  package let id: String
  /// The id that took its place.
  package let mergedInto: String
}

/// Gives clusters their ids: those of the earlier runs where they can be kept, new ones otherwise.
struct ProviderRegistry {
  /// A cluster's spelling in one publisher's exports, with its rows.
  struct Member: Hashable {
    let publisher: String
    let name: String
    var identity = ""
    let rows: Int
  }

  /// The ids in order of the clusters, and the new state of the registry.
  struct Outcome {
    let ids: [String]
    let entries: [RegistryEntry]
    let retired: [RetiredProviderID]
  }

  private struct Spelling: Hashable {
    let publisher: String
    let name: String
  }

  /// An earlier id with the identifiers that stood with the spelling.
  private struct Known {
    let id: String
    let identity: String
  }

  private struct Claim {
    let rows: Int
    let id: String
    let cluster: Int
  }

  let earlier: [RegistryEntry]

  /// Gives each cluster an id.
  ///
  /// - Parameter clusters: their members; the order must not depend on that of the input.
  /// - Returns: the ids in the same order, with the registry to keep.
  func ids(for clusters: [[Member]]) -> Outcome {
    var ids = [String](repeating: "", count: clusters.count)
    let claims = claims(of: clusters)
    var given: Set<String> = []
    for claim in claims where ids[claim.cluster].isEmpty && !given.contains(claim.id) {
      ids[claim.cluster] = claim.id
      given.insert(claim.id)
    }
    var taken = Set(earlier.map(\.providerID))
    let smallest = clusters.map { cluster in
      cluster.map { "\($0.publisher)\u{1F}\($0.name)\u{1F}\($0.identity)" }.min() ?? ""
    }
    for cluster in clusters.indices.sorted(by: { smallest[$0] < smallest[$1] })
    where ids[cluster].isEmpty {
      let id = ProviderRegistry.newID(for: smallest[cluster], taken: taken)
      taken.insert(id)
      ids[cluster] = id
    }
    let retired = retired(claims: claims, ids: ids, given: given)
    return Outcome(ids: ids, entries: entries(clusters, ids, retired), retired: retired)
  }

  /// Which cluster holds how many rows of which earlier id, the most first.
  private func claims(of clusters: [[Member]]) -> [Claim] {
    var known: [Spelling: [Known]] = [:]
    for entry in Set(earlier).sorted() {
      known[Spelling(publisher: entry.publisher, name: entry.name), default: []]
        .append(Known(id: entry.providerID, identity: entry.identity))
    }
    var claims: [Claim] = []
    for (place, cluster) in clusters.enumerated() {
      var rows: [String: Int] = [:]
      for member in cluster {
        // A name with the same identifiers counts twice: where two bodies share it, each keeps its
        // own id, and a name that has gained an identifier still keeps the id it had.
        for entry in known[Spelling(publisher: member.publisher, name: member.name)] ?? [] {
          rows[entry.id, default: 0] +=
            max(member.rows, 1) * (entry.identity == member.identity ? 2 : 1)
        }
      }
      for (id, count) in rows { claims.append(Claim(rows: count, id: id, cluster: place)) }
    }
    return claims.sorted { ($1.rows, $0.id, $0.cluster) < ($0.rows, $1.id, $1.cluster) }
  }

  private func retired(
    claims: [Claim], ids: [String], given: Set<String>
  ) -> [RetiredProviderID] {
    var into: [String: String] = [:]
    for claim in claims where !given.contains(claim.id) && into[claim.id] == nil {
      into[claim.id] = ids[claim.cluster]
    }
    return into.sorted { $0.key < $1.key }.map {
      RetiredProviderID(id: $0.key, mergedInto: $0.value)
    }
  }

  /// The spellings of this run, and those of earlier runs that did not occur in it.
  private func entries(
    _ clusters: [[Member]], _ ids: [String], _ retired: [RetiredProviderID]
  ) -> [RegistryEntry] {
    var entries: Set<RegistryEntry> = []
    var seen: Set<Spelling> = []
    for (cluster, id) in zip(clusters, ids) {
      for member in cluster {
        seen.insert(Spelling(publisher: member.publisher, name: member.name))
        entries.insert(
          RegistryEntry(
            providerID: id, publisher: member.publisher, name: member.name,
            identity: member.identity))
      }
    }
    let forwards = Dictionary(
      retired.map { ($0.id, $0.mergedInto) }, uniquingKeysWith: { first, _ in first })
    for entry in earlier
    where !seen.contains(Spelling(publisher: entry.publisher, name: entry.name)) {
      entries.insert(
        RegistryEntry(
          providerID: forwards[entry.providerID] ?? entry.providerID, publisher: entry.publisher,
          name: entry.name, identity: entry.identity))
    }
    return entries.sorted()
  }

  /// `P-` and eight characters that no id has yet.
  static func newID(for key: String, taken: Set<String>) -> String {
    var hash = StableHash.of(key.utf8)
    while true {
      let id = "P-" + crockford(hash)
      if !taken.contains(id) { return id }
      hash &+= 1 << 24
    }
  }

  // Crockford's alphabet leaves out I, L, O and U, so that ids can be read out and typed.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The upper 40 bits as eight characters.
  private static func crockford(_ hash: UInt64) -> String {
    String((0..<8).map { alphabet[Int(hash >> UInt64(59 - 5 * $0)) & 31] })
  }
}
