import ArgumentParser
import Pipeline
import PoolModel
import ProviderMatching
import QualityReporting

/// `weir providers list`.
struct ProvidersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the providers of the last run with what all partners paid them.")

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "Only providers that at least this many publishers pay.")
  var publishers = 1

  @Option(help: "Only this provider, by id; one that was merged away stands for the one it is now.")
  var provider: String?

  @Option(help: "One row for each provider or for each family: provider or family.")
  var by = Level.provider

  @Flag(help: "List each spelling with its publisher as well.")
  var names = false

  @Flag(help: "List the pairs of names that may be one provider and were not merged.")
  var review = false

  @Flag(help: "Print one JSON object a line.")
  var json = false

  /// What a row is.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case provider
    case family
  }

  func run() throws {
    let run = try options.lastRun()
    if review { return try writeReviews(run) }
    let id = try provider.map { try ProviderArgument.current($0, run, quiet: options.quiet) }
    let wanted = run.summary.providers.filter {
      $0.publishers >= publishers && (id == nil || $0.provider.id == id)
    }
    if names { return writeNames(run, Set(wanted.map(\.provider.id))) }
    if by == .family { return writeFamilies(run, wanted) }
    write(
      header: ["provider", "name", "kind", "body", "publishers", "spellings", "lines", "pounds"],
      wanted.sorted {
        ($1.tally.amount, $0.provider.id) < ($0.tally.amount, $1.provider.id)
      }.map {
        [
          $0.provider.id, $0.provider.name, $0.provider.kind.rawValue,
          $0.provider.organisation ?? "", "\($0.publishers)", "\($0.names)", "\($0.tally.rows)",
          $0.tally.amount.decimal,
        ]
      })
  }

  /// Families with what all partners paid their members; a provider of no family stands by itself.
  private func writeFamilies(_ run: StoredRun, _ wanted: [ProviderSummary]) {
    let names = Dictionary(grouping: run.summary.providerNames, by: \.provider)
    let groups = Dictionary(grouping: wanted) {
      $0.provider.family ?? ProviderFamily(id: $0.provider.id, name: $0.provider.name)
    }
    let rows = groups.map { family, members in
      (
        family: family, members: members,
        tally: members.reduce(into: RowTally()) { $0 += $1.tally },
        publishers: members.count == 1
          ? members[0].publishers
          : Set(members.flatMap { names[$0.provider.id] ?? [] }.map(\.publisher)).count
      )
    }
    write(
      header: ["family", "name", "providers", "publishers", "lines", "pounds"],
      rows.sorted { ($1.tally.amount, $0.family.id) < ($0.tally.amount, $1.family.id) }.map {
        [
          $0.family.id, $0.family.name, "\($0.members.count)", "\($0.publishers)",
          "\($0.tally.rows)", $0.tally.amount.decimal,
        ]
      })
  }

  private func writeNames(_ run: StoredRun, _ wanted: Set<String>) {
    write(
      header: ["provider", "publisher", "name", "lines", "pounds"],
      run.summary.providerNames.filter { wanted.contains($0.provider) }.map {
        [
          $0.provider, $0.publisher, $0.name, "\($0.tally.rows)", $0.tally.amount.decimal,
        ]
      })
  }

  private func writeReviews(_ run: StoredRun) throws {
    let reviews = try StoredPayees.last(in: options.folder, run.mappings)?.reviews() ?? []
    write(
      header: ["pounds", "score", "publisher", "name", "other_publisher", "other_name", "reasons"],
      reviews.map { review in
        let pair = review.pair
        let unsure = review.unsure.map { ["somebody was unsure: \($0)"] } ?? []
        return [
          pair.atStake.decimal, "\(pair.score)", pair.left.publisher, pair.left.supplier.name,
          pair.right.publisher, pair.right.supplier.name,
          (pair.reasons + unsure).joined(separator: "; "),
        ]
      })
  }

  private func write(header: [String], _ rows: [[String]]) {
    guard json else {
      return Terminal.write(CSVText.line(header) + rows.map { CSVText.line($0) }.joined())
    }
    for row in rows {
      let pairs = zip(header, row.map { JSONText.text($0) })
      Terminal.write(JSONText.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n")
    }
  }
}
