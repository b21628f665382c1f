import MappingTables
import PoolBuilding
import PoolModel
import Testing

/// Rule 1: which pool, and which of its schemes, a payment belongs to.
struct SchemeClaimsTests {
  private static let schemes = [
    MadeUp.scheme("by-name", Agreement.Claim()),
    MadeUp.scheme("homes", Agreement.Claim(careSettings: ["ST-CH"])),
    MadeUp.scheme("disability", Agreement.Claim(clientGroups: ["CG-LD"])),
    MadeUp.scheme("pct", Agreement.Claim(publishers: ["pct-b"])),
  ]
  private let mappings = MadeUp.mappings(MadeUp.agreement(schemes: schemes))

  @Test(arguments: [
    // A code stands for those below it, and the first scheme in order wins.
    (MadeUp.fact("LA-A", 5, "CG-LD", "ST-NUR"), "homes"),
    (MadeUp.fact("LA-A", 5, "CG-LD", "ST-HC"), "disability"),
    (MadeUp.fact("PCT-B", 5, "CG-MH", "ST-HC"), "pct"),
    // The name in the line's rule wins over every claim.
    (MadeUp.fact("LA-A", 5, "CG-LD", "ST-RES", scheme: "pool/by-name"), "by-name"),
  ])
  func `A payment goes to the scheme named for it, else to the first that claims it`(
    fact: PoolFact, scheme: String
  ) {
    let result = MadeUp.build(mappings, [fact])
    #expect(result.accounts.first?.spending.map(\.scheme) == [scheme])
    #expect(result.spendingPlaced(\.pooled) == .pounds(5))
  }

  @Test(arguments: [
    (MadeUp.fact("LA-A", 5, "CG-MH", "ST-HC"), "no agreement claims it"),
    (MadeUp.fact("PCT-C", 5), "no agreement claims it"),
    (MadeUp.fact("LA-A", 5, basis: .budget), "no agreement claims it"),
    (MadeUp.fact("LA-A", 5, year: MadeUp.nextYear), "no agreement claims it"),
    (MadeUp.fact("LA-A", 5, year: nil), "its year is not known"),
    (MadeUp.fact("LA-A", 5, ignored: "highways"), "ignored: highways"),
    (MadeUp.fact("LA-A", 5, flow: "FL-CAP"), "capital is kept apart from revenue"),
    (MadeUp.fact("LA-A", 5, flow: "FL-GRT"), "it is funding and stands among payments"),
    (MadeUp.fact("LA-A", 5, flow: "FL-NEW"), "its flow is in no table"),
    (
      MadeUp.fact("LA-A", 5, scheme: "other/homes"),
      "its rule names a scheme that is not open to its body, year or basis"
    ),
  ])
  func `Money that no pool counts stays outside with its reason`(fact: PoolFact, reason: String) {
    let result = MadeUp.build(mappings, [fact])
    #expect(result.outsideTexts == ["\(reason): £5.00"])
    #expect(result.accounts.first?.spending == [])
  }

  @Test func `Money that two agreements claim is in neither, and both are named`() {
    let both = MadeUp.mappings(MadeUp.agreement("north"), MadeUp.agreement("south"))
    let result = MadeUp.build(both, [MadeUp.fact("LA-A", 5), MadeUp.fact("LA-A", 2)])
    #expect(result.outsideTexts == ["claimed by two pools: £7.00"])
    let finding = result.findings.first { $0.code == .lineInTwoPools }
    #expect(finding?.value == "north/2009-10 south/2009-10")
    #expect(finding?.atStake == .pounds(7))
    #expect(finding?.rows == 2)
  }

  @Test func `A scheme named by a rule settles what two agreements claim`() {
    let both = MadeUp.mappings(MadeUp.agreement("north"), MadeUp.agreement("south"))
    let result = MadeUp.build(both, [MadeUp.fact("LA-A", 5, scheme: "south/all")])
    #expect(result.accounts.map(\.knownSpending) == [nil, .pounds(5)])
  }

  @Test func `Payments of one partner to one provider are one line; other years are other pools`() {
    let later = MadeUp.nextYear
    let mappings = MadeUp.mappings(MadeUp.agreement(years: [later, MadeUp.year]))
    let result = MadeUp.build(
      mappings,
      [
        MadeUp.fact("LA-A", 5), MadeUp.fact("LA-A", -2), MadeUp.fact("LA-A", 1, year: later),
        MadeUp.fact("PCT-B", 4),
      ])
    #expect(result.accounts.map(\.id) == ["pool/2009-10", "pool/2010-11"])
    #expect(result.accounts[0].spending.map(\.partner) == ["LA-A", "PCT-B"])
    #expect(result.accounts[0].spending[0].tally == RowTally(rows: 2, amount: .pounds(3)))
    #expect(result.accounts[1].knownSpending == .pounds(1))
  }
}
