import PoolModel

/// Names without a legal form that two companies could go by.
///
/// "Quillfern" beside "Quillfern Care Ltd" and "Quillfern Fostering Ltd" may be either's: which of
/// them is paid under the bare name is for a person.
struct SharedNames {
  /// The edges with those of shared names held below what is merged without asking.
  static func held(_ edges: [MatchEdge], _ nodes: [NameNode]) -> [MatchEdge] {
    let isCompany = nodes.map { $0.form?.kind == .company }
    var companies: [Int32: [Int32]] = [:]
    var joined: Set<UInt64> = []
    for edge in edges where isMerge(edge) {
      switch (isCompany[Int(edge.left)], isCompany[Int(edge.right)]) {
      case (false, true): companies[edge.left, default: []].append(edge.right)
      case (true, false): companies[edge.right, default: []].append(edge.left)
      case (true, true): joined.insert(CandidateSurvey.key(edge.left, edge.right))
      case (false, false): break
      }
    }
    let shared = companies.filter { isShared($0.value, joined) }
    guard !shared.isEmpty else { return edges }
    return edges.map { edge in
      let isHeld =
        isMerge(edge) && isCompany[Int(edge.left)] != isCompany[Int(edge.right)]
        && shared[isCompany[Int(edge.left)] ? edge.right : edge.left] != nil
      guard isHeld else { return edge }
      return MatchEdge(edge.left, edge.right, permille: MatchBand.alone - 1, reason: edge.reason)
    }
  }

  private static func isMerge(_ edge: MatchEdge) -> Bool {
    edge.reason == .likeNames && edge.permille >= MatchBand.alone
  }

  /// Whether two of the companies are not one by their own names.
  private static func isShared(_ companies: [Int32], _ joined: Set<UInt64>) -> Bool {
    companies.indices.contains { place in
      companies[(place + 1)...].contains {
        !joined.contains(CandidateSurvey.key(companies[place], $0))
      }
    }
  }
}
