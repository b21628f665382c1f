import ArgumentParser
import LayoutGuessing
import MappingTables
import Pipeline
import PoolModel
import TableFinding

/// `weir check`: what a run would say of exports; writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what a run would make of exports, and writes nothing.",
    discussion: """
      An export whose headers no source file has is read by a guess, with what speaks for it; \
      weir guess writes it down.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Print one JSON object a line for each file; with --lines, for each line.")
  var json = false

  @Flag(help: "Guess every layout, as if there were no source file.")
  var withoutSources = false

  @Flag(
    name: .customLong("lines"),
    help: "Print what became of each line of the exports and why, as CSV.")
  var listsLines = false

  @Argument(
    help: "The exports; - is standard input.", completion: .file(extensions: ["csv", "gz"]))
  var files: [String]

  func run() throws {
    let (mappings, faults) = MappingCheck.read(options.folder)
    if !options.quiet, !faults.isEmpty { Terminal.report(faults) }
    if faults.contains(where: \.code.isConfigurationFault) { throw ExitCode(3) }
    let reading = HeaderReading(mappings)
    var findings: [Finding] = []
    if listsLines, !json { Terminal.write(CSVText.line(["file", "line", "class", "reason"])) }
    for file in files {
      let check = ExportCheck(
        file: file, mappings: mappings, reading: reading,
        sources: withoutSources ? .guessed : .stated,
        listing: listsLines ? { write($0, file) } : nil)
      findings += check.findings
      if listsLines {
        if !options.quiet, !check.findings.isEmpty { Terminal.report(check.findings) }
        continue
      }
      if json {
        Terminal.write(CheckJSON(check).line)
      } else {
        Terminal.show(paragraph(of: check))
      }
    }
    throw ExitCode(findings)
  }

  private func write(_ lines: [ClassifiedLine], _ file: String) {
    Terminal.write(
      lines.map { line in
        json
          ? CheckJSON.line(line, of: file)
          : CSVText.line([file, "\(line.line)", line.lineClass.rawValue, line.reason])
      }.joined())
  }

  private func paragraph(of check: ExportCheck) -> String {
    let summary = check.summary
    var text = ""
    if let layout = check.layout {
      let header = summary.headerLine == 0 ? "no header" : "header on line \(summary.headerLine)"
      text = "\(summary.path.harmlessLine): layout \(layout.name), \(header)\n"
      if let guess = check.guess, !options.quiet { text += lines(of: guess) }
    }
    if !summary.layout.isEmpty {
      text += """
          \(summary.dataRows) rows kept, \(summary.waterfall.kept.amount)
          \(summary.totalRows) totals, \(summary.blankRows) blank, \(summary.nonDataRows) other, \
        \(summary.unparseableRows) refused

        """
    }
    guard !options.quiet else { return text }
    return text + check.findings.map { "  \($0.description.harmlessLine)\n" }.joined()
  }

  /// What a guess takes each column for, and why.
  private func lines(of guess: LayoutGuess) -> String {
    guess.evidence.filter { $0.role != .other }.map { evidence in
      let name = ColumnPlace.name(evidence.column, among: guess.layout.headers)
      return "  \(evidence.role.rawValue): \(name) (\(evidence.reasons.joined(separator: "; ")))\n"
    }.joined()
      + (guess.dateOrder.map { dates in
        "  date order: \(dates.order?.rawValue ?? "not known")"
          + " (\(dates.reasons.joined(separator: "; ")))\n"
      } ?? "")
  }
}
