import MappingTables
import PoolBuilding
import PoolModel
import Testing

/// The worked examples of the domain brief in small, with their own figures in millions of pounds.
struct WorkedPoolTests {
  private static let passedOn = Money.thousands(2_653)

  /// The council pays 7.391 into the PCT's pool; the PCT adds 3; 2.653 of it goes on to a provider
  /// pool of the council and the trust.
  private func eliminationFixture(_ agreements: Agreement...) -> PoolBuildingResult {
    var mappings = MadeUp.mappings()
    mappings.agreements = agreements
    let contribution = MadeUp.fact("LA-A", 7_391_000, flow: "FL-CON", to: "PCT-B")
    let receipt = MadeUp.fact("PCT-B", -7_391_000, flow: "FL-CIN", to: "LA-A")
    let onward = MadeUp.fact("PCT-B", 2_653_000, flow: "FL-XPL", to: "TRUST-D")
    let arrival = MadeUp.fact("TRUST-D", -2_653_000, flow: "FL-CIN", to: "PCT-B")
    return MadeUp.build(
      mappings,
      [MadeUp.fact("PCT-B", 7_738_000), MadeUp.fact("TRUST-D", 2_653_000, provider: "P2")],
      [contribution, receipt, onward, arrival].map { MadeUp.line($0) })
  }

  @Test func `A contribution passed on twice is spent once`() {
    let result = eliminationFixture(
      MadeUp.agreement("pct-pool"),
      MadeUp.agreement("provider-pool", partners: ["LA-A", "TRUST-D"]))
    // Naive payments are 7.391 + 10.391 + 2.653; what was bought is 7.391 + 3.
    let bought = result.accounts.compactMap(\.knownSpending).reduce(.zero, +)
    #expect(bought == .thousands(10_391))
    #expect(result.accounts[0].transfers.map(\.state) == [.paired, .paired])
    #expect(result.accounts[0].transfers.map(\.paid) == [.thousands(7_391), Self.passedOn])
    #expect(result.spendingPlaced(\.eliminated) == .zero)
    #expect(!result.codes.contains(.transferUnpaired))
  }

