import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// What every command takes that writes decisions.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides.")
  var by: String

  @Option(help: "The day of the decision, such as 2010-04-12; the clock is never asked.")
  var on: String

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  func validate() throws {
    guard DecisionOptions.isName(by) else { throw ValidationError("--by is blank") }
    guard CalendarDay(iso: on) != nil else {
      throw ValidationError("--on takes a day, such as 2010-04-12")
    }
  }

  /// Whether a text can be who decides.
  static func isName(_ by: String) -> Bool { by.contains { !$0.isWhitespace } }

  /// The day of the decision.
  var day: CalendarDay? { CalendarDay(iso: on) }
}

/// Two names, and who says what of them.
struct PairOptions: ParsableArguments {
  @Argument(help: "A name as published, or a provider's id.")
  var name: String

  @Argument(help: "Another name as published, or a provider's id.")
  var otherName: String

  @Option(help: "Only the first name as this publisher has it; all publishers unless given.")
  var publisher: String?

  @Option(help: "Only the second name as this publisher has it; all publishers unless given.")
  var otherPublisher: String?

  @Option(help: "Why.")
  var why: String

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Print the row as a JSON object.")
  var json = false

  /// Writes a decision about the two names and prints its row.
  func decide(_ verdict: ProviderDecision.Verdict, _ options: WorkspaceOptions) throws {
    let mappings = try options.mappings()
    let names = try DecidedNames(options, mappings)
    let one = try names.side(name, publisher)
    let other = try names.side(otherName, otherPublisher)
    let row = ProviderDecision(
      verdict: verdict, publisher: one.publisher, name: one.name, otherPublisher: other.publisher,
      otherName: other.name, day: decision.day, decidedBy: decision.by, reason: why,
      position: SourcePosition(file: DecisionFile.path))
    let desk = DecisionDesk(
      workspace: options.folder, mappings: mappings, isDryRun: decision.dryRun)
    let outcome = try writingDecision { try desk.decide(row) }
    guard case .written(let written) = outcome else {
      return try DecisionOutcome.end(outcome, options)
    }
    Terminal.write(DecisionOutcome.text(of: written, json: json))
    if !options.quiet {
      Terminal.message(
        decision.dryRun ? "nothing was written" : "written; weir run publishes what follows")
    }
  }
}

/// The names that a decision may be about: not those of individuals, and no mistyped ones.
struct DecidedNames {
  private let payees: StoredPayees?
  private let kinds: PayeeKinds

  init(_ options: WorkspaceOptions, _ mappings: MappingSet) throws {
    payees = try StoredPayees.last(in: options.folder, mappings)
    kinds = PayeeKinds(words: mappings.providerWords, decisions: mappings.providerDecisions)
  }

  /// One side of a decision: a name, or the spelling of a provider that most money goes under.
  func side(
    _ text: String, _ publisher: String?
  ) throws -> (publisher: String, name: String) {
    guard PayeeClass.withID(text) == nil else {
      throw Failure("\(text) is a class of payees, who are never told apart")
    }
    if let spelling = payees?.spelling(ofProvider: text) {
      return (spelling.publisher, spelling.supplier.name)
    }
    let kind = kinds.kind(of: SupplierMention(name: text), publisher: publisher ?? "")
    guard kind != .individual, kind != .redacted else {
      throw Failure(
        "one of the names is an individual's or withheld; such payees are never matched")
    }
    if let payees, !payees.holds(publisher: publisher ?? "", name: text) {
      throw Failure(
        "no export of the last run pays \(text.quotedForMessage)"
          + (publisher.map { " at \($0.quotedForMessage)" } ?? "")
          + "; list the names with: weir providers list --names")
    }
    return (publisher ?? "", text)
  }
}

/// How the attempt to write a decision ends.
enum DecisionOutcome {
  /// Ends a command whose decision was not written.
  static func end(_ outcome: DecisionDesk.Outcome, _ options: WorkspaceOptions) throws {
    switch outcome {
    case .written: break
    case .alreadyDecided(let id):
      if !options.quiet { Terminal.message("\(id) says so already; nothing was written") }
    case .contradicts, .nothingToRevoke:
      throw Failure(refusal(outcome) ?? "")
    case .faulty(let findings):
      Terminal.report(findings)
      throw ExitCode(3)
    }
  }

  /// Why nothing was written; nil where it was, or need not be.
  static func refusal(_ outcome: DecisionDesk.Outcome) -> String? {
    switch outcome {
    case .contradicts(let ids):
      "this contradicts \(ids.joined(separator: ", ")); nothing was written. Take one back first: "
        + "weir providers decisions --revoke ID"
    case .nothingToRevoke:
      "there is no such decision that still counts; list them with: weir providers decisions"
    default: nil
    }
  }

  /// The row as it stands in the ledger, with its header, or as an object.
  static func text(of decision: ProviderDecision, json: Bool) -> String {
    let cells = DecisionFile.cells(of: decision)
    guard !json else {
      return JSONText.object(cells.mapValues { .text($0) }).line + "\n"
    }
    let columns = DecisionFile.columns
    return CSVText.line(columns) + CSVText.line(columns.map { cells[$0] ?? "" })
  }
}
