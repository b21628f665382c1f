import PoolModel

/// Says how two names are read and what speaks for their being one body.
extension ProviderMatcher {
  /// One line a step, for `weir providers explain`.
  ///
  /// - Parameters:
  ///   - left: a name as published.
  ///   - right: another.
  ///   - mentions: the payees of the last run, over which the path from one to the other is sought;
  ///     without them the two names alone are compared.
  /// - Returns: how each name is read, the weights, the verdict, and the path.
  package func explain(
    _ left: String, _ right: String, among mentions: [PayeeMention] = []
  ) -> [String] {
    explain(
      PayeeMention(publisher: "first", supplier: SupplierMention(name: left)),
      PayeeMention(publisher: "second", supplier: SupplierMention(name: right)),
      among: mentions)
  }

  /// The same of two payees with their identifiers.
  package func explain(
    _ left: PayeeMention, _ right: PayeeMention, among mentions: [PayeeMention] = []
  ) -> [String] {
    let lines = describe(left.supplier.name) + describe(right.supplier.name)
    let pair = [left, right]
    let matched = MatchedNames(self, pair)
    let collection = matched.collection
    guard collection.classIDs.isEmpty else {
      return lines + ["individuals, redacted and unnamed payees are never matched"]
    }
    let nodes = collection.nodes
    guard nodes.count == 2 else { return lines + ["both names are written alike: one provider"] }
    var clusters = matched.clusters
    return lines + evidence(nodes, collection.catalogue) + verdict(matched.graph, &clusters)
      + MatchPath(self, mentions).lines(from: left.supplier.name, to: right.supplier.name)
  }

  /// What each level weighs, the sum, and what is missing or to spare.
  private func evidence(_ nodes: [NameNode], _ catalogue: NameCatalogue) -> [String] {
    let (left, right) = (
      catalogue.entries[Int(nodes[0].entry)], catalogue.entries[Int(nodes[1].entry)]
    )
    guard nodes[0].entry != nodes[1].entry else { return ["the names read alike"] }
    let scoring = PairScoring(
      comparison: NameComparison(catalogue: catalogue), model: model)
    guard let found = scoring.best(left, right) else {
      return ["forms or members of a federation that exclude each other"]
    }
    var lines: [String] = []
    for aspect in EvidenceAspect.allCases {
      let weight = model.weight(of: found.levels[aspect], aspect)
      guard weight != 0 else { continue }
      lines.append(
        "\(aspect.name) \(aspect.levels[found.levels[aspect]]): \(ProviderMatcher.bits(weight))")
    }
    let kind = PairScoring.kind(left, right)
    lines.append(
      "start \(ProviderMatcher.bits(model.start)), sum \(ProviderMatcher.bits(found.score)): "
        + "\(found.permille) of 1000 such pairs (\(kind.rawValue)) are one")
    if let ground = found.ground { lines.append("held for one: \(ground.explanation)") }
    if let limit = found.limit {
      lines.append("never merged without asking: \(limit.explanation)")
    } else if found.ground == nil, let from = model.score(ofPermille: MatchBand.alone, kind: kind) {
      let rest = found.score - from
      lines.append(
        rest >= 0
          ? "another \(ProviderMatcher.bits(-rest - 1)) would keep them apart"
          : "another \(ProviderMatcher.bits(-rest)) would merge them")
    }
    return lines
  }

  /// Such as `+1.83 bits`.
  private static func bits(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "+")\(whole).\(rest < 10 ? "0" : "")\(rest) bits"
  }

  private func verdict(_ graph: NameGraph, _ clusters: inout ConstrainedClusters) -> [String] {
    let told = graph.edges.sorted().filter { $0.reason != .likeNames }.map {
      "\($0.reason.rawValue): \($0.permille) of 1000"
    }
    if clusters.cluster(of: 0) == clusters.cluster(of: 1) { return told + ["one provider"] }
    if clusters.areBarred(0, 1) { return told + ["two providers: a decision says so"] }
    guard let best = graph.edges.map(\.permille).max(), best >= MatchBand.review else {
      return told + ["two providers: too little speaks for one"]
    }
    guard best < MatchBand.alone else {
      return told + clusters.refusals.prefix(1).map(\.reason.line) + ["for review"]
    }
    return told + [
      "for review: below \(MatchBand.alone) of 1000 names are not merged without asking"
    ]
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
