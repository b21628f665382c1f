import MappingTables
import PoolModel

/// One pool when all its money is gathered: its memorandum account and what must be said of it.
struct PoolClosing {
  let pool: OpenPool
  let mappings: MappingSet
  /// What exports of plans say of areas, of any publisher.
  let areaStatuses: [AreaStatus]
  /// Stated figures and gaps included.
  let account: PoolAccount

  /// Closes a pool.
  init(pool: OpenPool, mappings: MappingSet, areaStatuses: [AreaStatus]) {
    self.pool = pool
    self.mappings = mappings
    self.areaStatuses = areaStatuses
    let agreement = pool.agreement
    var account = PoolAccount(
      agreement: agreement.agreement, title: agreement.title, year: pool.year,
      basis: agreement.basis, host: agreement.host ?? "", partners: agreement.partners)
    account.statedAgreement = PoolAgreement(agreement, mappings)
    account.funding = PoolClosing.fundingLines(of: pool, mappings.contributionRules)
    let terms = FundingTerms(account.funding.filter(\.isRevenue), account)
    (account.termsMixed, account.fundingTerms) = (terms.mixed, terms.terms)
    account.spending = PoolClosing.spendingLines(of: pool)
    account.transfers = PoolClosing.transfers(of: pool)
    account.variances = PoolClosing.variances(of: pool)
    account.areas = PoolClosing.areas(of: pool, funding: account.funding, statuses: areaStatuses)
    account.conditions = agreement.conditions
    account.betterCareFund = PoolClosing.betterCareFund(
      of: pool, funding: account.funding, mappings)
    let gaps = PoolClosing.fundingGaps(of: agreement, account, mappings)
    account.gaps = PoolClosing.planGaps(of: account.betterCareFund)
    account.gaps += gaps + PoolClosing.spendingGaps(of: agreement, account.spending)
    account.statedFigures = PoolClosing.statedFigures(of: pool, account, isFunded: gaps.isEmpty)
    self.account = account
  }

  /// The agreement's contributions in its own order, then what exports state.
  private static func fundingLines(
    of pool: OpenPool, _ kinds: [String: ContributionKind]
  ) -> [FundingLine] {
    let agreement = pool.agreement
    let contributions = agreement.contributions.filter { $0.year == pool.year }.map {
      var line = FundingLine(
        partner: $0.partner, kind: $0.kind, label: $0.label, flow: Flow.contributionCode,
        amount: $0.amount, source: agreement.file
      ).of(kinds)
      line.scheme = $0.scheme
      line.isNetOfCharges = line.isNetOfCharges || $0.isNetOfCharges
      line.prices = $0.prices
      line.instalments = $0.instalments
      line.approval = [$0.approval, $0.approvedOn?.description ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", ")
      return line
    }
    let exported = pool.funding.map { line, amount in
      var line = line
      line.amount = amount
      return line
    }
    return contributions + exported.sorted(by: inAccountOrder)
  }

  private static func inAccountOrder(_ left: FundingLine, _ right: FundingLine) -> Bool {
    let (first, second) = (
      (left.source, left.area, left.partner, left.kind, left.label, left.flow),
      (right.source, right.area, right.partner, right.kind, right.label, right.flow)
    )
    if first != second { return first < second }
    return (left.category?.description ?? "") < (right.category?.description ?? "")
  }

  private static func spendingLines(of pool: OpenPool) -> [SpendingLine] {
    var sums: [SpendingLine: RowTally] = [:]
    for (fact, scheme) in pool.spending {
      let line = SpendingLine(
        partner: fact.organisation, scheme: scheme, category: fact.category, flow: fact.flow,
        provider: fact.provider, tally: RowTally())
      sums[line, default: RowTally()] += fact.tally
    }
    return sums.map { line, tally in
      var line = line
      line.tally = tally
      return line
    }
    .sorted {
      ($0.partner, $0.scheme, $0.category, $0.flow, $0.provider)
        < ($1.partner, $1.scheme, $1.category, $1.flow, $1.provider)
    }
  }

  /// By payer and payee; those of the same two bodies stay in file order, payments before receipts
  /// without one.
  private static func transfers(of pool: OpenPool) -> [Transfer] {
    pool.transfers.enumerated()
      .sorted {
        ($0.element.payer, $0.element.payee, $0.offset)
          < ($1.element.payer, $1.element.payee, $1.offset)
      }
      .map(\.element)
  }
}

extension PoolClosing {
  private static func variances(of pool: OpenPool) -> [TransferVariance] {
    pool.variances.enumerated()
      .sorted {
        ($0.element.payer, $0.element.payee, $0.offset)
          < ($1.element.payer, $1.element.payee, $1.offset)
      }
      .map(\.element)
  }
}

extension PoolClosing {
  /// What should be looked at in this pool.
  var findings: [Finding] {
    incompleteFindings + termsFindings + varianceFindings + suggestedFindings
      + differingFigureFindings
      + areaFindings + betterCareFundFindings + refusalFindings
  }

  private var incompleteFindings: [Finding] {
    guard !account.isComplete else { return [] }
    return [
      Finding(
        .poolIncomplete, at: SourcePosition(file: pool.agreement.file), value: account.id,
        message: "pool \(account.id) is incomplete: \(account.gaps.joined(separator: "; "))",
        remedy: "state what is missing in the agreement, or add the exports that hold it")
    ]
  }
}

extension PoolClosing {
  /// Funding that is not stated, one sentence each; not stated is never zero.
  private static func fundingGaps(
    of agreement: Agreement, _ account: PoolAccount, _ mappings: MappingSet
  ) -> [String] {
    let funding = account.funding
    var gaps: [String] = []
    let stated = Set(funding.filter { $0.amount != nil }.map(\.partner))
    for partner in agreement.fundingExpectedFrom where !stated.contains(partner) {
      gaps.append("the funding of \(mappings.printedName(ofBody: partner)) is not stated")
    }
    // A partner with one figure stated and one not is not stated in full either.
    let silent = Set(agreement.fundingExpectedFrom).subtracting(stated)
    for line in funding where line.amount == nil && !silent.contains(line.partner) {
      let label = line.label.isEmpty ? line.kind : line.label
      let name = mappings.printedName(ofBody: line.partner)
      gaps.append("the funding of \(name) for \(label.quotedForMessage) is not stated")
    }
    if account.termsMixed != nil {
      gaps.append("the funding is stated on different terms and makes no sum")
    }
    if gaps.isEmpty, funding.isEmpty { gaps.append("funding is not stated") }
    return gaps
  }

  private static func spendingGaps(
    of agreement: Agreement, _ spending: [SpendingLine]
  ) -> [String] {
    agreement.statesSpending && !spending.isEmpty ? [] : ["spending is not stated"]
  }
}
