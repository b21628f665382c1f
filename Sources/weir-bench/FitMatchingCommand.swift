import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir-bench fit-matching`: the weights of evidence, from labelled names.
struct FitMatchingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit-matching",
    abstract: "Fits the weights by which provider names are compared.",
    discussion: """
      Needs the folder matching/ of the shared folder. Writes weights.csv and bands.csv into \
      mappings/providers of the workspace; the same sets and tables give the same files. With \
      --decisions, the pairs decided in the workspace are fitted as one more set.
      """)

  @Option(help: "The shared folder.")
  var shared = "../shared"

  @Option(help: "The workspace whose tables are used and written.")
  var workspace = "."

  @Flag(help: "Fit on the workspace's decisions too.")
  var decisions = false

  func run() throws {
    var mappings = MappingCheck.read(Workspace(root: workspace)).mappings
    let decided = DecidedPairs(mappings)
    // What was decided is what is to be learned: names are compared as if nothing had been.
    mappings.providerDecisions = []
    let matcher = ProviderMatcher(mappings)
    var sets = try LabelledNames.all(in: shared).map { LabelledPairs($0, matcher).samples }
    if decisions { sets.append(decided.samples(matcher)) }
    try MatchModelFiles.write(ModelFit(sets), to: "\(workspace)/mappings/providers")
  }
}
