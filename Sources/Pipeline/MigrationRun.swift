import BudgetMigration
import Foundation
package import MappingTables
package import PoolModel
import Publishing
import QualityReporting

/// The restating of one legacy budget: read, restated, proved and, where asked for, written and
/// signed.
package struct MigrationRun: Sendable {
  /// The restated budget with its proof; its findings are also those of reading and of the
  /// crosswalk.
  package let budget: RestatedBudget
  /// The files that were read.
  package let files: [LegacyFile]
  /// The sum of the budget's files, the crosswalk's outcome and all figures: what is signed.
  package let digest: String
  /// The last sign-off of this outcome, or else of the migration; nil where nobody has signed.
  package let signOff: MigrationSignOff?
  /// Where restated budgets are written, a folder each.
  private static let folder = "data/migrations"

  private let workspace: Workspace
  private let mappings: MappingSet

  /// Restates a budget; nothing is written.
  package init(_ migration: Migration, workspace: Workspace, mappings: MappingSet) {
    self.workspace = workspace
    self.mappings = mappings
    let legacy = LegacyBudgets(migration, workspace: workspace, mappings: mappings)
    var budget = Restatement(migration, bodies: mappings.organisations).restate(legacy.lines)
    budget.findings =
      (budget.findings + legacy.findings + CrosswalkLint.findings(in: migration, mappings: mappings))
      .sorted(by: Finding.inReadingOrder)
    self.budget = budget
    files = legacy.files
    // The tables and not their description: other words in it are no other outcome.
    let published = DataPackage(organisations: mappings.organisations).files(for: budget)
      .filter { $0.name.hasSuffix(".csv") }
    digest = Fingerprint.ofTexts(
      files.flatMap { [$0.path, $0.sha256] } + published.flatMap { [$0.name, $0.sha256] })
    let own = mappings.signOffs.filter { $0.migration == migration.migration }
    let digest = digest
    signOff = own.last { $0.digest == digest } ?? own.last
  }

  /// What is told: the budget's findings, and that what was signed has changed since.
  package var findings: [Finding] {
    guard let signOff, signOff.digest != digest else { return budget.findings }
    let outdated = Finding(
      .signOffOutdated, at: signOff.position, value: signOff.migration,
      message:
        "\(signOff.signedBy) signed another outcome of \(signOff.migration.quotedForMessage)",
      remedy: "read what has changed and sign it again")
    return (budget.findings + [outdated]).sorted(by: Finding.inReadingOrder)
  }

  /// Whether somebody signed just this.
  package var isSigned: Bool { signOff?.digest == digest }

  /// The sign-off file: control totals, codes, balances and findings, with room for a name.
  package func page(width: Int) -> String {
    MigrationPage.text(
      of: budget, files: files, digest: digest,
      signed: isSigned
        ? signOff.map { MigrationPage.Signature(name: $0.signedBy, day: $0.signedOn) } : nil,
      findings: findings, organisations: mappings.organisations, width: width)
  }

  /// Writes the restated budget and the sign-off file into `data/migrations/<migration>`.
  ///
  /// - Throws: what the file system says; the folder is then as before.
  package func write() throws {
    try workspace.makeFolder(MigrationRun.folder)
    let lock = try WorkspaceLock.take(workspace.lockPath)
    defer { withExtendedLifetime(lock) {} }
    let page = PublishedFile(name: "sign-off.txt", bytes: Array(self.page(width: 100).utf8))
    let files = DataPackage(organisations: mappings.organisations).files(for: budget)
    _ = try PoolsFolder(path: workspace.path("\(MigrationRun.folder)/\(budget.migration)"))
      .publish(files + [page])
  }

  /// The old budget's sums as the written budget of a migration gives them back, from its file alone.
  ///
  /// - Returns: nil where nothing has been written; with findings the sums prove nothing. The file is as
  ///   written where `datapackage.json` beside it states its hash; nil: there is none.
  package static func reversed(
    _ migration: String, in workspace: Workspace
  ) -> (sums: [(key: BudgetKey, tally: RowTally)], findings: [Finding], isAsWritten: Bool?)? {
    let path = "\(folder)/\(migration)/restated.csv"
    guard let bytes = FileManager.default.contents(atPath: workspace.path(path)) else { return nil }
    let (rows, findings) = RestatedTable.read(Array(bytes), path: path)
    let description = FileManager.default.contents(
      atPath: workspace.path("\(folder)/\(migration)/datapackage.json"))
    let hash = "sha256:" + (Fingerprint.ofFile(workspace.path(path)) ?? "")
    let isAsWritten = description.map { String(decoding: $0, as: UTF8.self).contains(hash) }
    return (ReversedBudget.sums(of: rows), findings, isAsWritten)
  }

  /// Whether the outcome is one that somebody may put a name to: it has no finding of severity
  /// error.
  package var canBeSigned: Bool { !budget.findings.contains { $0.code.severity == .error } }

  /// Adds a row to the sign-offs: somebody has read the page and puts a name to it.
  ///
  /// - Throws: what the file system says, or that another run holds the workspace.
  package func sign(by name: String, on day: CalendarDay) throws {
    try workspace.makeDataFolder()
    let lock = try WorkspaceLock.take(workspace.lockPath)
    defer { withExtendedLifetime(lock) {} }
    let ledger = LedgerFile(path: workspace.path(SignOffTable.path))
    let row = MigrationSignOff(
      migration: budget.migration, digest: digest, signedBy: name, signedOn: day,
      position: SourcePosition(file: SignOffTable.path))
    try ledger.replace(with: try SignOffTable.appending(row, to: try ledger.bytes()))
  }
}
