import ArgumentParser
import MappingTables
import Pipeline
import PoolModel

/// `weir undo`: takes an import back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back what a run, or one file, brought in.",
    discussion: """
      Shows first what that does in lines and pounds, then adds a row for each export to \
      mappings/exports/decisions.csv; the next run leaves those bytes out and lets what the file \
      held before count again. weir accept takes them in again.

      Example: weir undo 12 --by "A Clerk, finance" --on 2010-04-12 --why "sent in error"
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The run's number or id, as weir runs list prints them.")
  var name: String?

  @Option(help: "One export instead of a run, such as data/exports/devon/2010-03.csv.")
  var file: String?

  @OptionGroup var decision: ExportDecisionOptions

  func validate() throws {
    guard (name == nil) != (file == nil) else {
      throw ValidationError("name a run or a --file, and not both")
    }
  }

  func run() throws {
    try decision.decide(.leaveOut, options) { desk in
      if let file { return try desk.undoing(file: file) }
      return try desk.undoing(run: name ?? "")
    }
  }
}

/// `weir accept`: takes bytes in that were left out or held back.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Takes in a file that was held back or taken back before.",
    discussion: """
      Adds a row to mappings/exports/decisions.csv about the bytes that the file has now; the next \
      run takes them in.

      Example: weir accept data/exports/devon/2010-03.csv --by "A Clerk, finance" \
      --on 2010-04-12 --why "the publisher says that it is whole"
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The export, such as data/exports/devon/2010-03.csv.")
  var file: String

  @OptionGroup var decision: ExportDecisionOptions

  func run() throws {
    try decision.decide(.take, options) { try $0.accepting(file: file) }
  }
}

/// Who decides about exports, when and why, and how the outcome is printed.
struct ExportDecisionOptions: ParsableArguments {
  @OptionGroup var decision: DecisionOptions

  @Option(help: "Why.")
  var why: String

  @Flag(help: "Print one JSON object a line for each export.")
  var json = false

  func validate() throws {
    guard DecisionOptions.isName(why) else { throw ValidationError("--why is blank") }
  }

  private static let header = [
    "publisher", "file", "lines_now", "pounds_now", "lines_then", "pounds_then", "sha256",
  ]

  /// Prints what a decision does, then writes it.
  func decide(
    _ verdict: ExportDecision.Verdict, _ options: WorkspaceOptions,
    _ effects: (ExportDesk) throws -> [ExportDesk.Effect]
  ) throws {
    guard let day = decision.day else { return }
    let mappings = try options.mappings()
    let opened = try writingDecision {
      try ExportDesk(workspace: options.folder, mappings: mappings, isDryRun: decision.dryRun)
    }
    guard let desk = opened else {
      throw Failure("nothing has been run in this workspace yet; run weir run")
    }
    let found: [ExportDesk.Effect]
    do {
      found = try effects(desk)
    } catch let hindrance as ExportDesk.Hindrance {
      throw Failure(Self.sentence(hindrance))
    }
    RunsCommand.print(Self.header, found.map(Self.cells), json: json)
    try writingDecision {
      try desk.decide(verdict, found, by: decision.by, on: day, reason: why)
    }
    if !options.quiet {
      Terminal.message(Self.sentence(found))
      Terminal.message(
        decision.dryRun ? "nothing was written" : "written; weir run publishes what follows")
    }
  }

  private static func cells(_ effect: ExportDesk.Effect) -> [String] {
    [
      effect.publisher, effect.path, "\(effect.before.rows)", effect.before.amount.decimal,
      effect.after.map { "\($0.rows)" } ?? "", effect.after?.amount.decimal ?? "", effect.sha256,
    ]
  }

  private static func sentence(_ effects: [ExportDesk.Effect]) -> String {
    let before = effects.reduce(into: RowTally()) { $0 += $1.before }
    let known = effects.compactMap(\.after)
    let exports = "\(effects.count) export\(effects.count == 1 ? "" : "s")"
    let now = "\(exports): \(before.rows) lines with \(before.amount) count now"
    guard known.count == effects.count else { return "\(now); reading will tell what then" }
    let after = known.reduce(into: RowTally()) { $0 += $1 }
    return "\(now), \(after.rows) with \(after.amount) then"
  }

  private static func sentence(_ hindrance: ExportDesk.Hindrance) -> String {
    switch hindrance {
    case .noSuchRun: "there is no such run; list them with: weir runs list"
    case .nothingTaken: "the run took in no export; see weir runs show"
    case .noSuchExport: "there is no such export; list them with: weir status"
    case .alreadySo: "it is so already; nothing was written"
    case .versionGone(let paths):
      "the store no longer holds what was there before of \(paths.joined(separator: ", ")); "
        + "put the earlier file back instead, or leave it out alone with --file"
    case .takenSince: "later runs took in other bytes of all its exports; nothing was written"
    }
  }
}
