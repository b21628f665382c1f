package import PoolModel

/// A section 75 or other agreement: `mappings/pools/<agreement>.yaml`.
package struct Agreement: Sendable {
  /// The slug: the file's name.
  package var agreement: String
  /// The title, as the report prints it.
  package var title: String
  /// The powers that it rests on, in the order of the file.
  package var legalBasis: [LegalBasis]
  /// Organisation ids, in the file's order.
  package var partners: [String]
  /// The host's organisation id; nil: not stated.
  package var host: String?
  /// The financial years that it covers.
  package var years: [FinancialYear]
  /// What its figures are: a budget, a forecast or an outturn.
  package var basis: FigureBasis
  /// Who leads for which client group, in the order of the file.
  package var leadCommissioners: [LeadCommissioner]
  /// In the order of the file; the first that claims a line has it.
  package var schemes: [Scheme]
  /// What partners are said to put in.
  package var contributions: [Contribution]
  /// Exports whose funding lines are contributions too.
  package var contributionSources: [ContributionSource]
  /// The partners whose funding must be stated for the pool to be complete.
  package var fundingExpectedFrom: [String]
  /// Whether the spending side is stated at all.
  package var statesSpending: Bool
  /// The figures that its documents state, to hold against the lines.
  package var statedFigures: [AgreementFigure]
  /// Targets for shares of spending.
  package var targets: [Target]
  /// The publisher whose export lists the areas of a roll-up; nil: no areas.
  package var areasFrom: String?
  /// The conditions that its areas are to meet.
  package var conditions: [PoolCondition]
  /// How near payments and receipts must be to belong together.
  package var matching = Matching()
  /// What regulation 7(3) of SI 2000/617 wants, as far as it is stated.
  package var terms: [Term: String] = [:]
  /// Who manages the pool for the host, by office; nil: not stated.
  package var poolManager: String?
  /// What years begin with, where the agreement states it.
  package var balances: [Balance] = []
  /// The area of the Better Care Fund whose pool it is; nil: none.
  package var bcfArea: String?
  /// The mapping file, relative to the workspace.
  package var file: String

  /// An agreement with all its keys.
  package init(
    agreement: String, title: String, legalBasis: [LegalBasis], partners: [String],
    host: String?, years: [FinancialYear], basis: FigureBasis,
    leadCommissioners: [LeadCommissioner], schemes: [Scheme], contributions: [Contribution],
    contributionSources: [ContributionSource], fundingExpectedFrom: [String],
    statesSpending: Bool, statedFigures: [AgreementFigure], targets: [Target],
    areasFrom: String?, conditions: [PoolCondition], file: String
  ) {
    self.agreement = agreement
    self.title = title
    self.legalBasis = legalBasis
    self.partners = partners
    self.host = host
    self.years = years
    self.basis = basis
    self.leadCommissioners = leadCommissioners
    self.schemes = schemes
    self.contributions = contributions
    self.contributionSources = contributionSources
    self.fundingExpectedFrom = fundingExpectedFrom
    self.statesSpending = statesSpending
    self.statedFigures = statedFigures
    self.targets = targets
    self.areasFrom = areasFrom
    self.conditions = conditions
    self.file = file
  }

  /// How near a payment and a receipt must be to belong together.
  package struct Matching: Hashable, Sendable {
    /// How much their amounts may differ; nothing by default.
    package var amount = Money.zero
    /// How many days may lie between them; nil: any number within the year.
    package var days: Int?

    /// To the penny, on any days of the year.
    package init() {}
  }

  /// The power that an agreement rests on, by date.
  package struct LegalBasis: Sendable {
    /// The power, such as `NHS Act 2006 section 75`.
    package var power: String
    /// The first day; nil: open.
    package var from: CalendarDay?
    /// The last day; nil: open.
    package var to: CalendarDay?

    /// A power with its dates.
    package init(power: String, from: CalendarDay?, to: CalendarDay?) {
      self.power = power
      self.from = from
      self.to = to
    }
  }

  /// Who leads the commissioning for a client group.
  package struct LeadCommissioner: Sendable {
    /// A code of the client-group axis.
    package var clientGroup: String
    /// The organisation id of the lead.
    package var lead: String

    /// A lead.
    package init(clientGroup: String, lead: String) {
      self.clientGroup = clientGroup
      self.lead = lead
    }
  }

  /// One scheme with the lines that belong to it.
  package struct Scheme: Sendable {
    /// The slug within the agreement.
    package var scheme: String
    /// The title, as the report prints it.
    package var title: String
    /// The code of the arrangement, such as `FA-POOL`: pooled and aligned money can share an
    /// agreement, so it stands on the scheme.
    package var arrangement: String
    /// The organisation id of the lead; nil: not stated.
    package var lead: String?
    /// The lines that belong to it.
    package var claims: Claim
    /// How the partners account for it, as the agreement says; nil: not stated, and not inferred.
    package var accountingTreatment: String?
    /// Who bears over- and underspending.
    package var risk = RiskShare()

    /// A scheme.
    package init(scheme: String, title: String, arrangement: String, lead: String?, claims: Claim) {
      self.scheme = scheme
      self.title = title
      self.arrangement = arrangement
      self.lead = lead
      self.claims = claims
    }
  }

  /// Which lines are meant: every list that is not empty must hold the line's value.
  package struct Claim: Sendable {
    /// Codes; each stands for all codes below it.
    package var clientGroups: [String]
    /// Codes; each stands for all codes below it.
    package var careSettings: [String]
    /// Codes; each stands for all codes below it.
    package var ageBands: [String]
    /// Publishers' slugs.
    package var publishers: [String]
    /// Codes of flows.
    package var flows: [String]

    /// A claim; lists not given ask nothing.
    package init(
      clientGroups: [String] = [], careSettings: [String] = [], ageBands: [String] = [],
      publishers: [String] = [], flows: [String] = []
    ) {
      self.clientGroups = clientGroups
      self.careSettings = careSettings
      self.ageBands = ageBands
      self.publishers = publishers
      self.flows = flows
    }
  }

  /// What a partner is said to put in.
  package struct Contribution: Sendable {
    /// The organisation id of who pays.
    package var partner: String
    /// The financial year it is for.
    package var year: FinancialYear
    /// The code of its kind, such as `CK-REC`.
    package var kind: String
    /// What the agreement calls it.
    package var label: String
    /// Nil: not stated, which is not zero.
    package var amount: Money?
    /// The document and the place that state it.
    package var source: String
    /// The scheme that it is for; empty where none is stated.
    package var scheme = ""
    /// Whether a variation is part of the base of the year after.
    package var isRecurrent = false
    /// Whether charges to clients are taken off.
    package var isNetOfCharges = false
    /// The year whose prices it is in; nil: its own.
    package var prices: FinancialYear?
    /// When it was approved; nil: not stated.
    package var approvedOn: CalendarDay?
    /// The reference of the approval; empty where not stated.
    package var approval = ""
    /// In how many instalments it is paid; nil: not stated.
    package var instalments: Int?

    /// The kind that states a year's base.
    package static let recurrentKind = "CK-REC"

    /// A contribution.
    package init(
      partner: String, year: FinancialYear, kind: String, label: String, amount: Money?,
      source: String
    ) {
      self.partner = partner
      self.year = year
      self.kind = kind
      self.label = label
      self.amount = amount
      self.source = source
    }
  }

  /// An export whose funding lines are contributions to this pool.
  package struct ContributionSource: Sendable {
    /// The slug of the publisher of the export.
    package var publisher: String
    /// Empty where the money comes from no single body.
    package var partner: String
    /// The code of its kind, such as `CK-REC`.
    package var kind: String
    /// Nil: the lines' own year.
    package var year: FinancialYear?

    /// A source of contributions.
    package init(publisher: String, partner: String, kind: String, year: FinancialYear?) {
      self.publisher = publisher
      self.partner = partner
      self.kind = kind
      self.year = year
    }
  }
}
