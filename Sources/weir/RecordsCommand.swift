import ArgumentParser
import ExportReading
import LineParsing
import Pipeline
import PoolModel

/// `weir records`: stage 1 alone.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Writes an export's header and data rows as clean UTF-8 CSV (RFC 4180).",
    discussion: """
      Everything else (titles, totals, blank rows, notes, rows that cannot be used) goes to \
      standard error as findings and a count. The cells are the publisher's own, names of payees \
      included.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The export.", completion: .file(extensions: ["csv"]))
  var file: String

  func run() throws {
    let mappings = try options.mappings()
    let lines = try options.lines(of: file, mappings)
    try write(lines)
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
    guard !options.quiet else { throw ExitCode(findings) }
    let summary = lines.parser.summary
    if !findings.isEmpty { Terminal.report(findings.sorted(by: Finding.inReadingOrder)) }
    Terminal.message(
      "\(file): \(summary.dataRows) rows written; not written: \(summary.totalRows) totals, "
        + "\(summary.blankRows) blank, \(summary.nonDataRows) other, "
        + "\(summary.unparseableRows) refused")
    throw ExitCode(findings)
  }
}
