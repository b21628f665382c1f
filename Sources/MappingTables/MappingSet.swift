package import PoolModel

/// All mapping files of a workspace, typed and checked.
package struct MappingSet: Sendable {
  /// By id.
  package var organisations: [String: Organisation] = [:]
  /// In the file's order.
  package var successions: [Succession] = []
  /// Who the care is for.
  package var clientGroups = CategoryAxis(nodes: [])
  /// Where the care is given.
  package var careSettings = CategoryAxis(nodes: [])
  /// How old those are whom the care is for.
  package var ageBands = CategoryAxis(nodes: [])
  /// By code.
  package var flows: [String: Flow] = [:]
  /// Labels of contribution kinds by code.
  package var contributionKinds: [String: String] = [:]
  /// Labels of fund arrangements by code.
  package var arrangements: [String: String] = [:]
  /// Which words in a label state which category, in the file's order.
  package var labelWords: [LabelWord] = []
  /// By publisher.
  package var sources: [String: PublisherSource] = [:]
  /// By the name of the file, in its order: a publisher, a common rule set or `_shared`.
  package var codeRules: [String: [CodeRule]] = [:]
  /// Which publishers use which common rule sets, in the file's order.
  package var codeIncludes: [CodeInclude] = []
  /// What is claimed of publishers' exports, in the file's order.
  package var codeAssertions: [CodeAssertion] = []
  /// Above which figures something about rules is told.
  package var codeLimits: [CodeLimit: Int] = [:]
  /// How much may be explained no better than so, in the file's order.
  package var coverageThresholds: [CoverageThreshold] = []
  /// What decides about an export beside its history and its neighbours.
  package var exportLimits: [ExportLimit: Int] = [:]
  /// What people decided about the bytes of exports, in the order of the table.
  package var exportDecisions: [ExportDecision] = []
  /// What header words mean, in the file's order.
  package var headerWords: [HeaderWord] = []
  /// Words with which a header is hardly of a role, in the file's order.
  package var headerDenials: [HeaderDenial] = []
  /// What units header words state, in the file's order.
  package var headerUnits: [HeaderUnit] = []
  /// The words that tell credits where figures have no sign.
  package var creditWords: [CreditWord] = []
  /// Words that do not tell one column of a wide table from another.
  package var headerFillers: [String] = []
  /// The labels of printed sums that do not say total.
  package var totalWords: [TotalWord] = []
  /// The rules for reading payees' names, in the file's order.
  package var providerWords: [ProviderWord] = []
  /// In how many names words stand, in the file's order.
  package var providerWordCounts: [ProviderWordCount] = []
  /// What the levels of two names' comparison say, in the file's order.
  package var evidenceWeights: [EvidenceWeight] = []
  /// How likely sums of weights are, in the file's order.
  package var evidenceBands: [EvidenceBand] = []
  /// What was decided about payees' names, in the file's order.
  package var providerDecisions: [ProviderDecision] = []
  /// Above which figures a result of matching is worth a look.
  package var providerLimits: [ProviderLimit: Int] = [:]
  /// Which providers belong together without being one, in the file's order.
  package var familyMembers: [FamilyMember] = []
  /// In order of their slugs.
  package var agreements: [Agreement] = []
  /// In order of their slugs.
  package var migrations: [Migration] = []
  /// Who signed the outcome of which migration, in the file's order.
  package var signOffs: [MigrationSignOff] = []
  /// What people said of single lines that move money, in the file's order.
  package var eliminations: [EliminationDecision] = []
  /// What kinds of contribution do, by code.
  package var contributionRules: [String: ContributionKind] = [:]
  /// Who bears over- and underspending, by code.
  package var riskShares: [String: RiskShareRule] = [:]
  /// The powers that arrangements rest on, in the file's order.
  package var powers: [Power] = []
  /// The standard rates of value added tax.
  package var vatRates = VATRates()
  /// Areas, template lists, minima and conditions of the Better Care Fund.
  package var betterCareFund = BetterCareFund()

  /// The name under which shared rules stand in ``codeRules``.
  package static let sharedRules = "_shared"

  /// No tables.
  package init() {}

  /// Whether a category is meant by a claim's three axes; each code stands for all below it.
  package func isCategory(_ category: Category, meantBy claim: Agreement.Claim) -> Bool {
    func meets(_ code: String, _ wanted: [String], _ axis: CategoryAxis) -> Bool {
      wanted.isEmpty || wanted.contains { axis.isCode(code, within: $0) }
    }
    return meets(category.clientGroup, claim.clientGroups, clientGroups)
      && meets(category.careSetting, claim.careSettings, careSettings)
      && meets(category.ageBand, claim.ageBands, ageBands)
  }
}

/// One body following another: a row of `mappings/successions.csv`.
package struct Succession: Sendable {
  /// The organisation id of the body that ended or was renamed.
  package var predecessor: String
  /// The organisation id of the body that followed it.
  package var successor: String
  /// The first day of the successor.
  package var effective: CalendarDay
  /// What happened, such as `merger` or `by function`.
  package var kind: String
  /// How money may be divided among successors, such as `whole`.
  package var splitRule: String

  /// A succession.
  package init(
    predecessor: String, successor: String, effective: CalendarDay, kind: String,
    splitRule: String
  ) {
    self.predecessor = predecessor
    self.successor = successor
    self.effective = effective
    self.kind = kind
    self.splitRule = splitRule
  }
}

/// One numbered rule for reading payees' names: a row of `mappings/providers/words.csv`.
package struct ProviderWord: Sendable {
  /// What a rule is about.
  package enum Kind: String, CaseIterable, Sendable {
    case legalForm = "legal-form"
    case abbreviation
    case nhsForm = "nhs-form"
    case tradingAs = "trading-as"
    case redaction
    case personTitle = "person-title"
    case creditorType = "creditor-type"
    case paymentText = "payment-text"
    case firstName = "first-name"
    case organisationWord = "organisation-word"
    case genericWord = "generic-word"
    case numberWord = "number-word"
    case gluedEnding = "glued-ending"
    case placeholder
    case bodyKind = "body-kind"
  }

  /// Its number, such as `W012`, which explanations cite.
  package var rule: String
  /// What it is about.
  package var kind: Kind
  /// Words in lower case, or a pattern with `*` and `?` for the kinds that match whole names.
  package var pattern: String
  /// What they become; its meaning depends on the kind.
  package var becomes: String

  /// A rule.
  package init(rule: String, kind: Kind, pattern: String, becomes: String) {
    self.rule = rule
    self.kind = kind
    self.pattern = pattern
    self.becomes = becomes
  }
}
