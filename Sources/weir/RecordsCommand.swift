import ArgumentParser
import ExportReading
import LineParsing
import Pipeline
import PoolModel
import TableFinding

/// `weir records`: stage 1 alone.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Writes an export's header and data rows as clean UTF-8 CSV (RFC 4180).",
    discussion: """
      An export that no source file knows is read all the same: its format, its table and its \
      header are found from what it holds. Everything else (titles, totals, blank rows, notes, \
      other tables, rows that cannot be used) goes to standard error as findings and a count. The \
      cells are the publisher's own, names of payees included.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Write every record as it stands, titles, totals and blank lines too.")
  var all = false

  @Argument(help: "The export.", completion: .file(extensions: ["csv"]))
  var file: String

  func run() throws {
    switch ExportFile.open(file) {
    case .failure(let fault):
      Terminal.report([fault.finding])
      throw ExitCode([fault.finding])
    case .success(let export):
      if !all, let lines = try linesByLayout(of: export) { return try write(lines) }
      let output = FoundRecords(export, shownAs: file)
      let findings = all ? output.writeAll() : output.writeTable()
      try finish(findings, output.count)
    }
  }

  /// The export by the layout of a source file; nil where the workspace has none that fits.
  private func linesByLayout(of export: ExportFile) throws -> ExportLines? {
    guard options.folder.hasMappings else { return nil }
    let mappings = try options.mappings()
    let opened = ExportLines.open(
      export, shownAs: file, sources: ExportCheck.sources(for: file, mappings),
      ruleColumns: { _ in [] })
    // That no layout fits is no fault here: the table is then found without one.
    return try? opened.get()
  }

  private func write(_ lines: ExportLines) throws {
    Terminal.write(CSVText.line(lines.headerCells))
    var findings: [Finding] = []
    while let batch = lines.next() {
      var text = ""
      var last: Int32 = -1
      // A wide row gives several lines and is one record.
      for line in batch.lines where line.record != last {
        last = line.record
        let cells = lines.batch.texts(record: Int(line.record))
        text += CSVText.line(cells.prefix(lines.headerCells.count))
      }
      Terminal.write(text)
      findings += batch.findings
    }
    findings += lines.finish()
    let summary = lines.parser.summary
    try finish(
      findings,
      "\(summary.dataRows) rows written; not written: \(summary.totalRows) totals, "
        + "\(summary.blankRows) blank, \(summary.nonDataRows) other, "
        + "\(summary.unparseableRows) refused")
  }

  private func finish(_ findings: [Finding], _ count: String) throws {
    if !options.quiet {
      if !findings.isEmpty { Terminal.report(findings.sorted(by: Finding.inReadingOrder)) }
      Terminal.message("\(file): \(count)")
    }
    throw ExitCode(findings)
  }
}
