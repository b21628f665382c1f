import ProviderMatching

/// What each aspect brings: the scores without it, one aspect after the other.
struct AblationTable {
  let text: String

  init(_ sets: [LabelledPairs], _ matcher: ProviderMatcher) {
    var table = MarkdownTable(
      headings: ["without"]
        + sets.flatMap { ["\($0.names.name) F1 likely", "P alone", "R alone"] })
    let all: [EvidenceAspect?] = [nil] + EvidenceAspect.allCases
    for aspect in all {
      let pairs = sets.map { set in aspect.map(set.samples.without) ?? set.samples }
      let row = sets.flatMap { set -> [String] in
        let score = MatchingScore(
          set, matcher.with(ModelFit(pairs.filter { $0.family != set.names.family }).model))
        return [
          score.likely.f1.fixed(3), score.alone.precision.fixed(3), score.alone.recall.fixed(3),
        ]
      }
      table.rows.append([aspect?.name ?? "nothing"] + row)
    }
    text = "## What each aspect brings\n\n\(table.text)\n"
  }
}
