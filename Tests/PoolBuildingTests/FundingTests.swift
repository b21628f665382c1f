import MappingTables
import PoolBuilding
import PoolModel
import Testing

/// Rules 3 to 5: who puts in what, what is missing, and what the documents state.
struct FundingTests {
  private static func contribution(_ partner: String, _ amount: Money?) -> Agreement.Contribution {
    Agreement.Contribution(
      partner: partner, year: MadeUp.year, kind: "CK-REC", label: "Base", amount: amount, source: ""
    )
  }

  private static func source(year: FinancialYear? = nil) -> Agreement.ContributionSource {
    Agreement.ContributionSource(publisher: "la-a", partner: "LA-A", kind: "CK-REC", year: year)
  }

  @Test func `Lines of a named publisher that ask the same are one funding line`() {
    let mappings = MadeUp.mappings(MadeUp.agreement(sources: [Self.source()]))
    let facts = [4, 5].map {
      MadeUp.fact("LA-A", $0, flow: "FL-CON", side: .funding, label: "Base", provider: "P\($0)")
    }
    let result = MadeUp.build(mappings, facts)
    #expect(
      result.accounts[0].funding == [
        FundingLine(
          partner: "LA-A", kind: "CK-REC", label: "Base", category: facts[0].category,
          flow: "FL-CON", amount: .pounds(9), source: "la-a")
      ])
    #expect(result.placements.map(\.pooled) == [RowTally(rows: 2, amount: .pounds(9))])
  }

  @Test(arguments: [
    (MadeUp.fact("LA-A", 5, flow: "FL-CON", side: .funding, year: nil), "its year is not known"),
    (
      MadeUp.fact("LA-A", 5, flow: "FL-CON", side: .funding, year: MadeUp.nextYear),
      "no agreement names this funding (FL-CON money)"
    ),
    (
      MadeUp.fact("LA-A", 5, flow: "FL-CON", side: .funding, basis: .budget),
      "its basis is not that of the agreement which names it"
    ),
    (
      MadeUp.fact("LA-A", 5, flow: "FL-CON", side: .funding, ignored: "an application count"),
      "ignored: an application count"
    ),
  ])
  func `Funding that fits no pool stays outside and its publisher is told`(
    fact: PoolFact, reason: String
  ) {
    let mappings = MadeUp.mappings(MadeUp.agreement(sources: [Self.source()]))
    let result = MadeUp.build(mappings, [fact])
    #expect(result.outsideTexts == ["\(reason): £5.00"])
    #expect(result.codes.filter { $0 == .noPool }.count == 1)
  }

  @Test func `Funding that two agreements name is in neither`() {
    let mappings = MadeUp.mappings(
      MadeUp.agreement("n", sources: [Self.source()]),
      MadeUp.agreement("s", sources: [Self.source(year: MadeUp.year)]))
    let fact = MadeUp.fact("LA-A", 5, flow: "FL-CON", side: .funding)
    let result = MadeUp.build(mappings, [fact])
    #expect(result.outsideTexts == ["claimed by two pools: £5.00"])
    #expect(result.codes.contains(.lineInTwoPools))

    var named = fact
    named.scheme = "s/all"
    #expect(MadeUp.build(mappings, [named]).accounts.map(\.knownFunding) == [nil, .pounds(5)])
  }

  @Test func `What is not stated is a gap, never zero`() {
    let mappings = MadeUp.mappings(
      MadeUp.agreement(
        contributions: [
          Self.contribution("LA-A", nil), Self.contribution("PCT-B", .pounds(7)),
          Self.contribution("PCT-B", nil),
        ], expecting: ["LA-A", "PCT-B", "PCT-C"]))
    let result = MadeUp.build(mappings, [])
    #expect(
      result.accounts[0].gaps == [
        "the funding of Ambleford Council is not stated",
        "the funding of Carswick PCT is not stated",
        "the funding of Brackley PCT for \"Base\" is not stated",
        "spending is not stated",
      ])
    #expect(result.accounts[0].funding.map(\.amount) == [nil, .pounds(7), nil])
    #expect(result.accounts[0].knownFunding == .pounds(7))
    #expect(result.codes == [.poolIncomplete])
  }

  @Test func `A pool with both sides stated is complete`() {
    let mappings = MadeUp.mappings(
      MadeUp.agreement(
        contributions: [Self.contribution("LA-A", .zero)], expecting: ["LA-A"]))
    let result = MadeUp.build(mappings, [MadeUp.fact("LA-A", 5)])
    #expect(result.accounts[0].isComplete)
    #expect(result.findings == [])
  }

  @Test(arguments: [
    ("exact", 10_001, false), ("exact", 10_000, true), ("rounded", 10_200, true),
    ("rounded", 10_201, false), ("reported", 9_500, true), ("reported", 9_499, false),
  ])
  func `A stated total bears what its precision allows`(
    precision: String, pence: Int, isBorne: Bool
  ) {
    let figure = Agreement.AgreementFigure(
      figure: "spending-total", year: MadeUp.year, amount: .pounds(100), precision: precision,
      partOf: "", source: "")
    let mappings = MadeUp.mappings(MadeUp.agreement(figures: [figure]))
    let result = MadeUp.build(mappings, [MadeUp.fact("LA-A", 0, pence: pence)])
    #expect(result.accounts[0].statedFigures.map(\.computed) == [.pounds(0, pence: pence)])
    #expect(result.codes.contains(.statedTotalDiffers) == !isBorne)
  }

  @Test func `A pool total is not held against half of the funding`() {
    let figure = Agreement.AgreementFigure(
      figure: "pool-total", year: MadeUp.year, amount: .thousands(315_000), precision: "reported",
      partOf: "", source: "press")
    let mappings = MadeUp.mappings(
      MadeUp.agreement(
        contributions: [Self.contribution("LA-A", .pounds(7))], expecting: ["LA-A", "PCT-B"],
        figures: [figure]))
    let result = MadeUp.build(mappings, [MadeUp.fact("LA-A", 5)])
    #expect(result.accounts[0].statedFigures.map(\.computed) == [nil])
    #expect(result.codes == [.poolIncomplete])
  }
}
