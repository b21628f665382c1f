import ArgumentParser
import Pipeline
import PoolModel

/// `weir status`: what the store holds.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Lists the exports of the last run, by publisher and period.")

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Print one JSON object a line for each export.")
  var json = false

  private static let header = [
    "publisher", "file", "layout", "first_day", "last_day", "rows", "pounds", "refused", "sha256",
  ]

  func run() throws {
    let run = try options.lastRun()
    if !json {
      if !options.quiet { Terminal.message("run \(run.summary.id)") }
      Terminal.write(CSVText.line(StatusCommand.header))
    }
    for export in run.summary.exports {
      let cells = cells(export)
      guard json else {
        Terminal.write(CSVText.line(cells))
        continue
      }
      let pairs = zip(StatusCommand.header, cells.map { JSONText.text($0) })
      Terminal.write(JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n")
    }
  }

  private func cells(_ export: ExportSummary) -> [String] {
    [
      export.publisher, export.path, export.layout, export.firstDay?.description ?? "",
      export.lastDay?.description ?? "", "\(export.dataRows)",
      export.waterfall.kept.amount.decimal, "\(export.unparseableRows)", export.sha256,
    ]
  }
}
