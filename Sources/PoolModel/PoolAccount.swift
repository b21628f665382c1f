/// One pool in one financial year: two sides that are shown beside each other and never added.
package struct PoolAccount: Hashable, Sendable {
  /// The agreement and the year, as `birmingham-section-75/2009-10`.
  package var id: String
  /// The agreement's slug.
  package var agreement: String
  /// The agreement's title.
  package var title: String
  /// The financial year that the account is of.
  package var year: FinancialYear
  /// What the figures are: plans are budgets, payments are outturn.
  package var basis: FigureBasis
  /// The host's organisation id; empty where the agreement states none.
  package var host: String
  /// The partners' organisation ids, in the agreement's order.
  package var partners: [String]
  /// Why it is incomplete, one sentence each; empty: complete.
  package var gaps: [String]
  /// Who puts in what: the agreement's contributions in its order, then what exports state.
  package var funding: [FundingLine]
  /// What was bought, in order of partner, scheme, category, flow and provider.
  package var spending: [SpendingLine]
  /// What moved between partners and is not spending, in order of payer and payee.
  package var transfers: [Transfer]
  /// What remains between payments and receipts that belong together, in order of payer and payee.
  package var variances: [TransferVariance]
  /// What the agreement states beside figures.
  package var statedAgreement = PoolAgreement()
  /// The lines of the memorandum account, in its order.
  package var memorandum: [MemorandumLine] = []
  /// Why the revenue funding makes no sum; nil where it does.
  package var termsMixed: TermsMixed?
  /// On what all the revenue funding stands; nil where none is stated, or on different terms.
  package var fundingTerms: FigureTerms?
  /// The agreement's figures beside those that the lines give.
  package var statedFigures: [StatedFigure]
  /// The areas of a roll-up; empty outside roll-ups.
  package var areas: [PoolArea]
  /// The agreement's conditions, with their state in each area.
  package var conditions: [PoolCondition]
  /// What the Better Care Fund asks of it; nil: it is no area's pool.
  package var betterCareFund: BCFAccount?

  /// An account without lines yet.
  package init(
    agreement: String, title: String, year: FinancialYear, basis: FigureBasis, host: String,
    partners: [String]
  ) {
    id = "\(agreement)/\(year)"
    self.agreement = agreement
    self.title = title
    self.year = year
    self.basis = basis
    self.host = host
    self.partners = partners
    gaps = []
    funding = []
    spending = []
    transfers = []
    variances = []
    statedFigures = []
    areas = []
    conditions = []
  }

  /// Whether both sides are stated in full (law 6).
  package var isComplete: Bool { gaps.isEmpty }

  /// The funding that is stated; nil where nothing is.
  ///
  /// It is the pool's funding only if complete. What is in kind is no money, capital is kept apart from
  /// revenue; figures of different
  /// terms make no sum.
  package var knownFunding: Money? {
    guard termsMixed == nil else { return nil }
    return funding.lazy.filter(\.isRevenue).compactMap(\.amount)
      .reduce(nil as Money?) { ($0 ?? .zero) + $1 }
  }

  /// The spending that lines show; nil where none do.
  package var knownSpending: Money? {
    spending.isEmpty ? nil : spending.reduce(.zero) { $0 + $1.tally.amount }
  }
}

/// What one partner or source puts into a pool.
package struct FundingLine: Hashable, Sendable {
  /// The organisation id of who pays; empty for a national source without a body.
  package var partner: String
  /// The area it is for; empty outside roll-ups by area.
  package var area: String
  /// The code of the contribution's kind, such as `CK-REC`; empty where not stated.
  package var kind: String
  /// What the agreement or the export calls it.
  package var label: String
  /// The category it is meant for, where one is stated.
  package var category: Category?
  /// The code of the flow, such as `FL-CON`.
  package var flow: String
  /// Nil: not stated, which is not zero.
  package var amount: Money?
  /// Where it is stated: the agreement's file or the export's publisher.
  package var source: String
  /// The scheme of the agreement that it is for; empty where none is stated.
  package var scheme = ""
  /// Whether it is money, and not staff, premises or goods.
  package var isCash = true
  /// Whether it is capital, which is kept apart from revenue.
  package var isCapital = false
  /// Whether charges to clients are taken off.
  package var isNetOfCharges = false
  /// The year whose prices it is in; nil: its own.
  package var prices: FinancialYear?
  /// In how many instalments it is paid; nil: not stated.
  package var instalments: Int?
  /// The day and the reference of its approval, as far as they are stated; empty: neither is.
  package var approval = ""

  /// Whether it is money for services.
  package var isRevenue: Bool { isCash && !isCapital }

  /// A funding line.
  package init(
    partner: String, area: String = "", kind: String = "", label: String,
    category: Category? = nil, flow: String, amount: Money?, source: String
  ) {
    self.partner = partner
    self.area = area
    self.kind = kind
    self.label = label
    self.category = category
    self.flow = flow
    self.amount = amount
    self.source = source
  }
}

/// What one partner spent from a pool on one category with one provider.
package struct SpendingLine: Hashable, Sendable {
  /// The organisation id of the partner whose export holds the payments.
  package var partner: String
  /// The agreement's scheme that claims them.
  package var scheme: String
  /// What was bought.
  package var category: Category
  /// The code of the flow, such as `FL-CON`.
  package var flow: String
  /// The provider's id.
  package var provider: String
  /// The payments and their sum.
  package var tally: RowTally

  /// A spending line.
  package init(
    partner: String, scheme: String, category: Category, flow: String, provider: String,
    tally: RowTally
  ) {
    self.partner = partner
    self.scheme = scheme
    self.category = category
    self.flow = flow
    self.provider = provider
    self.tally = tally
  }
}

/// A figure that an agreement quotes from a document, held against what the lines give.
package struct StatedFigure: Hashable, Sendable {
  /// What it is, such as `pool-total`.
  package var figure: String
  /// In pence.
  package var amount: Money
  /// How exact the source is: `exact`, `rounded` or `reported`.
  package var precision: String
  /// Where it is said.
  package var source: String
  /// What the lines give for the same figure; nil where they state no such figure.
  package var computed: Money?
  /// The figure of which this is a part, such as `pool-total`; empty at the top.
  package var partOf: String

  /// A figure with its source.
  package init(
    figure: String, amount: Money, precision: String, source: String, computed: Money?,
    partOf: String = ""
  ) {
    self.figure = figure
    self.amount = amount
    self.precision = precision
    self.source = source
    self.computed = computed
    self.partOf = partOf
  }
}
