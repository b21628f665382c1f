import ArgumentParser

/// The benchmarks: a made-up ledger, and what it costs to read, parse and run it.
@main
struct WeirBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weir-bench",
    abstract: "Generates a made-up ledger and measures what Weir needs for it.",
    subcommands: [
      GenerateCommand.self, GenerateNamesCommand.self, MeasureCommand.self,
      MeasureNamesCommand.self, MeasureRulesCommand.self, MeasureRemapCommand.self,
      MeasureStoreCommand.self,
      SumTaskCommand.self,
      StageCommand.self, ScoreRobustCommand.self, ScoreMatchingCommand.self,
      FitMatchingCommand.self, CountWordsCommand.self, DriftCommand.self, ScoreCodesCommand.self,
      ScoreSuggestionsCommand.self,
    ])
}
