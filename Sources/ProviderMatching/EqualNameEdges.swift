import PoolModel

/// The edges between nodes whose names are equal but for spelling rules, forms and numbers.
struct EqualNameEdges {
  /// More distinct forms and numbers under one name than this are not held against each other.
  private static let mostVariants = 24

  private(set) var edges: [MatchEdge] = []
  private let nodes: [NameNode]

  /// The edges within groups of nodes with one key; each group in order of nodes.
  init(_ nodes: [NameNode], groups: [[Int32]]) {
    self.nodes = nodes
    for group in groups where group.count > 1 { addGroup(group) }
  }

  private struct Variant {
    let head: Int32
    let form: LegalForm?
    let company: String
    let kind: ProviderKind
    let hasOrganisationWord: Bool
  }

  private mutating func addGroup(_ group: [Int32]) {
    var variants: [Variant] = []
    for place in group {
      let node = nodes[Int(place)]
      let (form, company) = (node.reading.form, node.identity.company)
      if let known = variants.first(where: { $0.form == form && $0.company == company }) {
        edges.append(MatchEdge(known.head, place, score: 985, reason: .equalName))
      } else if variants.count < EqualNameEdges.mostVariants {
        variants.append(
          Variant(
            head: place, form: form, company: company, kind: node.reading.kind,
            hasOrganisationWord: node.reading.flags.contains(.organisationWord)))
      }
    }
    for (place, left) in variants.enumerated() {
      for right in variants[(place + 1)...] { addPair(left, right, of: variants) }
    }
  }

  private mutating func addPair(_ left: Variant, _ right: Variant, of all: [Variant]) {
    guard let (score, reason) = verdict(left, right, all) else { return }
    edges.append(MatchEdge(left.head, right.head, score: score, reason: reason))
  }

  private func verdict(_ left: Variant, _ right: Variant, _ all: [Variant]) -> (Int, MatchReason)? {
    let companies = Set(all.map(\.company)).subtracting([""])
    if left.company != right.company {
      if !left.company.isEmpty, !right.company.isEmpty { return (700, .numbersDiffer) }
      if companies.count > 1 { return (700, .numberUnclear) }
    } else if !left.company.isEmpty {
      return (990, .companyNumber)
    }
    if left.form == right.form { return (980, .equalName) }
    return formVerdict(left, right, Set(all.compactMap(\.form)))
  }

  private func formVerdict(
    _ left: Variant, _ right: Variant, _ forms: Set<LegalForm>
  ) -> (Int, MatchReason)? {
    guard let one = left.form, let other = right.form else {
      let stated = left.form ?? right.form
      let bare = left.form == nil ? left : right
      if let stated, stated.isPublicBody,
        !bare.hasOrganisationWord || bare.kind != .unknown && bare.kind != stated.kind
      {
        return nil
      }
      return forms.filter { !$0.isOpen }.count > 1 ? (700, .formUnclear) : (972, .formLeftOut)
    }
    guard one.canBe(other) else { return one.kind == other.kind ? (700, .formsDiffer) : nil }
    let sorts = forms.filter { $0.kind == one.kind && !$0.isOpen }
    return sorts.count > 1 ? (700, .formUnclear) : (975, .formLeftOut)
  }
}
