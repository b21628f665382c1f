import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

/// `weir codes`: the cost-code rules and what they leave unmapped.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Unmapped codes by value, faults of the rules, and what an edit of them moves.",
    subcommands: [List.self, Lint.self, Diff.self, Suggest.self, Accept.self])

  /// `weir codes list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the codes that no rule maps, those with the most money first.")

    @OptionGroup var options: WorkspaceOptions

    @Option(help: "Only this publisher's codes.")
    var publisher: String?

    @Flag(help: "Print one JSON object a line for each code.")
    var json = false

    func run() throws {
      let run = try options.lastRun()
      try PublisherArgument.check(publisher, among: Set(run.summary.exports.map(\.publisher)))
      let codes = run.summary.unmapped.filter { publisher == nil || $0.publisher == publisher }
      var text = json ? "" : CSVText.line(Self.header)
      for code in codes { text += json ? object(code) : row(code) }
      Terminal.write(text)
    }

    private static let header = [
      "publisher", "pounds", "lines", "cost_centre", "subjective_code", "expense_type", "service",
      "transaction_prefix", "descriptions", "first_seen",
    ]

    private func cells(_ code: UnmappedCode) -> [String] {
      let codes = code.codes
      return [
        code.publisher, code.tally.amount.decimal, "\(code.tally.rows)", codes.costCentre,
        codes.subjectiveCode, codes.expenseType, codes.service, codes.transactionPrefix,
        code.descriptions.joined(separator: "; "), code.firstSeen.description,
      ]
    }

    private func row(_ code: UnmappedCode) -> String { CSVText.line(cells(code)) }

    private func object(_ code: UnmappedCode) -> String {
      let pairs = zip(Self.header, cells(code).map { JSONText.text($0) })
      return JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n"
    }
  }

  /// `weir codes lint`.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds the faults of all mapping files: unknown columns, ties, shares, dead rules.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "Print one JSON object a line for each finding.")
    var json = false

    func run() throws {
      let (mappings, findings) = try CodeLint.findings(of: options.folder)
      for finding in findings {
        Terminal.write(
          (json ? ReportJSON.finding(finding).line : finding.description) + "\n")
      }
      if findings.isEmpty, !options.quiet {
        let rules = mappings.codeRules.values.reduce(0) { $0 + $1.count }
        Terminal.message("\(rules) rules, \(mappings.sources.count) sources: no faults")
      }
      throw ExitCode(findings)
    }
  }
}
