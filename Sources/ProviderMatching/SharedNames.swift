import PoolModel

/// Names that two others could go by that are not one themselves.
///
/// "Quillfern" beside "Quillfern Care Ltd" and "Quillfern Fostering Ltd" may be either's, as may
/// "Marrow Helpers" beside "Northbeck Marrow Helpers" and "Thistle Marrow Helpers", or "Hospital of
/// South", which a column cut off, beside two hospitals, or "Northbeck Council" beside a county and a
/// borough. Which of them is paid under it is for a person. A name that another begins with is mostly
/// that of a body with several sites.
struct SharedNames {
  private let nodes: [NameNode]
  private let comparison: NameComparison
  private let isCompany: [Bool]
  /// The nodes that an edge merges two by two.
  private var joined: Set<UInt64> = []
  /// The fuller names that a bare one could stand for, by the bare one.
  private var companies: [Int32: [Int32]] = [:]
  private var tiers: [Int32: [Int32]] = [:]
  private var fuller: [Int32: [Int32]] = [:]

  /// The edges with those of shared names held below what is merged without asking.
  static func held(
    _ edges: [MatchEdge], _ nodes: [NameNode], _ comparison: NameComparison
  ) -> [MatchEdge] {
    let names = SharedNames(edges, nodes, comparison)
    let (companies, tiers) = (names.shared(names.companies), names.shared(names.tiers))
    let fuller = names.shared(names.fuller)
    guard !companies.isEmpty || !tiers.isEmpty || !fuller.isEmpty else { return edges }
    return edges.map { edge in
      let isHeld =
        isMerge(edge)
        && [(edge.left, edge.right), (edge.right, edge.left)].contains { bare, other in
          companies.contains(bare) && names.isCompany(bare, other)
            || tiers.contains(bare) && names.leavesTierOpen(bare, other)
            || fuller.contains(bare) && names.saysMore(bare, other)
        }
      guard isHeld else { return edge }
      return MatchEdge(edge.left, edge.right, permille: MatchBand.alone - 1, reason: edge.reason)
    }
  }

  private init(_ edges: [MatchEdge], _ nodes: [NameNode], _ comparison: NameComparison) {
    self.nodes = nodes
    self.comparison = comparison
    isCompany = nodes.map { $0.form.isCompany }
    for edge in edges where SharedNames.isMerge(edge) {
      joined.insert(CandidateSurvey.key(edge.left, edge.right))
      for (bare, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
        if isCompany(bare, other) { companies[bare, default: []].append(other) }
        if leavesTierOpen(bare, other) { tiers[bare, default: []].append(other) }
        if saysMore(bare, other) { fuller[bare, default: []].append(other) }
      }
    }
  }

  private static func isMerge(_ edge: MatchEdge) -> Bool {
    edge.reason == .likeNames && edge.permille >= MatchBand.alone
  }

  private func isCompany(_ bare: Int32, _ other: Int32) -> Bool {
    !isCompany[Int(bare)] && isCompany[Int(other)]
  }

  private func leavesTierOpen(_ bare: Int32, _ other: Int32) -> Bool {
    guard let form = nodes[Int(other)].form, form.kind == .council, !form.isOpen else {
      return false
    }
    return nodes[Int(bare)].form == .council
  }

  /// Whether a name has words before another's that tell something, or goes on where that was cut.
  private func saysMore(_ bare: Int32, _ other: Int32) -> Bool {
    let (short, long) = (entry(bare), entry(other))
    return saysMore(short.text, long)
      || catalogue.aliases(of: short).contains { saysMore($0.text, long) }
  }

  private func saysMore(_ short: NameEntry.Text, _ long: NameEntry) -> Bool {
    guard short.letterCount < long.text.letterCount else { return false }
    let found = comparison.alignment(short, long.text)
    guard found.leftRest == 0 else { return false }
    if catalogue.letters(of: long.text).starts(with: catalogue.letters(of: short)) {
      return !found.isSpelledAlike
    }
    let rest = NameRest(found.right, found.rightRest, catalogue.table.known, isNHS: false)
    switch rest.sort {
    case .nothing, .common, .commons: return false
    default: return true
    }
  }

  private var catalogue: NameCatalogue { comparison.catalogue }

  private func entry(_ node: Int32) -> NameEntry { catalogue.entries[Int(nodes[Int(node)].entry)] }

  /// The bare names for which two of the fuller ones are not one by their own names.
  private func shared(_ names: [Int32: [Int32]]) -> Set<Int32> {
    Set(
      names.filter { _, others in
        others.indices.contains { place in
          others[(place + 1)...].contains {
            !joined.contains(CandidateSurvey.key(others[place], $0))
          }
        }
      }.keys)
  }
}
