import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir-bench count-words`: the reference list of how rare words are in payees' names.
struct CountWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count-words",
    abstract: "Counts in how many names of a workspace each word stands.",
    discussion: """
      Counts the payees of the last run and writes word-counts.csv into mappings/providers of the \
      workspace. Individuals are left out, and so are words of fewer than \
      \(WordCensus.leastNames) names. Fit the weights anew after it.
      """)

  @Option(help: "The workspace whose payees are counted and whose table is written.")
  var workspace = "."

  func run() throws {
    let folder = Workspace(root: workspace)
    let mappings = MappingCheck.read(folder).mappings
    let stored = try StoredPayees.ofLastRun(in: folder, mappings)
    var census = WordCensus(mappings)
    for payee in stored.payees { census.count(payee) }
    try MatchModelFiles.write(census.rows, to: "\(workspace)/mappings/providers")
  }
}
