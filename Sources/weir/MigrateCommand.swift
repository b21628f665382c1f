import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir migrate`: restates a legacy budget and proves that nothing was lost.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Restates a legacy budget under today's bodies and codes, and proves it.",
    discussion: """
      Reads the exports that mappings/migrations/MIGRATION.yaml names, applies the crosswalk beside \
      it, and writes data/migrations/MIGRATION: the restated budget, control totals, the fate of \
      each code, balances, and sign-off.txt. Prints that page.

      Example: weir migrate ccg-to-icb-2022 --sign-off --by "A Clerk, finance" --on 2022-08-01
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The migration; without it, all are listed.")
  var migration: String?

  @Flag(help: "Write nothing.")
  var dryRun = false

  @Flag(help: "Print the old budget as restated.csv gives it back, as CSV; write nothing.")
  var reverse = false

  @Flag(help: "Sign the outcome; needs --by and --on.")
  var signOff = false

  @Option(help: "Who signs.")
  var by: String?

  @Option(help: "The day of the signature, such as 2022-08-01; the clock is never asked.")
  var on: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard signOff else { return }
    guard let by, DecisionOptions.isName(by), CalendarDay(iso: on ?? "") != nil else {
      throw ValidationError("--sign-off needs --by and --on with a day, such as 2022-08-01")
    }
    if dryRun || reverse { throw ValidationError("--sign-off writes; leave the other flag out") }
  }

  func run() throws {
    let mappings = try options.mappings()
    guard let migration else { return list(mappings) }
    guard let plan = mappings.migrations.first(where: { $0.migration == migration }) else {
      let known = mappings.migrations.map(\.migration).joined(separator: ", ")
      throw Failure("no migration \(migration.quotedForMessage); the migrations are: \(known)")
    }
    if reverse { return try printLegacyBudget(of: migration) }
    var run = MigrationRun(plan, workspace: options.folder, mappings: mappings)
    if run.budget.findings.contains(where: \.code.isConfigurationFault) {
      Terminal.report(run.budget.findings)
      throw ExitCode(run.budget.findings)
    }
    // A file that the system would not read has not lost its money: what was written stays.
    let unread = run.budget.findings.filter { $0.code == .exportUnreadable }
    guard unread.isEmpty else {
      Terminal.report(unread)
      throw ExitCode(3)
    }
    if signOff, let by, let day = on.flatMap({ CalendarDay(iso: $0) }) {
      guard run.canBeSigned else {
        Terminal.report(run.findings)
        throw Failure("an outcome with errors cannot be signed; put them right first")
      }
      try run.sign(by: by, on: day)
      run = MigrationRun(plan, workspace: options.folder, mappings: try options.mappings())
    }
    if !dryRun { try run.write() }
    Terminal.write(
      json
        ? ReportJSON.migration(run.budget, digest: run.digest).line + "\n"
        : run.page(width: Terminal.width))
    if !options.quiet, json, !run.findings.isEmpty { Terminal.report(run.findings) }
    throw ExitCode(run.findings)
  }

  private func list(_ mappings: MappingSet) {
    for plan in mappings.migrations {
      Terminal.write(
        json
          ? JSONText.object([
            "migration": .text(plan.migration), "title": .text(plan.title),
          ]).line + "\n"
          : "\(plan.migration)  \(plan.title)\n")
    }
  }

  /// Prints the old budget's sums by key, from the file that the migration wrote.
  private func printLegacyBudget(of migration: String) throws {
    guard
      let (sums, findings, isAsWritten) = MigrationRun.reversed(migration, in: options.folder)
    else {
      throw Failure("nothing is restated yet; run weir migrate \(migration)")
    }
    guard findings.isEmpty else {
      Terminal.report(findings)
      throw ExitCode(findings)
    }
    let header = [
      "body", "code", "year", "covers_from", "covers_to", "basis", "side", "lines", "pounds",
    ]
    Terminal.write(
      CSVText.line(header)
        + sums.map { key, tally in
          CSVText.line([
            key.body, key.code, key.year?.description ?? "", key.covers?.first.description ?? "",
            key.covers?.last.description ?? "", key.basis.rawValue, key.side.rawValue,
            "\(tally.rows)", tally.amount.decimal,
          ])
        }.joined())
    guard isAsWritten != true else { return }
    Terminal.message(
      isAsWritten == nil
        ? "nothing says whether restated.csv was edited: datapackage.json is not beside it; move "
          + "the folder away, and weir migrate \(migration) writes it again"
        : "restated.csv is not the file that datapackage.json beside it describes; "
          + "weir migrate \(migration) writes it again")
    throw ExitCode(1)
  }
}
