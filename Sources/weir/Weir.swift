import ArgumentParser
import Pipeline

/// The command line: one file a command, and the only module that prints.
struct Weir: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weir",
    abstract: "Turns the CSV exports of councils and NHS commissioners into reconciled pools.",
    discussion: """
      Exit codes: 0 clean; 1 warnings; 2 data errors; 3 the tool or its mapping files are at \
      fault; 4 another run holds the workspace.
      """,
    version: ProgramVersion.current,
    subcommands: [
      InitCommand.self, RunCommand.self, CheckCommand.self, GuessCommand.self, RecordsCommand.self,
      LinesCommand.self, CodesCommand.self, ProvidersCommand.self, PoolsCommand.self,
      TraceCommand.self, MigrateCommand.self,
      StatusCommand.self, ReportCommand.self, RunsCommand.self, UndoCommand.self,
      AcceptCommand.self, PublishCommand.self,
    ])
}
