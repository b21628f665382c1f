import ArgumentParser
import MappingTables
import Pipeline
import PoolModel
import PoolStore

/// `weir trace`: the lines behind a figure.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Lists the lines behind a pool's figures.",
    discussion: """
      Each line names its export with the SHA-256, the physical line and byte, the rule that gave \
      its category and the provider. Narrow the figure with the options.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: "The pool as agreement/year.")
  var pool: String

  @Option(help: "Only this client group and the groups below it, such as CG-LD.")
  var clientGroup: String?

  @Option(help: "Only this care setting and the settings below it, such as ST-CH.")
  var careSetting: String?

  @Option(help: "Only this partner's lines, by organisation id.")
  var partner: String?

  @Option(help: "Only lines paid to this provider, by id.")
  var provider: String?

  @Option(help: "Only this scheme's lines.")
  var scheme: String?

  @Option(help: "Only what a source of the Better Care Fund pays for, such as iBCF; capital too.")
  var source: String?

  @Option(
    help: """
      Only what stands behind this line of the memorandum account, such as \
      expenditure-by-partner/PCT-5PG, funding/LA-BIRMINGHAM or paid-in/PCT-5PG.
      """)
  var line: String?

  private static let header = [
    "file", "sha256", "line", "byte", "date", "pounds", "client_group", "care_setting",
    "age_band", "scheme", "partner", "provider", "rule",
  ]

  func run() throws {
    let run = try options.lastRun()
    guard let account = run.summary.pools.first(where: { $0.id == pool }) else {
      let known = run.summary.pools.map(\.id).joined(separator: ", ")
      throw Failure("no pool \(pool.quotedForMessage); the pools are: \(known)")
    }
    let provider = try provider.map { try ProviderArgument.current($0, run, quiet: options.quiet) }
    try checkFilters(run)
    try checkSource(of: account)
    let behind = try accountTrace(of: account)
    let sums = Dictionary(
      uniqueKeysWithValues: run.summary.exports.map { ($0.path, $0.sha256) })
    Terminal.write(CSVText.line(TraceCommand.header))
    if line == nil, source == nil, account.spending.isEmpty {
      // A sum of £0.00 would read as a pool that spent nothing.
      if !options.quiet { Terminal.message(noSpending) }
      return
    }
    var tally = try trace(behind, of: account, provider, run, sums)
    // The sources of a plan pay for capital as well, which is no spending of the pool.
    if source != nil, line == nil { tally += try trace(.capital, of: account, provider, run, sums) }
    tell(tally)
  }

  /// Prints what stands behind a line of the account, and gives its lines and their sum.
  private func trace(
    _ behind: AccountTrace, of account: PoolAccount, _ provider: String?, _ run: StoredRun,
    _ sums: [String: String]
  ) throws -> RowTally {
    switch behind {
    case .spending(let partner, let scheme):
      try traceLines(of: account, run, sums) {
        isWanted($0, provider, run) && partner ?? $0.line.organisation == $0.line.organisation
          && scheme ?? $0.scheme == $0.scheme
      }
    case .expenditure:
      try traceLines(of: account, run, sums) { isWanted($0, provider, run) }
        + trace(account.paidToOtherPools, sums)
    case .capital:
      try traceLines(of: account, run, sums, ofCapital: true) { isWanted($0, provider, run) }
    case .funding(let part): try traceFunding(part, of: account, run, sums)
    case .paidIn(let partner): trace(account.contributions(paidBy: partner), sums)
    case .paidOn: trace(account.paidToOtherPools, sums)
    case .paidByOtherPools: trace(paidByOtherPools(to: account, run), sums)
    }
  }

  private func traceLines(
    of account: PoolAccount, _ run: StoredRun, _ sums: [String: String], ofCapital: Bool = false,
    where isWanted: (StoredRun.TracedLine) -> Bool
  ) throws -> RowTally {
    var tally = RowTally()
    try run.lines(behind: account, ofCapital: ofCapital, where: isWanted) { traced in
      tally.count(traced.amount)
      Terminal.write(row(traced, sums))
    }
    return tally
  }

  /// What `--line` asks for; all spending without it.
  private func accountTrace(of account: PoolAccount) throws -> AccountTrace {
    guard let line else { return .spending(partner: nil, scheme: nil) }
    let addresses = account.memorandum.map(\.address)
    guard addresses.contains(line) else {
      throw Failure(
        "no line \(line.quotedForMessage) in the account; its lines are: "
          + addresses.joined(separator: ", "))
    }
    guard let trace = AccountTrace(line) else {
      throw Failure(
        "\(line) is worked out from other lines of the account: weir pools show \(pool)")
    }
    return trace
  }

  private var noSpending: String {
    "the pool has no spending lines to trace; its funding is in: weir pools show \(pool)"
  }

  /// An unknown code would give an empty table, which reads as "no money".
  private func checkFilters(_ run: StoredRun) throws {
    let mappings = run.mappings
    if let clientGroup, mappings.clientGroups[clientGroup] == nil {
      throw Failure("no client group \(clientGroup.quotedForMessage) in the taxonomy")
    }
    if let careSetting, mappings.careSettings[careSetting] == nil {
      throw Failure("no care setting \(careSetting.quotedForMessage) in the taxonomy")
    }
    if let partner, mappings.organisations[partner] == nil {
      throw Failure("no organisation \(partner.quotedForMessage) in mappings/organisations.csv")
    }
    let schemes = mappings.agreements.filter { pool.hasPrefix("\($0.agreement)/") }
      .flatMap { $0.schemes.map(\.scheme) }
    if let scheme, !schemes.contains(scheme) {
      throw Failure(
        "no scheme \(scheme.quotedForMessage); the schemes are: "
          + schemes.joined(separator: ", "))
    }
  }

  private func checkSource(of account: PoolAccount) throws {
    guard let source else { return }
    let spent = (account.betterCareFund?.sources ?? []).filter { $0.spending != nil }
      .map(\.source)
    guard spent.contains(source) else {
      throw Failure(
        "nothing is spent from a source \(source.quotedForMessage); the sources are: "
          + (spent.isEmpty ? "none" : spent.joined(separator: ", ")))
    }
  }

  private func isWanted(
    _ traced: StoredRun.TracedLine, _ provider: String?, _ run: StoredRun
  ) -> Bool {
    let mappings = run.mappings
    return clientGroup.map {
      mappings.clientGroups.isCode(traced.category.clientGroup, within: $0)
    } ?? true
      && careSetting.map {
        mappings.careSettings.isCode(traced.category.careSetting, within: $0)
      } ?? true
      && partner.map { traced.line.organisation == $0 } ?? true
      && provider.map { traced.provider == $0 } ?? true
      && scheme.map { traced.scheme == $0 } ?? true
      && source.map { traced.source == $0 } ?? true
  }

  private func row(_ traced: StoredRun.TracedLine, _ sums: [String: String]) -> String {
    let line = traced.line
    return CSVText.line([
      line.position.file, sums[line.position.file] ?? "", "\(line.position.line)",
      "\(line.position.byte)", line.day?.description ?? "", traced.amount.decimal,
      traced.category.clientGroup, traced.category.careSetting, traced.category.ageBand,
      traced.scheme, line.organisation, traced.provider, line.decision.rule,
    ])
  }
}
