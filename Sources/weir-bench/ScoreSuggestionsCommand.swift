import ArgumentParser
import MappingTables
import Pipeline

/// `weir-bench score-suggestions`: whether suggestions say what the accepted rules say.
struct ScoreSuggestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-suggestions",
    abstract: "Leaves each publisher's rules out in turn and holds suggestions against them.",
    discussion: """
      Reads the last run of a workspace: run weir run first, so that the store follows the rules. \
      Neighbours are left out too, because a publisher's mapped codes are its rules.
      """)

  @Option(help: "The workspace whose last run is scored.")
  var workspace = "."

  @Option(help: "Show so many of the wrong suggestions of each publisher, the most money first.")
  var worst = 5

  @Flag(help: "Suggest by the vocabulary alone, without the rules of other publishers.")
  var vocabularyAlone = false

  func run() throws {
    let folder = Workspace(root: workspace)
    let mappings = MappingCheck.read(folder).mappings
    guard let codes = try StoredCodes.last(in: folder) else {
      throw BenchError("\(workspace) has no run whose codes could be read")
    }
    for axis in [LabelWord.Axis.clientGroup, .careSetting] {
      let scores = SuggestionScore.scores(
        codes.entries, axis, mappings, usesRules: !vocabularyAlone)
      print("## \(axis.rawValue)\n")
      print(SuggestionScore.table(scores))
      print("")
      for score in scores where worst > 0 && !score.wrong.isEmpty { print(score.worst(worst)) }
    }
  }
}
