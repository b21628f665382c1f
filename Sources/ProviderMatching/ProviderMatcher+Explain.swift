import PoolModel

/// Says how two names are read and what speaks for their being one body.
extension ProviderMatcher {
  /// One line a step, for `weir providers explain`.
  ///
  /// The rarity of words is that of these two names alone, so that a run over all names can come
  /// to a lower score.
  package func explain(_ left: String, _ right: String) -> [String] {
    var lines = describe(left) + describe(right)
    let mentions = [left, right].enumerated().map { place, name in
      PayeeMention(
        publisher: place == 0 ? "first" : "second", supplier: SupplierMention(name: name))
    }
    var collection = MentionCollection(self)
    for (place, mention) in mentions.enumerated() { collection.add(mention, at: Int32(place)) }
    guard collection.classIDs.isEmpty else {
      return lines + ["individuals, redacted and unnamed payees are never matched"]
    }
    let nodes = collection.sortedNodes()
    guard nodes.count == 2 else { return lines + ["both names are written alike: one provider"] }
    var graph = NameGraph(nodes, collection.catalogue, mentions: mentions, model: model)
    graph.addDecisions(decisions, mentions: mentions)
    for edge in graph.edges.sorted() {
      lines.append("\(edge.reason.rawValue): \(edge.permille) of 1000")
    }
    var clusters = ConstrainedClusters(nodes, collection.catalogue, barred: graph.barred)
    clusters.join(
      graph.edges, .alone,
      support: ClusterSupport(nodes, collection.catalogue, graph.edges))
    return lines + [verdict(graph, &clusters)]
  }

  private func verdict(_ graph: NameGraph, _ clusters: inout ConstrainedClusters) -> String {
    if clusters.cluster(of: 0) == clusters.cluster(of: 1) { return "one provider" }
    if clusters.areBarred(0, 1) { return "two providers: a decision says so" }
    guard let best = graph.edges.map(\.permille).max(), best >= MatchBand.review else {
      return "two providers: nothing speaks for one"
    }
    return best >= MatchBand.alone
      ? "for review: numbers, forms or bodies of organisations.csv forbid what the names suggest"
      : "for review: below \(MatchBand.alone) names are not merged without asking"
  }

  private func describe(_ name: String) -> [String] {
    let read = kinds.settled(reader.read(name), name: name, publisher: "")
    guard read.kind != .individual, read.kind != .redacted else {
      let rules = read.rules.isEmpty ? "" : " (\(read.rules.joined(separator: ", ")))"
      return ["a name is read as \(read.kind.rawValue)\(rules)"]
    }
    var parts = ["words: \(read.core.joined(separator: " "))", "kind: \(read.kind.rawValue)"]
    if let form = read.form { parts.append("form: \(form.rawValue)") }
    for alias in read.aliases {
      parts.append("\(alias.role.rawValue): \(alias.core.joined(separator: " "))")
    }
    if !read.acronym.isEmpty { parts.append("acronym: \(read.acronym)") }
    if !read.brand.isEmpty { parts.append("federation: \(read.brand)") }
    if !read.rules.isEmpty { parts.append("rules: \(read.rules.joined(separator: ", "))") }
    return ["\(name.quotedForMessage): " + parts.joined(separator: "; ")]
  }
}
