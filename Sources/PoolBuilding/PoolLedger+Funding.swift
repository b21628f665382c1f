import MappingTables
import PoolModel

extension PoolLedger {
  /// Gives funding to the pool whose agreement names its publisher.
  ///
  /// What is passed on to another pool stays funding under its own flow: it is not spending.
  mutating func placeFunding(_ fact: PoolFact) {
    let fitting = fittingSources(of: fact)
    guard let (pool, source) = fitting.first else {
      return leaveOutside(fact, because: reasonForNoPool(fact))
    }
    guard fitting.count == 1 else {
      return leaveOutside(fact, claimedBy: fitting.map(\.pool))
    }
    countFunding(fact, in: pool, under: fundingLine(fact, source))
  }

  /// The line of a pool's funding that a fact is counted under.
  func fundingLine(_ fact: PoolFact, _ source: Agreement.ContributionSource) -> FundingLine {
    FundingLine(
      partner: source.partner, area: fact.area, kind: source.kind, label: fact.label,
      category: fact.category == .unknown ? nil : fact.category, flow: fact.flow, amount: nil,
      source: fact.publisher
    ).of(mappings.contributionRules)
  }

  /// The sources that take the fact on its basis.
  func fittingSources(
    of fact: PoolFact
  ) -> [(pool: Int, source: Agreement.ContributionSource)] {
    namingSources(of: fact).filter { pools[$0.pool].agreement.basis == fact.basis }
  }

  /// The first source of each pool that takes the fact; only the named one's where a rule names one.
  private func namingSources(
    of fact: PoolFact
  ) -> [(pool: Int, source: Agreement.ContributionSource)] {
    var found: [(pool: Int, source: Agreement.ContributionSource)] = []
    for (pool, source) in fundedPools[fact.publisher] ?? [] {
      let fits = source.year == nil || fact.year == nil || source.year == fact.year
      guard fits, (source.year ?? fact.year) == pools[pool].year, found.last?.pool != pool else {
        continue
      }
      guard fact.scheme.isEmpty || fact.scheme.hasPrefix(pools[pool].agreement.agreement + "/")
      else { continue }
      found.append((pool, source))
    }
    return found
  }

  private func reasonForNoPool(_ fact: PoolFact) -> OutsideReason {
    if !namingSources(of: fact).isEmpty { return .basisDiffers }
    if fundedPools[fact.publisher] != nil, fact.year == nil { return .yearUnknown }
    return .fundingUnnamed(flow: mappings.flows[fact.flow]?.label ?? fact.flow)
  }

  /// One finding a publisher with funding that makes no pool, saying why.
  var noPoolFindings: [Finding] {
    let twice = OutsideReason.claimedTwice.description
    let funding = outsideInOrder.filter { $0.side == .funding && $0.reason != twice }
    return Dictionary(grouping: funding, by: \.publisher).map { publisher, outside in
      let tally = outside.reduce(into: RowTally()) { $0 += $1.tally }
      let reasons = outside.map { "\($0.tally.amount): \($0.reason)" }.joined(separator: "; ")
      return Finding(
        .noPool, at: SourcePosition(exportsOf: publisher), atStake: tally.amount,
        rows: tally.rows, message: "funding that makes no pool (\(reasons))",
        remedy: "nothing, unless an agreement should name this publisher in contributions-from")
    }
  }
}

extension FundingLine {
  /// The line as money, capital or in kind, as the rule of its kind says; money where none does.
  func of(_ kinds: [String: ContributionKind]) -> FundingLine {
    var line = self
    line.isCash = kinds[kind]?.isCash ?? true
    line.isCapital = kinds[kind]?.isCapital ?? false
    line.isNetOfCharges = kinds[kind]?.isNetOfCharges ?? false
    return line
  }
}
