import MappingTables
import PoolModel

/// Where money goes while pools are built: into a pool, outside any, or out of the sums.
///
/// Every booking adds to a ``PoolPlacement`` as well, so that what goes in can be proved to come out.
struct PoolLedger {
  let mappings: MappingSet
  var pools: [OpenPool]
  var claims: SchemeClaims
  /// Ends of transfers that wait to be paired.
  var movements: [Movement] = []
  var findings: [Finding] = []
  /// Ends of transfers without another, for findings.
  var leftOver = LeftOverTransfers()
  /// Whose payments are loaded.
  let loaded: LoadedBodies
  /// The pools that contribution sources fill, by publisher.
  let fundedPools: [String: [(pool: Int, source: Agreement.ContributionSource)]]

  private struct Account: Hashable {
    var publisher: String
    var side: PoolSide
  }

  private struct DoubleClaim: Hashable {
    var publisher: String
    var pools: [Int]
  }

  private struct ExportSide: Hashable {
    var export: String
    var publisher: String
    var side: PoolSide
  }

  private var placements: [ExportSide: PoolPlacement] = [:]
  private var outside: [Account: [String: RowTally]] = [:]
  private var doubleClaims: [DoubleClaim: RowTally] = [:]

  /// An empty ledger of all agreements' pools.
  init(mappings: MappingSet, loaded: LoadedBodies) {
    self.mappings = mappings
    self.loaded = loaded
    pools = OpenPool.all(of: mappings.agreements)
    claims = SchemeClaims(pools: pools, mappings: mappings)
    var funded: [String: [(pool: Int, source: Agreement.ContributionSource)]] = [:]
    for (place, pool) in pools.enumerated() {
      for source in pool.agreement.contributionSources {
        funded[source.publisher, default: []].append((place, source))
      }
    }
    fundedPools = funded
  }
}

extension PoolLedger {
  /// Counts spending in a pool.
  mutating func countSpending(_ fact: PoolFact, in pool: Int, scheme: String) {
    pools[pool].spending.append((fact, scheme))
    book(fact, \.pooled)
  }

  /// Counts funding in a pool, under a line without amount.
  mutating func countFunding(_ fact: PoolFact, in pool: Int, under line: FundingLine) {
    pools[pool].funding[line, default: .zero] += fact.tally.amount
    book(fact, \.pooled)
  }

  /// Takes a movement between bodies out of the sums.
  mutating func eliminate(_ fact: PoolFact) { book(fact, \.eliminated) }

  /// Leaves money outside any pool.
  mutating func leaveOutside(_ fact: PoolFact, because reason: OutsideReason) {
    let account = Account(publisher: fact.publisher, side: fact.side)
    outside[account, default: [:]][reason.description, default: RowTally()] += fact.tally
    book(fact, \.outside)
  }

  /// Leaves money outside that several pools claim, and notes whose fault it is.
  mutating func leaveOutside(
    _ fact: PoolFact, claimedBy pools: [Int], because reason: OutsideReason = .claimedTwice
  ) {
    doubleClaims[DoubleClaim(publisher: fact.publisher, pools: pools), default: RowTally()] +=
      fact.tally
    leaveOutside(fact, because: reason)
  }

  private mutating func book(
    _ fact: PoolFact, _ place: WritableKeyPath<PoolPlacement, RowTally>
  ) {
    let account = ExportSide(export: fact.export, publisher: fact.publisher, side: fact.side)
    let empty = PoolPlacement(publisher: fact.publisher, export: fact.export, side: fact.side)
    placements[account, default: empty][keyPath: place] += fact.tally
  }
}

extension PoolLedger {
  /// Where each export's money went, in order of publisher, export and side.
  var placementsInOrder: [PoolPlacement] {
    placements.values.sorted {
      ($0.publisher, $0.export, $0.side.rawValue) < ($1.publisher, $1.export, $1.side.rawValue)
    }
  }

  /// What no pool counts, in order of publisher, side and reason.
  var outsideInOrder: [OutsideMoney] {
    outside
      .flatMap { account, reasons in
        reasons.map {
          OutsideMoney(
            publisher: account.publisher, side: account.side, reason: $0.key, tally: $0.value)
        }
      }
      .sorted {
        ($0.publisher, $0.side.rawValue, $0.reason) < ($1.publisher, $1.side.rawValue, $1.reason)
      }
  }

  /// One finding a publisher and set of pools that claim the same of its money.
  var doubleClaimFindings: [Finding] {
    doubleClaims.map { claim, tally in
      let agreements = claim.pools.map { pools[$0].agreement }
      let names = agreements.map(\.agreement).joined(separator: " and ")
      let ids = claim.pools.map { pools[$0].id }.joined(separator: " ")
      return Finding(
        .lineInTwoPools, at: SourcePosition(file: agreements.first?.file ?? ""), value: ids,
        atStake: tally.amount, rows: tally.rows,
        message: "\(tally.amount) of \(claim.publisher) could belong to \(names), "
          + "and no pool counts it",
        remedy: "narrow the claims of one of them, or name the scheme in the line's code rule")
    }
  }
}
