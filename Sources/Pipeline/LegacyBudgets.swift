import BudgetMigration
import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// Reads the exports that hold a legacy budget.
struct LegacyBudgets {
  private(set) var lines: [LegacyLine] = []
  /// The files that were read, with their sums, in order of path.
  private(set) var files: [LegacyFile] = []
  private(set) var findings: [Finding] = []

  private let workspace: Workspace
  private let mappings: MappingSet
  private let column: CodeRule.Column
  private let covers: Migration.YearCover?
  /// The paths that were come to, so that a file that two rows name counts once.
  private var seen: Set<String> = []
  /// The first path of a publisher's files of the same bytes, by publisher and sum.
  private var pathsBySum: [String: String] = [:]

  /// Reads all files that a migration names.
  init(_ migration: Migration, workspace: Workspace, mappings: MappingSet) {
    self.workspace = workspace
    self.mappings = mappings
    column = migration.codeColumn
    covers = migration.covers
    let legacy = "data/legacy/\(migration.migration)"
    let budgets = migration.budgets ?? LegacyBudgets.all(in: legacy, workspace)
    if budgets.isEmpty { findings.append(LegacyBudgets.nothing(in: legacy)) }
    for budget in budgets {
      let folder =
        (budget.folder == .legacy ? legacy : "data/exports") + "/\(budget.publisher)"
      let all = (Workspace.exports(inFolder: workspace.path(folder)) ?? [])
        .map { "\(folder)/\($0.fileNameOfPath)" }
      let paths = all.filter { path in
        budget.files.isEmpty || budget.files.contains { $0.matches(path.fileNameOfPath) }
      }
      if paths.isEmpty { findings.append(LegacyBudgets.nothing(in: folder)) }
      let reissues = reissues(among: paths, of: budget.publisher)
      findings += reissues.doubts.map {
        ReissueFindings.finding(on: $0, mappings.sources[budget.publisher])
      }
      for path in paths where seen.insert(path).inserted {
        if let reissue = reissues.replacedBy[path] {
          findings.append(LegacyBudgets.superseded(path, by: reissue))
        } else {
          read(path, budget)
        }
      }
    }
    files.sort { $0.path < $1.path }
  }

  /// One budget for each publisher's folder.
  private static func all(in folder: String, _ workspace: Workspace) -> [Migration.LegacyBudget] {
    workspace.folders(in: folder).map {
      Migration.LegacyBudget(publisher: $0, folder: .legacy, files: [], covers: nil)
    }
  }

  /// Which of a publisher's named files corrected ones among them replace, as in a run.
  private func reissues(among paths: [String], of publisher: String) -> Reissues {
    Reissues(
      of: paths.map { Workspace.ExportPlace(publisher: publisher, path: $0) },
      sources: mappings.sources
    ) { (try? UsableExport.holdsMoney($0, mappings.sources[publisher], workspace)) ?? false }
  }

  private static func superseded(_ path: String, by reissue: String) -> Finding {
    Finding(
      .exportSuperseded, at: SourcePosition(file: path), value: reissue,
      message: "\(reissue) takes its place: it is not read",
      remedy: "nothing to do, if supersedes in the publisher's source file is right")
  }

  private static func nothing(in folder: String) -> Finding {
    Finding(
      .exportMissing, at: SourcePosition(file: folder), message: "it holds no such export",
      remedy: "put the old budget there, or name other files under budgets of the migration")
  }

  private mutating func read(_ path: String, _ budget: Migration.LegacyBudget) {
    guard let source = mappings.sources[budget.publisher] else {
      findings.append(
        Finding(
          .sourceMissing, at: SourcePosition(file: path),
          message: "mappings/sources/ has no file for \(budget.publisher)",
          remedy: "add mappings/sources/\(budget.publisher).yaml with the layout"))
      return
    }
    let file = workspace.path(path)
    let sum = Fingerprint.ofFile(file) ?? ""
    let key = "\(budget.publisher) \(sum)"
    if !sum.isEmpty, let first = pathsBySum[key] {
      findings.append(
        Finding(
          .exportRepeated, at: SourcePosition(file: path),
          message: "the same bytes as \(first): not read again", remedy: "remove one of the two"))
      return
    }
    pathsBySum[key] = path
    let opened = ExportLines.open(
      file, shownAs: path, sources: [source], ruleColumns: { [column] _ in [column] })
    switch opened {
    case .failure(let fault): findings.append(fault.finding)
    case .success(let export): read(export, path, source.organisation, budget)
    }
    files.append(LegacyFile(path: path, sha256: sum))
  }

  private mutating func read(
    _ export: ExportLines, _ path: String, _ body: String, _ budget: Migration.LegacyBudget
  ) {
    while let batch = export.next() {
      let (texts, layout) = (export.parser.texts, export.parser.layout)
      for line in batch.lines {
        let codes = texts.codes[Int(line.codes)]
        lines.append(
          LegacyLine(
            body: body, code: codes[column].trimmedOfBlanks,
            label: codes.label(beside: column),
            year: line.year, day: line.day, basis: layout.basis, side: layout.side,
            amount: line.amount, payee: texts.suppliers[Int(line.supplier)].name,
            isForBodyLife: (budget.covers ?? covers).map { $0 == .bodyLife },
            position: SourcePosition(file: path, line: Int(line.line), byte: line.byte)))
      }
      findings += batch.findings
    }
    findings += export.finish()
  }
}

extension CodeFields {
  /// What a line calls itself beside its code: the first filled of the fields that say it in words.
  ///
  /// Descriptions are left out, because those of payments can name people.
  fileprivate func label(beside column: CodeRule.Column) -> String {
    let words: [CodeRule.Column] = [.expenseType, .service, .costCentre]
    return words.lazy.filter { $0 != column }.map { self[$0] }.first { !$0.isEmpty } ?? ""
  }
}
