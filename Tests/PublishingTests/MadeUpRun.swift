import PoolModel

/// A small made-up run: one complete pool, one without a stated side, one odd half penny.
func madeUpRun() -> RunSummary {
  var run = RunSummary(id: "0123456789abcdef")
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
  run.exports = [export]
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
      tally: RowTally(rows: 1, amount: Money(pence: -5_000)))
  ]
  run.coverage = [
    CoverageLine(
      publisher: "northbeck", side: .spending, coverage: .mapped,
      tally: RowTally(rows: 3, amount: Money(pence: 150_000)))
  ]
  run.unmapped = [
    UnmappedCode(
      publisher: "northbeck", codes: CodeFields(costCentre: "6O10", expenseType: "Care, other"),
      tally: RowTally(rows: 1, amount: Money(pence: -5_000)),
      firstSeen: SourcePosition(file: "data/exports/northbeck/2009-04.csv", line: 6, byte: 400))
  ]
  run.providers = [
    ProviderSummary(
      provider: Provider(id: "P-0000AAAA", name: "Willow \"Old\" Homes Ltd", kind: .company),
      publishers: 1, names: 1, tally: RowTally(rows: 2, amount: Money(pence: 135_000)))
  ]
  run.providerNames = [
    ProviderName(
      provider: "P-0000AAAA", publisher: "northbeck", name: "=WILLOW HOMES",
      tally: RowTally(rows: 2, amount: Money(pence: 135_000)))
  ]
  run.findings = [
    Finding(
      .amountUnreadable,
      at: SourcePosition(file: "data/exports/northbeck/2009-04.csv", line: 7, byte: 512, column: 4),
      value: "12,3x\r\n4", message: "the amount is no number", remedy: "correct the export")
  ]
  return run
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
  waterfall.pooled = RowTally(rows: 2, amount: Money(pence: 135_000))
  waterfall.outside = RowTally(rows: 1, amount: Money(pence: -5_000))
  waterfall.eliminated = RowTally(rows: 0, amount: Money(pence: 20_000))
  return waterfall
}

private func madeUpPool() -> PoolAccount {
  var pool = PoolAccount(
    agreement: "northbeck-section-75", title: "Northbeck, learning disability",
    year: FinancialYear(startYear: 2009), basis: .outturn, host: "LA-NORTHBECK",
    partners: ["LA-NORTHBECK", "PCT-9XX"])
  pool.gaps = ["the contribution of PCT-9XX is not stated"]
  pool.funding = [
    FundingLine(
      partner: "LA-NORTHBECK", kind: "CK-REC", label: "Base", flow: "FL-CON",
      amount: Money(pence: 135_005), source: "northbeck-section-75"),
    FundingLine(
      partner: "PCT-9XX", label: "Base", flow: "FL-CON", amount: nil,
      source: "northbeck-section-75"),
  ]
  pool.spending = [
    SpendingLine(
      partner: "LA-NORTHBECK", scheme: "learning-disability",
      category: Category(clientGroup: "CG-LD", careSetting: "ST-RES", ageBand: "AG-18"),
      flow: "FL-EXP", provider: "P-0000AAAA",
      tally: RowTally(rows: 2, amount: Money(pence: 135_000)))
  ]
  pool.transfers = [
    Transfer(
      payer: "LA-NORTHBECK", payee: "PCT-9XX", flow: "FL-CON", paid: Money(pence: 20_000),
      received: nil, state: .paidOnly, foundBy: "rule",
      paidAt: SourcePosition(file: "data/exports/northbeck/2009-04.csv", line: 5), receivedAt: nil)
  ]
  pool.statedFigures = [
    StatedFigure(
      figure: "pool-total", amount: Money(pence: 31_500_000_000), precision: "reported",
      source: "a newspaper", computed: nil)
  ]
  pool.areas = [
    PoolArea(name: "Eastmere", status: "approved", funding: Money(pence: 100)),
    PoolArea(name: "Westmere", status: "not approved", funding: nil),
  ]
  pool.conditions = [
    PoolCondition(
      number: 1, text: "Plans are agreed", states: [.init(area: "Eastmere", state: "met")]),
    PoolCondition(number: 2, text: "Data are shared", states: []),
  ]
  return pool
}
