import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir report`: the data-quality report of the last run.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Prints the data-quality report of the last run.")

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print every finding instead, a line each.")
  var findings = false

  func run() throws {
    let run = try options.lastRun()
    if findings {
      for finding in run.summary.findings {
        Terminal.write(
          (json ? ReportJSON.finding(finding).line : finding.description.harmlessLine) + "\n")
      }
    } else if json {
      Terminal.write(
        ReportJSON.text(for: run.summary, organisations: run.mappings.organisations))
    } else {
      Terminal.write(
        TerminalSummary.text(
          for: run.summary, organisations: run.mappings.organisations, width: Terminal.width))
    }
    throw ExitCode(run.summary.findings)
  }
}
