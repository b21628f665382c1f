import ArgumentParser
import Pipeline
import PoolModel
import PoolStore

/// `weir runs`: the ledger.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "Lists the runs, what each did, and what changed between two.",
    subcommands: [List.self, Show.self, Diff.self])

  /// The ledger; the message that there is none ends the command.
  static func history(_ options: WorkspaceOptions) throws -> RunHistory {
    guard let history = try RunHistory(of: options.folder) else {
      throw Failure(
        "\(options.workspace): no run yet; start one with: weir run --workspace "
          + options.workspace)
    }
    return history
  }

  /// A run of the ledger; the message that there is none ends the command.
  static func run(_ name: String, in history: RunHistory) throws -> StoredRunRecord {
    guard let run = history.run(name) else {
      throw Failure("no run \(name.quotedForMessage); list them with: weir runs list")
    }
    return run
  }

  /// Prints rows as CSV with a header, or as one JSON object a line.
  static func print(_ header: [String], _ rows: [[String]], json: Bool) {
    var text = json ? "" : CSVText.line(header)
    for row in rows {
      text +=
        json
        ? JSONText.object(
          Dictionary(uniqueKeysWithValues: zip(header, row.map { JSONText.text($0) }))
        ).line + "\n"
        : CSVText.line(row)
    }
    Terminal.write(text)
  }
}

extension RunsCommand {
  /// `weir runs list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the runs that did anything, the last first.")

    @OptionGroup var options: WorkspaceOptions

    @Flag(help: "Print one JSON object a line for each run.")
    var json = false

    func run() throws {
      let history = try RunsCommand.history(options)
      let rows = try history.runs.map { run in
        let events = try history.events(of: run)
        return [
          "\(run.number)", run.id, run.started, run.asAt?.description ?? "", "\(run.exitCode)",
          "\(events.count { [.taken, .replaced, .readAgain].contains($0.kind) })",
          "\(events.count { [.gone, .leftOut, .reinstated, .heldBack].contains($0.kind) })",
        ]
      }
      RunsCommand.print(
        ["run", "id", "started", "as_at", "exit_code", "exports_read", "exports_put_aside"], rows,
        json: json)
    }
  }

  /// `weir runs show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what a run did with which export, in lines and pounds.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The run's number or id, as weir runs list prints them.")
    var name: String

    @Flag(help: "Print one JSON object a line for each export.")
    var json = false

    func run() throws {
      let history = try RunsCommand.history(options)
      let events = try history.events(of: try RunsCommand.run(name, in: history))
      RunsCommand.print(
        [
          "publisher", "file", "done", "lines_before", "pounds_before", "lines_after",
          "pounds_after", "sha256",
        ],
        events.map {
          [
            $0.publisher, $0.path, $0.kind.rawValue, "\($0.before.rows)",
            $0.before.amount.decimal, "\($0.after.rows)", $0.after.amount.decimal, $0.sha256,
          ]
        }, json: json)
    }
  }

  /// `weir runs diff`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what two runs published differently, by pool, partner and category.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The first run's number or id.")
    var first: String

    @Argument(help: "The second run's number or id.")
    var second: String

    @Flag(help: "Print one JSON object a line for each row.")
    var json = false

    func run() throws {
      let history = try RunsCommand.history(options)
      let (one, two) = (
        try RunsCommand.run(first, in: history), try RunsCommand.run(second, in: history)
      )
      let changes = try history.changes(from: one, to: two)
      RunsCommand.print(
        [
          "pool", "side", "partner", "client_group", "care_setting", "lines_before",
          "pounds_before", "lines_after", "pounds_after", "pounds_more",
        ],
        changes.map {
          $0.key.texts + [
            "\($0.before.rows)", $0.before.amount.decimal, "\($0.after.rows)",
            $0.after.amount.decimal, ($0.after.amount - $0.before.amount).decimal,
          ]
        }, json: json)
      guard !options.quiet else { return }
      Terminal.message(
        changes.isEmpty
          ? "nothing differs" : "\(changes.count) figure\(changes.count == 1 ? "" : "s") differ")
    }
  }
}
