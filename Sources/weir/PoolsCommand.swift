import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir pools`: the pools of the last run.
struct PoolsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pools", abstract: "The pools of the last run and their accounts.",
    subcommands: [List.self, Show.self, Areas.self])

  /// `weir pools list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the pools with their known funding and spending.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "Print one JSON object a line for each pool.")
    var json = false

    func run() throws {
      let run = try options.lastRun()
      guard json else {
        return Terminal.write(TerminalSummary.poolList(run.summary.pools, width: Terminal.width))
      }
      for pool in run.summary.pools {
        let object = ReportJSON.pool(
          pool, targets: run.summary.targets, trends: run.summary.trends,
          organisations: run.mappings.organisations)
        Terminal.write(object.line + "\n")
      }
    }
  }

  /// `weir pools areas`.
  struct Areas: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the areas of the Better Care Fund by year, with a plan and without.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "Print one JSON object a line for each area and year.")
    var json = false

    @Option(help: "Only this financial year, such as 2023-24.")
    var year: String?

    func run() throws {
      let run = try options.lastRun()
      if let year, FinancialYear(year) == nil {
        throw Failure("\(year.quotedForMessage) is no financial year; write it as 2023-24")
      }
      let areas = run.summary.bcfAreas.filter { area in
        year.flatMap { FinancialYear($0) }.map { $0 == area.year } ?? true
      }
      guard !areas.isEmpty else {
        throw Failure("no agreement with bcf-area in mappings/pools is of such a year")
      }
      guard json else {
        return Terminal.write(TerminalSummary.areaList(areas, width: Terminal.width))
      }
      for area in areas { Terminal.write(ReportJSON.area(area).line + "\n") }
    }
  }

  /// `weir pools show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a pool: its two sides, transfers, stated figures, targets.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "The pool as agreement/year, or the agreement alone for all its years.")
    var pool: String

    func run() throws {
      let run = try options.lastRun()
      let pools = run.summary.pools.filter { $0.id == pool || $0.agreement == pool }
      if pools.isEmpty, let reason = noPool(in: run.summary) {
        return Terminal.write(
          json
            ? JSONText.object(["no_pool": .text(reason)]).line + "\n"
            : "There is no pool \(pool): \(reason).\n")
      }
      guard !pools.isEmpty else {
        let known = run.summary.pools.map(\.id).joined(separator: ", ")
        throw Failure("no pool \(pool.quotedForMessage); the pools are: \(known)")
      }
      for pool in pools {
        Terminal.write(
          json
            ? ReportJSON.pool(
              pool, targets: run.summary.targets, trends: run.summary.trends,
              organisations: run.mappings.organisations
            ).line + "\n"
            : TerminalSummary.pool(
              pool, targets: run.summary.targets, trends: run.summary.trends,
              organisations: run.mappings.organisations,
              width: Terminal.width))
      }
    }

    /// Why the exports of a publisher of this name make no pool; nil where no finding says so.
    private func noPool(in summary: RunSummary) -> String? {
      let finding = summary.findings.first {
        $0.code == .noPool && $0.position.file == "data/exports/\(pool)"
      }
      return finding?.message
    }
  }
}
