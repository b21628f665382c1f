import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir check`: what a run would say of exports; writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what a run would make of exports, and writes nothing.")

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Print one JSON object a line for each file.")
  var json = false

  @Argument(help: "The exports.", completion: .file(extensions: ["csv"]))
  var files: [String]

  func run() throws {
    let (mappings, faults) = MappingCheck.read(options.folder)
    if !options.quiet, !faults.isEmpty { Terminal.report(faults) }
    if faults.contains(where: \.code.isConfigurationFault) { throw ExitCode(3) }
    var findings: [Finding] = []
    for file in files {
      let check = ExportCheck(file: file, mappings: mappings)
      findings += check.findings
      Terminal.write(json ? line(of: check) : paragraph(of: check))
    }
    throw ExitCode(findings)
  }

  private func paragraph(of check: ExportCheck) -> String {
    let summary = check.summary
    var text = ""
    if check.layout != nil {
      text = """
        \(summary.path): layout \(summary.layout), header on line \(summary.headerLine)
          \(summary.dataRows) rows kept, \(summary.waterfall.kept.amount)
          \(summary.totalRows) totals, \(summary.blankRows) blank, \(summary.nonDataRows) other, \
        \(summary.unparseableRows) refused

        """
    }
    guard !options.quiet else { return text }
    return text + check.findings.map { "  \($0)\n" }.joined()
  }

  private func line(of check: ExportCheck) -> String {
    let summary = check.summary
    var object: [String: JSONText] = [
      "file": .text(summary.path),
      "findings": .list(check.findings.map(ReportJSON.finding)),
    ]
    if let layout = check.layout {
      object.merge(counts(of: check)) { first, _ in first }
      object.merge(columns(of: layout)) { first, _ in first }
    }
    return JSONText.object(object).line + "\n"
  }

  private func counts(of check: ExportCheck) -> [String: JSONText] {
    let summary = check.summary
    return [
      "header_line": .whole(Int64(summary.headerLine)),
      "data_rows": .whole(Int64(summary.dataRows)),
      "blank_rows": .whole(Int64(summary.blankRows)),
      "total_rows": .whole(Int64(summary.totalRows)),
      "non_data_rows": .whole(Int64(summary.nonDataRows)),
      "unparseable_rows": .whole(Int64(summary.unparseableRows)),
      "net_pence": .whole(summary.waterfall.kept.amount.pence),
      "printed_total_pence": summary.printedTotal.map { .whole($0.pence) } ?? .null,
      "min_date": summary.firstDay.map { .text($0.description) } ?? .null,
      "max_date": summary.lastDay.map { .text($0.description) } ?? .null,
      "suppliers": .whole(Int64(check.suppliers)),
    ]
  }

  private func columns(of layout: SourceLayout) -> [String: JSONText] {
    func header(_ role: ColumnRole) -> JSONText { layout.columns[role].map { .text($0) } ?? .null }
    let roles: [ColumnRole] = [.expenseType, .subjectiveCode, .service, .costCentre, .description]
    return [
      "amount_column": layout.amounts.first.map { .text($0.header) } ?? .null,
      "date_column": header(.date), "supplier_column": header(.supplier),
      "reference_column": header(.transaction),
      "description_or_type_column": .list(
        roles.compactMap { layout.columns[$0] }.map { .text($0) }),
    ]
  }
}
