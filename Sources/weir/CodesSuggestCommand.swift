import ArgumentParser
import CodeMapping
import MappingTables
import Pipeline
import PoolModel

extension CodesCommand {
  /// `weir codes suggest`.
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Suggests what unmapped codes mean, from what their own labels state.",
      discussion: """
        Each suggestion shows its grounds: words of the label, rules of other publishers, mapped \
        codes beside it. Nothing is mapped by it until weir codes accept writes the rule.
        """)

    @OptionGroup var options: WorkspaceOptions

    @Option(help: "Only this publisher's codes.")
    var publisher: String?

    @Option(help: "Show so many of each publisher, those with the most money first.")
    var limit: Int?

    @Flag(help: "Print one JSON object a line for each suggestion.")
    var json = false

    private static let header = [
      "suggestion", "publisher", "pounds", "lines", "cost_centre", "subjective_code",
      "expense_type", "service", "transaction_prefix", "client_group", "care_setting", "age_band",
      "from", "to", "grounds",
    ]

    func run() throws {
      let mappings = try options.mappings()
      guard
        let found = try CodeSuggestions.last(in: options.folder, mappings, publisher: publisher)
      else { throw Failure("nothing has been run in this workspace yet; run weir run") }
      try PublisherArgument.check(publisher, among: found.publishers)
      var shown: [String: Int] = [:]
      var text = json ? "" : CSVText.line(Self.header)
      for entry in found.entries {
        let count = shown[entry.suggestion.publisher, default: 0]
        guard limit.map({ count < $0 }) ?? true else { continue }
        shown[entry.suggestion.publisher] = count + 1
        text += json ? object(entry) : CSVText.line(cells(entry))
      }
      Terminal.write(text)
      if !options.quiet, found.entries.isEmpty {
        Terminal.message("the labels of no unmapped code state a client group or a care setting")
      }
    }

    private func cells(_ entry: CodeSuggestions.Entry) -> [String] {
      let suggestion = entry.suggestion
      let codes = suggestion.codes
      let axes = [LabelWord.Axis.clientGroup, .careSetting, .ageBand]
      let grounds = axes.compactMap { axis in
        suggestion.meanings[axis].map {
          "\($0.code): " + $0.grounds.map(\.text).joined(separator: ", ")
        }
      }
      return [
        entry.id, suggestion.publisher, suggestion.tally.amount.decimal,
        "\(suggestion.tally.rows)", codes.costCentre, codes.subjectiveCode, codes.expenseType,
        codes.service, codes.transactionPrefix,
      ] + axes.map { suggestion.meanings[$0]?.code ?? "" } + [
        suggestion.from?.description ?? "", suggestion.to?.description ?? "",
        grounds.joined(separator: "; "),
      ]
    }

    private func object(_ entry: CodeSuggestions.Entry) -> String {
      let pairs = zip(Self.header, cells(entry).map { JSONText.text($0) })
      return JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n"
    }
  }
}
