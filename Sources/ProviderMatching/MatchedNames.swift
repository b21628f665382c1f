import PoolModel

/// The names of a run, compared and joined: what every answer about them starts from.
struct MatchedNames {
  let collection: MentionCollection
  let graph: NameGraph
  let clusters: ConstrainedClusters

  /// Reads, compares and joins mentions, with what `ProviderMatcher.match` was given.
  init(
    _ matcher: ProviderMatcher, _ mentions: [PayeeMention],
    merging: MatchBand.Merging = .alone, known: KnownNames? = nil,
    threads: Int = ProviderMatcher.usualThreads
  ) {
    collection = MentionCollection(matcher, mentions, known: known?.names, threads: threads)
    let (nodes, catalogue) = (collection.nodes, collection.catalogue)
    var graph = NameGraph(
      nodes, catalogue, mentions: mentions, model: matcher.model, known: known, threads: threads)
    graph.addDecisions(matcher.decisions, mentions: mentions)
    var clusters = ConstrainedClusters(nodes, catalogue, barred: graph.barred)
    clusters.join(
      graph.edges, merging, support: ClusterSupport(nodes, catalogue, graph.edges))
    self.graph = graph
    self.clusters = clusters
  }
}
