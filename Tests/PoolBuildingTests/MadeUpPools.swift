import MappingTables
import PoolBuilding
import PoolModel

/// Short forms of what the tests give to the builder; all bodies and amounts are made up.
enum MadeUp {
  static let year = FinancialYear(startYear: 2009)
  static let nextYear = FinancialYear(startYear: 2010)

  /// The council and the two PCTs of `agreement`, a provider trust, and the taxonomy in small.
  static func mappings(_ agreements: Agreement...) -> MappingSet {
    var set = MappingSet()
    for (id, name) in [
      ("LA-A", "Ambleford Council"), ("PCT-B", "Brackley PCT"), ("PCT-C", "Carswick PCT"),
      ("TRUST-D", "Dunmere NHS Trust"),
    ] {
      set.organisations[id] = Organisation(id: id, name: name, kind: "made up")
    }
    set.clientGroups = axis([("CG-LD", nil), ("CG-MH", nil), ("CG-CYP", nil)])
    set.careSettings = axis([
      ("ST-CH", nil), ("ST-RES", "ST-CH"), ("ST-NUR", "ST-CH"), ("ST-HC", nil),
    ])
    set.ageBands = axis([("AG-ALL", nil), ("AG-18", "AG-ALL")])
    for (code, treatment, counterpart) in [
      ("FL-EXP", Flow.Treatment.spending, nil), ("FL-CON", .transferOut, "FL-CIN"),
      ("FL-CIN", .transferIn, "FL-CON"), ("FL-256", .transferOut, "FL-256"),
      ("FL-XPL", .transferOut, nil), ("FL-GRT", .funding, nil), ("FL-CAP", .capital, nil),
    ] {
      set.flows[code] = Flow(
        code: code, label: "\(code) money", treatment: treatment, counterpart: counterpart)
    }
    set.agreements = agreements
    return set
  }

  /// An agreement of the council and PCT-B whose scheme `all` claims what both publish.
  static func agreement(
    _ name: String = "pool", partners: [String] = ["LA-A", "PCT-B"],
    schemes: [Agreement.Scheme]? = nil, years: [FinancialYear] = [year],
    basis: FigureBasis = .outturn, contributions: [Agreement.Contribution] = [],
    sources: [Agreement.ContributionSource] = [], expecting: [String] = [],
    statesSpending: Bool = true, figures: [Agreement.AgreementFigure] = [],
    targets: [Agreement.Target] = [], areasFrom: String? = nil, conditions: [PoolCondition] = []
  ) -> Agreement {
    var agreement = Agreement(
      agreement: name, title: name, legalBasis: [], partners: partners, host: partners.first,
      years: years, basis: basis, leadCommissioners: [],
      schemes: schemes ?? [scheme("all", Agreement.Claim(flows: ["FL-EXP", "FL-CAP", "FL-GRT"]))],
      contributions: contributions, contributionSources: sources, fundingExpectedFrom: expecting,
      statesSpending: statesSpending, statedFigures: figures, targets: targets,
      areasFrom: areasFrom, conditions: conditions, file: "mappings/pools/\(name).yaml")
    for term in Agreement.Term.allCases { agreement.terms[term] = "stated" }
    agreement.poolManager = "stated"
    return agreement
  }

  static func scheme(_ name: String, _ claims: Agreement.Claim) -> Agreement.Scheme {
    Agreement.Scheme(scheme: name, title: name, arrangement: "FA-POOL", lead: nil, claims: claims)
  }

  /// A sum of lines of a body, whose publisher is the body's id in lower case.
  static func fact(
    _ organisation: String, _ pounds: Int, pence: Int = 0, flow: String = "FL-EXP",
    _ group: String = "CG-LD",
    _ setting: String = "ST-RES", to counterparty: String = "", scheme: String = "",
    side: PoolSide = .spending, year: FinancialYear? = year, basis: FigureBasis = .outturn,
    area: String = "", label: String = "", provider: String = "P1", ignored: String = ""
  ) -> PoolFact {
    PoolFact(
      publisher: organisation.lowercased(), organisation: organisation, side: side, basis: basis,
      year: year,
      category: Category(clientGroup: group, careSetting: setting, ageBand: "AG-18"), flow: flow,
      scheme: scheme, area: area, label: label, provider: provider, counterparty: counterparty,
      coverage: ignored.isEmpty ? .mapped : .ignored, ignoreReason: ignored,
      tally: RowTally(rows: 1, amount: .pounds(pounds, pence: pence)))
  }

  /// A single line on a physical line and a day of April 2009.
  static func line(
    _ fact: PoolFact, at line: Int = 2, day: Int? = nil, reference: String = ""
  ) -> TransferLine {
    TransferLine(
      fact: fact, day: day.flatMap { CalendarDay(year: 2009, month: 4, day: $0) },
      position: SourcePosition(file: "\(fact.publisher).csv", line: line), reference: reference)
  }

  static func build(
    _ mappings: MappingSet, _ facts: [PoolFact], _ lines: [TransferLine] = [],
    areas: [AreaStatus] = []
  ) -> PoolBuildingResult {
    PoolBuilder(mappings: mappings).build(
      facts: facts, transferLines: lines, areaStatuses: areas)
  }

  private static func axis(_ codes: [(String, String?)]) -> CategoryAxis {
    CategoryAxis(
      nodes: codes.map { CategoryAxis.Node(code: $0.0, label: $0.0, parent: $0.1) })
  }
}

extension Money {
  /// Pounds and pence of a positive amount; whole pounds may be negative.
  static func pounds(_ pounds: Int, pence: Int = 0) -> Money {
    Money(pence: Int64(pounds * 100 + pence))
  }

  /// Thousands of pounds, in which the worked examples state their figures.
  static func thousands(_ thousands: Int) -> Money { .pounds(thousands * 1_000) }
}

extension PoolBuildingResult {
  /// The reasons and amounts outside pools, as `reason: £1.00`.
  var outsideTexts: [String] { outside.map { "\($0.reason): \($0.tally.amount)" } }

  /// The codes of all findings, in reading order.
  var codes: [FindingCode] { findings.map(\.code) }

  /// All that went into one kind of place on the spending side.
  func spendingPlaced(_ place: KeyPath<PoolPlacement, RowTally>) -> Money {
    placements.filter { $0.side == .spending }.reduce(.zero) { $0 + $1[keyPath: place].amount }
  }
}
