import ArgumentParser
import ExportReading
import LineParsing
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir lines`: stages 1 and 2.
struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "Writes an export's lines of money as CSV.",
    discussion: "Individuals and redacted payees are shown as such, without a name.")

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The export.", completion: .file(extensions: ["csv"]))
  var file: String

  private static let header = [
    "file", "line", "byte", "date", "financial_year", "side", "pounds", "cost_centre",
    "subjective_code", "expense_type", "service", "area", "supplier", "supplier_id",
  ]

  func run() throws {
    let mappings = try options.mappings()
    let lines = try options.lines(of: file, mappings)
    try write(lines, PayeeNames(mappings, publisher: lines.parser.summary.publisher))
  }

  private func write(_ lines: ExportLines, _ names: PayeeNames) throws {
    Terminal.write(CSVText.line(LinesCommand.header))
    var names = names
    var findings: [Finding] = []
    while let batch = lines.next() {
      let texts = lines.parser.texts
      var text = ""
      for line in batch.lines { text += row(line, texts, lines.parser.layout.side, &names) }
      Terminal.write(text)
      findings += batch.findings
    }
    findings += lines.finish()
    if !options.quiet, !findings.isEmpty {
      Terminal.report(findings.sorted(by: Finding.inReadingOrder))
    }
    throw ExitCode(findings)
  }

  private func row(
    _ line: SpendLine, _ texts: ExportTexts, _ side: PoolSide, _ names: inout PayeeNames
  ) -> String {
    let codes = texts.codes[Int(line.codes)]
    let supplier = texts.suppliers[Int(line.supplier)]
    let shown = names.shown(supplier)
    let year = line.year ?? line.day.map { FinancialYear(containing: $0) }
    return CSVText.line([
      file, "\(line.line)", "\(line.byte)", line.day?.description ?? "",
      year?.description ?? "", side.rawValue, line.amount.decimal, codes.costCentre,
      codes.subjectiveCode, codes.expenseType, codes.service,
      line.area < 0 ? "" : texts.planEntries[Int(line.area)].area, shown.name, shown.localID,
    ])
  }
}

/// Payees' names of one publisher as they may be printed (law 8).
struct PayeeNames {
  private let kinds: PayeeKinds
  private let publisher: String
  private var known: [SupplierMention: SupplierMention] = [:]

  init(_ mappings: MappingSet, publisher: String) {
    kinds = PayeeKinds(words: mappings.providerWords, decisions: mappings.providerDecisions)
    self.publisher = publisher
  }

  /// The mention itself, or for individuals and redacted payees one that names nobody.
  mutating func shown(_ mention: SupplierMention) -> SupplierMention {
    if let shown = known[mention] { return shown }
    let shown =
      switch kinds.kind(of: mention, publisher: publisher) {
      case .individual: SupplierMention(name: PayeeClass.individuals.name)
      case .redacted: SupplierMention(name: PayeeClass.redacted.name)
      default: SupplierMention(name: mention.name, localID: mention.localID)
      }
    known[mention] = shown
    return shown
  }
}
