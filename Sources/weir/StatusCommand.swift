import ArgumentParser
import Pipeline
import PoolModel

/// `weir status`: what the store holds.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Lists the exports of the last run, or the periods of each publisher.")

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "List the periods of each publisher instead: received, superseded, missing, late.")
  var periods = false

  @Flag(help: "Print one JSON object a line for each export or period.")
  var json = false

  private static let header = [
    "publisher", "file", "layout", "first_day", "last_day", "rows", "pounds", "refused", "sha256",
  ]

  func run() throws {
    if !options.quiet, let holder = LockHolder.current(at: options.folder.lockPath) {
      Terminal.message(
        "process \(holder.process), started \(holder.started), holds the workspace; this is the run "
          + "before")
    }
    let run = try options.lastRun()
    if !json, !options.quiet { Terminal.message("run \(run.summary.id)") }
    if periods {
      RunsCommand.print(
        StatusCommand.periodHeader, run.summary.periods.map(StatusCommand.cells), json: json)
    } else {
      RunsCommand.print(StatusCommand.header, run.summary.exports.map(cells), json: json)
    }
  }

  private static let periodHeader = [
    "publisher", "period", "state", "due", "side", "exports", "lines", "pounds",
  ]

  private static func cells(_ period: PublisherPeriod) -> [String] {
    [
      period.publisher, period.name, period.state.rawValue, period.due?.description ?? "",
      period.side?.rawValue ?? "", "\(period.exports)", "\(period.tally.rows)",
      period.tally.amount.decimal,
    ]
  }

  private func cells(_ export: ExportSummary) -> [String] {
    [
      export.publisher, export.path, export.layout, export.firstDay?.description ?? "",
      export.lastDay?.description ?? "", "\(export.dataRows)",
      export.waterfall.kept.amount.decimal, "\(export.unparseableRows)", export.sha256,
    ]
  }
}
