package import PoolModel

/// The bodies of the made-up run, by id.
package let madeUpOrganisations = [
  "LA-NORTHBECK": Organisation(id: "LA-NORTHBECK", name: "Northbeck Council", kind: "council"),
  "PCT-9XX": Organisation(id: "PCT-9XX", name: "Northbeck PCT", kind: "pct"),
]

/// A small made-up run: an incomplete pool, one refused row, one code that no rule maps.
package func madeUpRun() -> RunSummary {
  var run = RunSummary(id: "0123456789abcdef")
  run.exports = [madeUpExport()]
  run.waterfalls = [madeUpWaterfall()]
  run.pools = [madeUpPool()]
  run.targets = [
    TargetReading(
      agreement: "northbeck-section-75", target: "residential-share",
      year: FinancialYear(startYear: 2009), measureBasis: "residential alone",
      numerator: Money(pence: 5_250), denominator: Money(pence: 10_000), share: 5_250,
      base: 5_500, goal: 4_000, refusal: "the base year is not stated")
  ]
  run.outside = [
    OutsideMoney(
      publisher: "northbeck", side: .spending, reason: "no agreement claims it",
      tally: RowTally(rows: 1, amount: Money(pence: 15_000)))
  ]
  run.coverage = [
    CoverageLine(
      publisher: "northbeck", side: .spending, coverage: .mapped,
      tally: RowTally(rows: 2, amount: Money(pence: 135_000)),
      moved: Money(pence: 135_000)),
    CoverageLine(
      publisher: "northbeck", side: .spending, coverage: .unmapped,
      tally: RowTally(rows: 1, amount: Money(pence: 15_000)),
      moved: Money(pence: 15_000)),
  ]
  run.unmapped = [
    UnmappedCode(
      publisher: "northbeck", codes: CodeFields(costCentre: "6O10", expenseType: "Other"),
      tally: RowTally(rows: 1, amount: Money(pence: 15_000)),
      firstSeen: SourcePosition(file: "data/exports/northbeck/2009-04.csv", line: 6),
      descriptions: ["Respite care", "Day care"])
  ]
  run.providers = madeUpProviders()
  run.providerNames = [
    ProviderName(
      provider: "P-0000AAAA", publisher: "northbeck", name: "=WILLOW HOMES",
      tally: RowTally(rows: 2, amount: Money(pence: 100_000)))
  ]
  run.findings = madeUpFindings()
  return run
}

private func madeUpExport() -> ExportSummary {
  var export = ExportSummary(
    path: "data/exports/northbeck/2009-04.csv", publisher: "northbeck",
    organisation: "LA-NORTHBECK", side: .spending)
  export.sha256 = String(repeating: "ab", count: 32)
  export.bytes = 1_234
  export.layout = "payments"
  export.headerLine = 3
  export.dataRows = 3
  export.unparseableRows = 1
  export.totalRows = 1
  export.nonDataRows = 2
  export.printedTotal = Money(pence: 150_000)
  export.firstDay = CalendarDay(year: 2009, month: 4, day: 1)
  export.waterfall = madeUpWaterfall()
  return export
}

private func madeUpProviders() -> [ProviderSummary] {
  [
    ProviderSummary(
      provider: Provider(id: "P-0000AAAA", name: "Willow Homes Ltd", kind: .company),
      publishers: 2, names: 3, tally: RowTally(rows: 2, amount: Money(pence: 100_000))),
    ProviderSummary(
      provider: Provider(
        id: "P-0000BBBB", name: "Individual (name withheld)", kind: .individual),
      publishers: 1, names: 1, tally: RowTally(rows: 1, amount: Money(pence: 35_000))),
  ]
}

private func madeUpFindings() -> [Finding] {
  let file = "data/exports/northbeck/2009-04.csv"
  return [
    Finding(
      .codeUnmapped, at: SourcePosition(file: file, line: 6, column: 2), value: "6O10",
      atStake: Money(pence: 15_000), message: "cost code \"6O10\" is in no rule",
      remedy: "add it to mappings/codes/northbeck.csv"),
    Finding(
      .amountUnreadable, at: SourcePosition(file: file, line: 7, byte: 512, column: 4),
      value: "12,3x", message: "the amount \"12,3x\" is no number",
      remedy: "correct the export"),
  ]
}

