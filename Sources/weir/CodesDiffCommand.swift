import ArgumentParser
import FoundationEssentials
import MappingTables
import Pipeline
import PoolModel
import QualityReporting

extension CodesCommand {
  /// `weir codes diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows in pounds what an edit of the mapping files moves, before it is run.",
      discussion: """
        OLD and NEW are folders of mapping files or workspaces. Both decide the lines of the last \
        run; each row says how much money goes from one meaning to another, and by which rules.
        """)

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The mapping files as they were.")
    var old: String

    @Argument(help: "The mapping files as they are to be; default: those of the workspace.")
    var new: String?

    @Option(help: "Only this publisher's lines.")
    var publisher: String?

    @Flag(help: "Print one JSON object a line for each row.")
    var json = false

    private static let header =
      ["publisher", "side", "financial_year"]
      + ["from", "to"].flatMap { end in
        [
          "client_group", "care_setting", "age_band", "flow", "scheme", "coverage", "rule",
        ].map { "\(end)_\($0)" }
      } + ["lines", "pounds_before", "pounds_after"]

    func run() throws {
      let run = try options.lastRun()
      try PublisherArgument.check(publisher, among: Set(run.summary.exports.map(\.publisher)))
      let (from, to) = (try mappings(in: old), try new.map { try mappings(in: $0) })
      let diff = try MappingDiff(of: run, in: options.folder, from: from, to: to ?? run.mappings)
      let moves = diff.moves.filter { publisher == nil || $0.key.publisher == publisher }
      var text = json ? "" : CSVText.line(Self.header)
      for move in moves {
        text += json ? object(move) : CSVText.line(cells(move))
      }
      Terminal.write(text)
      if !options.quiet { Terminal.message(sentence(moves, diff.compared)) }
    }

    /// The mapping files of a workspace, or of a folder that holds what its `mappings/` does.
    private func mappings(in path: String) throws -> MappingSet {
      let inWorkspace = "\(path)/mappings"
      let isWorkspace = FileManager.default.fileExists(atPath: inWorkspace)
      guard isWorkspace || FileManager.default.fileExists(atPath: "\(path)/codes") else {
        throw Failure("\(path.quotedForMessage) holds neither mappings/ nor codes/")
      }
      let (mappings, faults) = MappingCheck.read(folder: isWorkspace ? inWorkspace : path)
      guard faults.contains(where: \.code.isConfigurationFault) else { return mappings }
      Terminal.message("\(path): its mapping files have faults")
      Terminal.report(faults)
      throw ExitCode(3)
    }

    private func sentence(_ moves: [MappingMove], _ compared: RowTally) -> String {
      let lines = moves.reduce(0) { $0 + $1.lines }
      let (before, after) = moves.reduce(into: (Money.zero, Money.zero)) {
        $0.0 += $1.before
        $0.1 += $1.after
      }
      return "\(lines) of \(compared.rows) lines move, \(before) of \(compared.amount)"
        + (before == after ? "" : "; with the signs of the new rules it is \(after)")
    }

    private func cells(_ move: MappingMove) -> [String] {
      [move.key.publisher, move.key.side.rawValue, move.key.year?.description ?? ""]
        + move.key.from.texts + move.key.to.texts
        + ["\(move.lines)", move.before.decimal, move.after.decimal]
    }

    private func object(_ move: MappingMove) -> String {
      let pairs = zip(Self.header, cells(move).map { JSONText.text($0) })
      return JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n"
    }
  }
}