  @Test func `Money passed on to a pool that is not loaded is kept and flagged`() throws {
    let result = eliminationFixture(MadeUp.agreement("pct-pool"))
    let onward = try #require(result.accounts[0].transfers.last)
    #expect(onward.flow == "FL-XPL")
    // The trust's export is here and shows the receipt, though no agreement of its pool is.
    #expect(onward.state == .paired)

    let alone = MadeUp.build(
      MadeUp.mappings(MadeUp.agreement("pct-pool")), [],
      [MadeUp.line(MadeUp.fact("PCT-B", 2_653_000, flow: "FL-XPL", to: ""))])
    #expect(alone.accounts[0].transfers.map(\.state) == [.counterpartOutside])
    #expect(alone.accounts[0].knownSpending == Self.passedOn)
    let finding = alone.findings.first { $0.code == .counterpartOutside }
    #expect(
      finding?.message
        == "Brackley PCT paid £2,653,000.00 into another pool, which is not loaded: kept as spending"
    )
  }

  @Test func `Three partners' pool shows a provider paid twice as two payments`() {
    let schemes = [
      MadeUp.scheme("ld", Agreement.Claim(clientGroups: ["CG-LD"])),
      MadeUp.scheme("mh", Agreement.Claim(clientGroups: ["CG-MH"])),
    ]
    let partners = ["LA-A", "PCT-B", "PCT-C"]
    let total = Agreement.AgreementFigure(
      figure: "pool-total", year: MadeUp.year, amount: .thousands(315_000), precision: "reported",
      partOf: "", source: "press")
    let mappings = MadeUp.mappings(
      MadeUp.agreement(
        partners: partners, schemes: schemes, expecting: partners, figures: [total]))
    let result = MadeUp.build(
      mappings,
      [MadeUp.fact("LA-A", 40), MadeUp.fact("PCT-B", 40), MadeUp.fact("PCT-B", 9, "CG-MH")],
      [
        MadeUp.line(MadeUp.fact("PCT-C", 25, to: "LA-A")),
        MadeUp.line(MadeUp.fact("LA-A", -25, flow: "FL-CIN", to: "PCT-C")),
      ])
    let account = result.accounts[0]
    #expect(
      account.spending.map { "\($0.partner) \($0.scheme)" } == ["LA-A ld", "PCT-B ld", "PCT-B mh"])
    #expect(account.knownSpending == .pounds(89))
    #expect(account.transfers.map(\.state) == [.paired])
    #expect(account.gaps.count == 3)
    #expect(account.statedFigures.map(\.computed) == [nil])
  }

  @Test func `Annex 4c gives one partner's funding and an incomplete pool`() {
    let agreement = MadeUp.agreement(
      basis: .budget,
      contributions: [
        Agreement.Contribution(
          partner: "LA-A", year: MadeUp.year, kind: "CK-REC", label: "Existing",
          amount: .thousands(2_122), source: "report")
      ],
      sources: [
        Agreement.ContributionSource(
          publisher: "la-a", partner: "LA-A", kind: "CK-REC", year: MadeUp.year)
      ], expecting: ["LA-A", "PCT-B"], statesSpending: false)
    let amounts = [
      ("Other pool", 2_653_000), ("a", 375_000), ("b", 966_000), ("c", 1_139_000), ("d", 136_000),
    ]
    let lines = amounts.map { label, pounds in
      let flow = label == "Other pool" ? "FL-XPL" : "FL-CON"
      return MadeUp.line(
        MadeUp.fact(
          "LA-A", pounds, flow: flow, side: .funding, year: nil, basis: .budget, label: label))
    }
    let account = MadeUp.build(MadeUp.mappings(agreement), [], lines).accounts[0]
    #expect(account.knownFunding == .thousands(7_391))
    #expect(account.funding.first { $0.flow == "FL-XPL" }?.amount == Self.passedOn)
    #expect(account.knownSpending == nil)
    #expect(
      account.gaps == ["the funding of Brackley PCT is not stated", "spending is not stated"])
  }

  @Test func `The 2015-16 fund is held against its stated total, its parts are shown as stated`() {
    let year = FinancialYear(startYear: 2015)
    let figures = [("pool-total", 3_800_000, ""), ("performance-element", 1_000_000, "pool-total")]
      .map {
        Agreement.AgreementFigure(
          figure: $0, year: year, amount: .thousands($1), precision: "exact", partOf: $2,
          source: "spending round")
      }
    let source = Agreement.ContributionSource(publisher: "itf", partner: "", kind: "", year: nil)
    let mappings = MadeUp.mappings(
      MadeUp.agreement(
        partners: [], years: [year], basis: .budget, sources: [source], statesSpending: false,
        figures: figures))
    let facts = ["Existing", "Reallocated"].map {
      MadeUp.fact(
        "ITF", 1_900_000_000, flow: "FL-GRT", side: .funding, year: year, basis: .budget, label: $0)
    }
    let result = MadeUp.build(mappings, facts)
    #expect(result.accounts[0].knownFunding == .thousands(3_800_000))
    #expect(result.accounts[0].statedFigures.map(\.computed) == [.thousands(3_800_000), nil])
    #expect(result.codes == [.poolIncomplete])
  }

  @Test func `An area without a plan is listed without an amount, not with zero`() {
    let source = Agreement.ContributionSource(publisher: "bcf", partner: "", kind: "", year: nil)
    let condition = PoolCondition(
      number: 1, text: "Jointly agreed", states: [.init(area: "Northbeck", state: "met")])
    let mappings = MadeUp.mappings(
      MadeUp.agreement(partners: [], sources: [source], areasFrom: "bcf", conditions: [condition]))
    let plans = [
      ("Northbeck", "Minimum", 30), ("Northbeck", "More", 5), ("Eastholm", "Minimum", 20),
    ]
    let facts = plans.map { area, label, pounds in
      MadeUp.fact("BCF", pounds, flow: "FL-GRT", side: .funding, area: area, label: label)
    }
    let statuses = [
      ("Westmarsh", "not approved", 2), ("Northbeck", "approved", 0), ("Eastholm", "approved", 0),
    ]
    .map { AreaStatus(publisher: "bcf", area: $0, status: $1, rowsWithoutAmount: $2) }
    let result = MadeUp.build(mappings, facts, areas: statuses)
    #expect(
      result.accounts[0].areas == [
        PoolArea(name: "Eastholm", status: "approved", funding: .pounds(20)),
        PoolArea(name: "Northbeck", status: "approved", funding: .pounds(35)),
        PoolArea(name: "Westmarsh", status: "not approved", funding: nil),
      ])
    #expect(result.accounts[0].conditions == [condition])
    let finding = result.findings.first { $0.code == .areaWithoutPlan }
    #expect(finding?.value == "Westmarsh")
    #expect(finding?.rows == 2)
    #expect(result.codes.filter { $0 == .areaWithoutPlan }.count == 1)
  }

  @Test func `A speech about grants makes no pool and says why`() {
    let grant = MadeUp.fact("SPEECH", 1_200_000, flow: "FL-GRT", side: .funding)
    let result = MadeUp.build(MadeUp.mappings(), [grant])
    #expect(result.accounts == [])
    #expect(
      result.outsideTexts == ["no agreement names this funding (FL-GRT money): £1,200,000.00"])
    #expect(result.codes == [.noPool])
    #expect(
      result.findings[0].message
        == "funding that makes no pool (£1,200,000.00: no agreement names this funding (FL-GRT money))"
    )
  }
}
