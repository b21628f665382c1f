package import MappingTables
package import PoolModel

/// Finds the one provider behind each payee's name of a run.
///
/// The result depends on the mentions and on the registry only, never on their order.
package struct ProviderMatcher: Sendable {
  let reader: NameReader
  let decisions: DecisionBook
  let kinds: PayeeKinds
  let bodies: BodyResolver
  let rarity: WordRarity
  let model: MatchModel
  private let wordDigest: ReadingDigest

  /// How many threads work where nothing else is asked for: one a core.
  package static var usualThreads: Int { Concurrently.usualThreads }

  /// A matcher with the tables of a workspace.
  package init(_ mappings: MappingSet) {
    self.init(
      words: mappings.providerWords, decisions: mappings.providerDecisions,
      organisations: mappings.organisations.values.sorted { $0.id < $1.id },
      rarity: WordRarity(mappings.providerWordCounts),
      model: MatchModel(weights: mappings.evidenceWeights, bands: mappings.evidenceBands))
  }

  /// A matcher with these tables.
  package init(
    words: [ProviderWord], decisions: [ProviderDecision], organisations: [Organisation],
    rarity: WordRarity, model: MatchModel
  ) {
    reader = NameReader(words: words)
    wordDigest = ReadingDigest(words)
    self.rarity = rarity
    self.model = model
    let book = DecisionBook(decisions, organisations: organisations)
    self.decisions = book
    kinds = PayeeKinds(reader: reader, decisions: book)
    bodies = BodyResolver(organisations: organisations, reader: reader)
  }

  init(_ other: ProviderMatcher, model: MatchModel) {
    reader = other.reader
    wordDigest = other.wordDigest
    decisions = other.decisions
    kinds = other.kinds
    bodies = other.bodies
    rarity = other.rarity
    self.model = model
  }

  /// Finds the provider of each mention.
  ///
  /// - Parameters:
  ///   - mentions: the distinct mentions of all publishers.
  ///   - registry: what the run before gave as ``MatchResult/registry``.
  ///   - merging: which pairs are merged without asking.
  ///   - known: what an earlier run kept, or ``nothingKnown``; nil where nothing is to be kept. The
  ///     result does not depend on it, apart from ``MatchResult/known`` and how much was compared.
  ///   - threads: how many threads read and compare names; the result does not depend on it.
  /// - Returns: ids in the order of the mentions, the providers, what to decide and what to keep.
  package func match(
    _ mentions: [PayeeMention], registry: [RegistryEntry],
    merging: MatchBand.Merging = .alone, known: KnownNames? = nil,
    threads: Int = ProviderMatcher.usualThreads
  ) -> MatchResult {
    var result = MatchResult()
    // What was worked out by other tables counts for nothing.
    let known = known.map { $0.tables == tables ? $0 : nothingKnown }
    let matched = MatchedNames(self, mentions, merging: merging, known: known, threads: threads)
    let (collection, graph) = (matched.collection, matched.graph)
    let nodes = collection.nodes
    var clusters = matched.clusters

    let members = grouped(nodes, &clusters)
    let outcome = ProviderRegistry(earlier: registry).ids(
      for: members.map { self.members($0, nodes, mentions, collection.catalogue) })
    var nodeIDs = [String](repeating: "", count: nodes.count)
    for (group, id) in zip(members, outcome.ids) { for node in group { nodeIDs[Int(node)] = id } }

    fill(&result, nodes, nodeIDs, collection.classIDs, mentions.count)
    result.providers += zip(members, outcome.ids).map { provider($0, $1, nodes) }
    result.providers.sort { $0.id < $1.id }
    result.registry = outcome.entries
    result.retired = outcome.retired
    result.splits = outcome.splits
    result.droppedPairs = graph.likeNames.droppedPairs
    result.comparedPairs = graph.likeNames.comparedPairs
    result.known = known.map { _ in
      KnownNames(
        tables: tables, names: collection.readings, collection.catalogue, graph.likeNames)
    }
    result.reviews = ReviewPairs(
      ReviewQueue(nodes: nodes, mentions: mentions).questions(graph.edges, &clusters),
      mentions, ids: result.providerIDs)
    result.refusals = RefusedMerges(nodes: nodes, ids: nodeIDs).merges(&clusters)
    result.findings =
      decisions.findings + StatedIdentifiers.findings(collection.faults)
      + ReviewQueue.findings(result.reviews)
    return result
  }

  /// What a first run knows: nothing, by the tables of this matcher.
  package var nothingKnown: KnownNames { KnownNames(tables: tables) }

  private var tables: ReadingDigest {
    ReadingDigest(of: [wordDigest, rarity.digest, model.digest])
  }

  /// The body of `organisations.csv` that a payee is whatever the day: what was decided, else what the
  /// name means.
  func organisation(of reading: PayeeName, _ mention: PayeeMention) -> Organisation? {
    decisions.body(publisher: mention.publisher, name: mention.supplier.name)
      .flatMap { bodies.body(withID: $0) } ?? bodies.organisation(read: reading, on: nil)
  }

  /// The nodes of each cluster, in order of their first nodes.
  private func grouped(_ nodes: [NameNode], _ clusters: inout ConstrainedClusters) -> [[Int32]] {
    var places: [Int32: Int] = [:]
    var groups: [[Int32]] = []
    for node in nodes.indices {
      let root = clusters.cluster(of: Int32(node))
      if let place = places[root] {
        groups[place].append(Int32(node))
      } else {
        places[root] = groups.count
        groups.append([Int32(node)])
      }
    }
    return groups
  }

  private func members(
    _ group: [Int32], _ nodes: [NameNode], _ mentions: [PayeeMention], _ catalogue: NameCatalogue
  ) -> [ProviderRegistry.Member] {
    group.flatMap { node in
      let node = nodes[Int(node)]
      let core = String(
        decoding: catalogue.letters(of: catalogue.entries[Int(node.entry)].text), as: UTF8.self)
      return node.mentions.map { place in
        let mention = mentions[Int(place)]
        return ProviderRegistry.Member(
          publisher: mention.publisher, name: mention.supplier.name,
          identity: mention.identity, rows: mention.tally.rows, core: core)
      }
    }
  }

  private func fill(
    _ result: inout MatchResult, _ nodes: [NameNode], _ nodeIDs: [String],
    _ classIDs: [Int32: String], _ count: Int
  ) {
    result.providerIDs = [String](repeating: "", count: count)
    result.organisationIDs = [String?](repeating: nil, count: count)
    for (place, id) in classIDs { result.providerIDs[Int(place)] = id }
    for (node, id) in nodeIDs.enumerated() {
      let organisation = nodes[node].organisation?.id
      for place in nodes[node].mentions {
        result.providerIDs[Int(place)] = id
        result.organisationIDs[Int(place)] = organisation
      }
    }
    result.providers = Set(classIDs.values).compactMap(PayeeClass.withID)
  }

  /// The provider of a cluster, named by the spelling that most money goes under.
  private func provider(_ group: [Int32], _ id: String, _ nodes: [NameNode]) -> Provider {
    if group.count == 1, nodes[Int(group[0])].organisation == nil {
      let kind = nodes[Int(group[0])].kind
      return Provider(
        id: id, name: nodes[Int(group[0])].identity.name,
        kind: kind == .individual ? .unknown : kind)
    }
    let members = group.map { nodes[Int($0)] }
    var tallies: [String: RowTally] = [:]
    for node in members { tallies[node.identity.name, default: RowTally()] += node.tally }
    let name = tallies.min {
      ($1.value.amount.magnitude, $1.value.rows, $0.key)
        < ($0.value.amount.magnitude, $0.value.rows, $1.key)
    }?.key
    let kinds = members.compactMap { $0.organisation.flatMap(bodies.kind) }
    let read = members.map(\.kind).filter { $0 != .unknown && $0 != .individual }
    let kind = kinds.first ?? ProviderMatcher.mostFrequent(read) ?? .unknown
    return Provider(id: id, name: name ?? "", kind: kind)
  }

  private static func mostFrequent(_ kinds: [ProviderKind]) -> ProviderKind? {
    var counts: [ProviderKind: Int] = [:]
    for kind in kinds { counts[kind, default: 0] += 1 }
    return counts.min { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }?.key
  }
}
