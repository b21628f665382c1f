import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import ProviderMatching

/// `weir providers decisions`.
struct ProvidersDecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Lists what was decided about names, or takes a decision back.",
    discussion: """
      A decision is active, revoked, contradicted or, where no export of the last run holds its \
      names, unused. Individuals are not named. Taking back adds a row "revoked".

      Example: weir providers decisions --revoke D-25GSP4FK --by "A Clerk, finance" \
      --on 2010-05-03 --why "the nursery has closed"
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "Only decisions in this state: active, revoked, contradicted or unused.")
  var state: String?

  @Option(help: "Take back the decision with this id; needs --by, --on and --why.")
  var revoke: String?

  @Option(help: "Who takes it back.")
  var by: String?

  @Option(help: "The day, such as 2010-05-03; the clock is never asked.")
  var on: String?

  @Option(help: "Why it is taken back.")
  var why: String?

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    if let state, DecisionLedger.State(rawValue: state) == nil {
      let states = DecisionLedger.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--state takes one of \(states)")
    }
    guard revoke != nil else { return }
    guard let by, !by.isEmpty, let why, !why.isEmpty, CalendarDay(iso: on ?? "") != nil else {
      throw ValidationError("--revoke needs --by, --why and --on with a day, such as 2010-05-03")
    }
  }

  func run() throws {
    let mappings = try options.mappings()
    if let revoke { return try takeBack(revoke, mappings) }
    var ledger = DecisionLedger(
      mappings.providerDecisions,
      organisations: mappings.organisations.values.sorted { $0.id < $1.id })
    if let payees = try StoredPayees.last(in: options.folder, mappings)?.payees {
      ledger.markUnused(payees: payees.lazy.map { ($0.publisher, $0.supplier.name) })
    }
    if !options.quiet, !ledger.findings.isEmpty { Terminal.report(ledger.findings) }
    let wanted = ledger.entries.filter { state == nil || $0.state.rawValue == state }
    Terminal.write(text(wanted, DecisionListing(mappings, ledger)))
    throw ExitCode(ledger.findings)
  }

  private func text(_ entries: [DecisionLedger.Entry], _ listing: DecisionListing) -> String {
    let rows = entries.map(listing.cells)
    guard json else {
      return CSVText.line(DecisionListing.header) + rows.map { CSVText.line($0) }.joined()
    }
    return rows.map { row in
      let pairs = zip(DecisionListing.header, row.map { JSONText.text($0) })
      return JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n"
    }.joined()
  }

  private func takeBack(_ id: String, _ mappings: MappingSet) throws {
    let row = ProviderDecision(
      verdict: .revoked, revokes: id, day: CalendarDay(iso: on ?? ""), decidedBy: by ?? "",
      reason: why ?? "", position: SourcePosition(file: DecisionFile.path))
    let desk = DecisionDesk(workspace: options.folder, mappings: mappings, isDryRun: dryRun)
    let outcome = try writingDecision { try desk.decide(row) }
    guard case .written(let written) = outcome else {
      return try DecisionOutcome.end(outcome, options)
    }
    Terminal.write(DecisionOutcome.text(of: written, json: json))
    if !options.quiet { Terminal.message(dryRun ? "nothing was written" : "taken back") }
  }
}

/// Decisions as they may be printed: never the name of an individual (law 8).
struct DecisionListing {
  static let header = [
    "id", "decision", "state", "publisher", "name", "other_publisher", "other_name", "body",
    "revokes", "decided_on", "decided_by", "reason", "line",
  ]

  private let kinds: PayeeKinds
  private let decisions: [String: ProviderDecision]

  /// A listing of some rows of the ledger.
  init(_ mappings: MappingSet, _ ledger: DecisionLedger) {
    kinds = PayeeKinds(words: mappings.providerWords, decisions: mappings.providerDecisions)
    decisions = Dictionary(
      ledger.entries.map { ($0.id, $0.decision) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cells of one decision.
  func cells(_ entry: DecisionLedger.Entry) -> [String] {
    let decision = entry.decision
    let name = shown(decision.name, decision.publisher, decision)
    let other = shown(decision.otherName, decision.otherPublisher, decision)
    return [
      entry.id, decision.verdict.rawValue, entry.state.rawValue, decision.publisher, name,
      decision.otherPublisher, other, decision.body, decision.revokes,
      decision.day?.description ?? "", decision.decidedBy,
      // What was written down about an individual may say who it is.
      isWhole(decision) ? decision.reason : "", "\(decision.position.line)",
    ]
  }

  /// Whether a decision, and what it takes back, is about no individual.
  private func isWhole(_ decision: ProviderDecision) -> Bool {
    var decision = decision
    var seen: Set<String> = []
    while decision.verdict == .revoked, seen.insert(decision.revokes).inserted {
      // What cannot be found cannot be told from a decision about an individual.
      guard let revoked = decisions[decision.revokes] else { return false }
      decision = revoked
    }
    return shown(decision.name, decision.publisher, decision) == decision.name
      && shown(decision.otherName, decision.otherPublisher, decision) == decision.otherName
  }

  private func shown(_ name: String, _ publisher: String, _ decision: ProviderDecision) -> String {
    guard !name.isEmpty else { return "" }
    guard decision.verdict != .individual else { return PayeeClass.individuals.name }
    switch kinds.kind(of: SupplierMention(name: name), publisher: publisher) {
    case .individual: return PayeeClass.individuals.name
    case .redacted: return PayeeClass.redacted.name
    default: return name
    }
  }
}
