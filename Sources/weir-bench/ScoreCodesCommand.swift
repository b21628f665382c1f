import ArgumentParser
import CodeMapping
import MappingTables
import Pipeline
import PoolModel

/// `weir-bench score-codes`: how much of what labels state the rules have mapped.
struct ScoreCodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-codes",
    abstract: "Holds the rules against what the labels of the lines state themselves.",
    discussion: """
      Reads the last run of a workspace: run weir run first, so that the store follows the rules. \
      Pounds are absolute sums by payee, code and year.
      """)

  @Option(help: "The workspace whose last run is scored.")
  var workspace = "."

  @Option(help: "Only this publisher.")
  var publisher: String?

  @Option(help: "Show so many of the labels with the most money that are not mapped as they state.")
  var worst = 5

  func run() throws {
    let folder = Workspace(root: workspace)
    let mappings = MappingCheck.read(folder).mappings
    guard let codes = try StoredCodes.last(in: folder) else {
      throw BenchError("\(workspace) has no run whose codes could be read")
    }
    let entries = codes.entries.filter { publisher == nil || $0.publisher == publisher }
    for axis in [LabelWord.Axis.clientGroup, .careSetting] {
      let scores = StatedCodeScore.scores(entries, axis, mappings)
      print("## \(axis.rawValue): lines whose own labels state a code\n")
      print(StatedCodeScore.table(scores))
      print("")
      for score in scores where worst > 0 && !score.misses.isEmpty {
        print(score.worstMisses(worst))
      }
    }
  }
}
