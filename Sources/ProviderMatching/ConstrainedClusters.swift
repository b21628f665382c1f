import PoolModel

/// Joins nodes along edges, best first, and refuses every join that would put into one cluster what
/// cannot be one body.
struct ConstrainedClusters {
  /// What is known of a cluster that a join must respect.
  private struct Facts {
    var companies: Set<String>
    var charities: Set<String>
    var organisations: Set<String>
    var forms: UInt32
    var conflictingForms: UInt32
    /// The federation that a name is of, and which member; 0 and empty for none.
    var brand: Int32
    var branch: [Int32]
    /// Nodes that a decision keeps out.
    var barred: [Int32]

    /// What forbids that both are one body; nil where nothing does.
    func refusal(of other: Facts) -> RefusedMerge.Reason? {
      // A decision may have joined two numbers; each of them belongs from then on.
      let sharesCompany = !companies.isDisjoint(with: other.companies)
      if !companies.isEmpty, !other.companies.isEmpty, !sharesCompany { return .companyNumbers }
      if !sharesCompany, !charities.isEmpty, !other.charities.isEmpty,
        charities.isDisjoint(with: other.charities)
      {
        return .charityNumbers
      }
      if !organisations.isEmpty, !other.organisations.isEmpty,
        organisations.isDisjoint(with: other.organisations)
      {
        return .bodies
      }
      if brand != 0, brand == other.brand, !isOneMember(other), !sharesCompany {
        return .federation
      }
      return forms & other.conflictingForms != 0 && !sharesCompany ? .legalForms : nil
    }

    /// The members of a federation are bodies of their own, each with its place.
    private func isOneMember(_ other: Facts) -> Bool {
      let (short, long) =
        branch.count <= other.branch.count ? (branch, other.branch) : (other.branch, branch)
      return Set(short).isSubset(of: long)
    }

    mutating func take(_ other: Facts) {
      companies.formUnion(other.companies)
      charities.formUnion(other.charities)
      organisations.formUnion(other.organisations)
      forms |= other.forms
      conflictingForms |= other.conflictingForms
      if brand == 0 || brand == other.brand && branch.count < other.branch.count {
        branch = other.branch
        brand = other.brand
      }
      barred += other.barred
    }
  }

  /// A join that was not made.
  struct Refusal {
    let edge: MatchEdge
    let reason: RefusedMerge.Reason
  }

  private var sets: DisjointSets
  private var facts: [Facts]
  /// The joins that were not made, the best edges first.
  private(set) var refusals: [Refusal] = []

  /// Every node in a cluster of its own; `barred` are pairs of nodes that must stay apart.
  init(_ nodes: [NameNode], _ catalogue: NameCatalogue, barred: [(Int32, Int32)]) {
    sets = DisjointSets(count: nodes.count)
    facts = nodes.map { node in
      let form = node.form
      let entry = catalogue.entries[Int(node.entry)]
      return Facts(
        companies: node.identity.company.isEmpty ? [] : [node.identity.company],
        charities: node.identity.charity.isEmpty ? [] : [node.identity.charity],
        organisations: node.organisation.map { [$0.id] } ?? [], forms: form?.bit ?? 0,
        conflictingForms: form?.conflictingBits ?? 0, brand: entry.brand,
        branch: catalogue.branch(of: entry),
        barred: [])
    }
    for (left, right) in barred {
      facts[Int(left)].barred.append(right)
      facts[Int(right)].barred.append(left)
    }
  }

  /// Joins what the edges that are good enough allow, the best first.
  ///
  /// Decisions join whatever the names and numbers say.
  mutating func join(
    _ edges: [MatchEdge], _ merging: MatchBand.Merging, support: ClusterSupport
  ) {
    var support = support
    for edge in edges.sorted() where edge.permille >= merging.permille {
      let (left, right) = (sets.root(of: edge.left), sets.root(of: edge.right))
      guard left != right else { continue }
      if let reason = refusal(of: edge, left, right, merging, support) {
        refusals.append(Refusal(edge: edge, reason: reason))
        continue
      }
      guard let (kept, gone) = sets.join(left, right) else { continue }
      support.join(kept, gone)
      facts[Int(kept)].take(facts[Int(gone)])
      facts[Int(gone)].barred = []
    }
  }

  /// Why two clusters must not become one; nil where nothing stands against it.
  private mutating func refusal(
    of edge: MatchEdge, _ left: Int32, _ right: Int32, _ merging: MatchBand.Merging,
    _ support: ClusterSupport
  ) -> RefusedMerge.Reason? {
    if areBarred(left, right) { return .decision }
    if edge.reason != .decision, let reason = facts[Int(left)].refusal(of: facts[Int(right)]) {
      return reason
    }
    return edge.reason == .likeNames ? support.refusal(left, right, in: &sets, merging) : nil
  }

  /// The node that stands for a node's cluster.
  mutating func cluster(of node: Int32) -> Int32 { sets.root(of: node) }

  /// Whether a decision keeps two clusters apart.
  mutating func areBarred(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (sets.root(of: left), sets.root(of: right))
    for node in facts[Int(one)].barred where sets.root(of: node) == other { return true }
    return false
  }
}