private func madeUpWaterfall() -> Waterfall {
  var waterfall = Waterfall(side: .spending)
  waterfall.read = RowTally(rows: 7, amount: Money(pence: 300_000))
  waterfall.readFraction = PenceFraction(units: PenceFraction.unitsPerPenny / 2)
  waterfall.kept = RowTally(rows: 3, amount: Money(pence: 150_000))
  waterfall.refused = RowTally(rows: 1)
  waterfall.totals = RowTally(rows: 1, amount: Money(pence: 150_000))
  waterfall.setAside = RowTally(rows: 2)
  waterfall.rounding = PenceFraction(units: PenceFraction.unitsPerPenny / 2)
  waterfall.pooled = RowTally(rows: 1, amount: Money(pence: 115_000))
  waterfall.outside = RowTally(rows: 1, amount: Money(pence: 15_000))
  waterfall.eliminated = RowTally(rows: 1, amount: Money(pence: 20_000))
  return waterfall
}

/// What the pool's agreement states: a power and a scheme, but no manager.
private func madeUpAgreement() -> PoolAgreement {
  var agreement = PoolAgreement()
  agreement.terms = [
    PoolAgreement.Term(name: "legal basis", text: "NHS Act 2006 section 75, from 2007-03-01"),
    PoolAgreement.Term(name: "pool manager", text: nil),
  ]
  var scheme = PoolAgreement.Scheme(
    scheme: "learning-disability", title: "Learning disability", arrangement: "FA-POOL",
    arrangementLabel: "Pooled fund")
  scheme.lead = "LA-NORTHBECK"
  scheme.overspend = "By stated shares"
  scheme.shares = [
    PoolAgreement.Share(partner: "LA-NORTHBECK", hundredths: 6_250),
    PoolAgreement.Share(partner: "PCT-9XX", hundredths: 3_750),
  ]
  agreement.schemes = [scheme]
  return agreement
}

/// The made-up run's pool, whose funding by one partner is not stated.
package func madeUpPool() -> PoolAccount {
  var pool = PoolAccount(
    agreement: "northbeck-section-75", title: "Northbeck, learning disability",
    year: FinancialYear(startYear: 2009), basis: .outturn, host: "LA-NORTHBECK",
    partners: ["LA-NORTHBECK", "PCT-9XX"])
  pool.statedAgreement = madeUpAgreement()
  pool.gaps = ["the contribution of Northbeck PCT is not stated"]
  pool.funding = [
    FundingLine(
      partner: "LA-NORTHBECK", kind: "CK-REC", label: "Base", flow: "FL-CON",
      amount: Money(pence: 115_005), source: "northbeck-section-75"),
    FundingLine(
      partner: "PCT-9XX", label: "Base", flow: "FL-CON", amount: nil,
      source: "northbeck-section-75"),
  ]
  pool.spending = [("ST-RES", 5_250), ("ST-HC", 4_750), ("ST-RES", 105_000)].map { setting, pence in
    SpendingLine(
      partner: "LA-NORTHBECK", scheme: "learning-disability",
      category: Category(clientGroup: "CG-LD", careSetting: setting, ageBand: "AG-18"),
      flow: "FL-EXP", provider: "P-0000AAAA",
      tally: RowTally(rows: 1, amount: Money(pence: pence)))
  }
  pool.transfers = [
    Transfer(
      payer: "LA-NORTHBECK", payee: "PCT-9XX", flow: "FL-CON", paid: Money(pence: 20_000),
      received: nil, state: .paidOnly, foundBy: "rule",
      paidAt: SourcePosition(file: "data/exports/northbeck/2009-04.csv", line: 5), receivedAt: nil)
  ]
  pool.statedFigures = [
    StatedFigure(
      figure: "pool-total", amount: Money(pence: 120_000), precision: "reported",
      source: "a newspaper", computed: Money(pence: 115_000))
  ]
  pool.areas = [
    PoolArea(name: "Eastmere", status: "approved", funding: Money(pence: 100)),
    PoolArea(name: "Westmere", status: "not approved", funding: nil),
  ]
  pool.conditions = [
    PoolCondition(
      number: 1, text: "Plans are agreed",
      states: [.init(area: "Eastmere", state: "met"), .init(area: "Westmere", state: "not met")]),
    PoolCondition(number: 2, text: "Data are shared", states: []),
  ]
  return pool
}
