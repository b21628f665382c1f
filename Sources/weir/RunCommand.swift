import ArgumentParser
import Foundation
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir run`: every stage over the workspace; what cron calls.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Reads what is new, builds the pools and publishes them.")

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "How many exports are read at a time; the processor's cores unless given.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: "The day to look from at what is late, such as 2010-04-12; the clock is never asked.")
  var asAt: String?

  @Flag(help: "Do everything, then take it back and publish nothing.")
  var dryRun = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a whole number from 1") }
    guard asAt == nil || day != nil else {
      throw ValidationError("--as-at takes a day, such as 2010-04-12")
    }
  }

  private var day: CalendarDay? { asAt.flatMap { CalendarDay(iso: $0) } }

  func run() async throws {
    guard options.folder.hasMappings else {
      throw Failure("\(options.workspace): no workspace: it has no folder mappings/")
    }
    StopRequest.watchSignals()
    let run = WeirRun(
      workspace: options.folder, jobs: jobs, isDryRun: dryRun, asAt: day, log: options.log)
    switch try await outcome(of: run) {
    case .nothingNew(let exitCode):
      if !options.quiet { Terminal.message("nothing new since the last run") }
      if json {
        let last = try options.lastRun()
        print(last.summary, last.mappings.organisations)
      }
      throw ExitCode(exitCode)
    case .wronglySetUp(let findings):
      Terminal.report(findings)
      throw ExitCode(3)
    case .unbalanced(let summary):
      Terminal.report(summary.findings.filter { $0.code == .waterfallUnbalanced })
      Terminal.message("nothing was published")
      throw ExitCode(3)
    case .done(let summary, let mappings):
      print(summary, mappings.organisations)
      throw ExitCode(summary.findings)
    }
  }

  private func outcome(of run: WeirRun) async throws -> WeirRun.Outcome {
    do {
      return try await run.run()
    } catch let error as WorkspaceLockError {
      Terminal.message(error.description)
      if case .held = error { throw ExitCode(4) }
      throw ExitCode(3)
    } catch {
      Terminal.message("weir: \(error)")
      throw ExitCode(3)
    }
  }

  private func print(_ summary: RunSummary, _ organisations: [String: Organisation]) {
    if json {
      Terminal.write(
        ReportJSON.text(for: summary, organisations: organisations),
        orEndWith: summary.findings.exitCode)
    } else if !options.quiet {
      Terminal.write(
        TerminalSummary.text(
          for: summary, organisations: organisations, width: Terminal.width),
        orEndWith: summary.findings.exitCode)
    }
  }
}
