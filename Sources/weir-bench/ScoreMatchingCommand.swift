import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir-bench score-matching`: the matcher over labelled names, by weights that have not seen them.
struct ScoreMatchingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-matching",
    abstract: "Scores the matching of provider names on labelled sets.",
    discussion: """
      Needs the folder matching/ of the shared folder. Weights and bands are fitted anew for each \
      set, without it and without every set that holds the same names.
      """)

  @Option(help: "The shared folder.")
  var shared = "../shared"

  @Option(help: "The workspace whose tables are used.")
  var workspace = "."

  @Option(help: "Show so many of the largest wrong clusters of each set.")
  var errors = 0

  @Flag(help: "Leave out one aspect after the other, and show what that costs.")
  var ablation = false

  func run() throws {
    let mappings = MappingCheck.read(Workspace(root: workspace)).mappings
    let matcher = ProviderMatcher(mappings)
    let sets = try LabelledNames.all(in: shared).map { LabelledPairs($0, matcher) }
    print("## Provider names, each set by weights fitted without it\n")
    let scores = sets.map { MatchingScore($0, among: sets, matcher) }
    print(MatchingScore.table(scores))
    print("")
    for score in scores where errors > 0 { print(score.wrongClusters(errors)) }
    if ablation { print(AblationTable(sets, matcher).text) }
  }
}
