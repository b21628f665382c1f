import PoolBuilding
import PoolModel
import Testing

@testable import MappingTables

/// What counts towards a minimum, and what a year without a plan says.
struct BetterCareFundTests {
  private static let fund: BetterCareFund = {
    var fund = BetterCareFund()
    fund.areas = [
      BCFArea(area: "BCF-A", name: "Ambleford", from: nil, to: nil),
      BCFArea(area: "BCF-B", name: "Brackley", from: nil, to: nil),
    ]
    fund.vocabulary = [
      BCFTerm(field: .fundingSource, value: "Minimum NHS Contribution"),
      BCFTerm(field: .fundingSource, value: "iBCF"),
      BCFTerm(field: .areaOfSpend, value: "Social Care"),
      BCFTerm(field: .areaOfSpend, value: "Acute"),
      BCFTerm(field: .commissioner, value: "NHS", meaning: .nhs),
      BCFTerm(field: .commissioner, value: "LA", meaning: .la),
      BCFTerm(field: .commissioner, value: "Joint", meaning: .joint),
    ]
    fund.minimumRules = [
      BCFMinimumRule(
        minimum: "out-of-hospital", label: "Out of hospital", side: .spending,
        sources: ["minimum nhs contribution"], areasOfSpend: [], exceptAreasOfSpend: ["acute"],
        commissioner: .nhs, certainty: "recalled")
    ]
    return fund
  }()

  /// What counts towards the minimum of £100.01 that one row of a plan spends.
  private func planned(_ source: String, _ area: String, _ commissioner: String...) -> Money? {
    var agreement = MadeUp.agreement()
    agreement.bcfArea = "BCF-A"
    var mappings = MadeUp.mappings(agreement)
    mappings.betterCareFund = Self.fund
    var fact = MadeUp.fact("LA-A", 100, pence: 1)
    fact.plan.fundingSource = source
    fact.plan.areaOfSpend = area
    fact.plan.commissioner = commissioner[0]
    fact.plan.nhsShare = commissioner.dropFirst().first ?? ""
    fact.plan.laShare = commissioner.dropFirst(2).first ?? ""
    let account = MadeUp.build(mappings, [fact]).accounts.first
    return account?.betterCareFund?.minima.first?.planned
  }

  @Test func `what a row says decides whether it counts`() {
    #expect(planned("Minimum NHS contribution", "Social Care", "NHS") == .pounds(100, pence: 1))
    #expect(planned("Minimum NHS Contribution", "acute", "NHS") == .zero)
    #expect(planned("Minimum NHS Contribution", "Social Care", "LA") == .zero)
    #expect(planned("iBCF", "", "") == .zero)
  }

  @Test func `of a joint commissioner the NHS's share counts, to the penny`() {
    let half = planned("Minimum NHS Contribution", "Social Care", "Joint", "50%", "50%")
    #expect(half == .pounds(50, pence: 1))
  }

  @Test func `a row that does not say enough makes the sum unknown, not nought`() {
    #expect(planned("", "Social Care", "NHS") == nil)
    #expect(planned("Minimum NSH Contribution", "Social Care", "NHS") == nil)
    #expect(planned("Minimum NHS Contribution", "", "NHS") == nil)
    #expect(planned("Minimum NHS Contribution", "Social Care", "ICB") == nil)
    #expect(planned("Minimum NHS Contribution", "Social Care", "Joint", "50%", "40%") == nil)
  }

  @Test func `an area without a plan has no sums, and every area is listed each year`() {
    var agreement = MadeUp.agreement(
      years: [2009, 2010, 2011].map { FinancialYear(startYear: $0) },
      contributions: [
        Agreement.Contribution(
          partner: "LA-A", year: MadeUp.year, kind: "CK-REC", label: "iBCF",
          amount: .pounds(120), source: "")
      ])
    agreement.bcfArea = "BCF-A"
    var mappings = MadeUp.mappings(agreement)
    mappings.betterCareFund = Self.fund
    mappings.betterCareFund.templateYears = [
      BCFTemplateYear(year: MadeUp.nextYear, hasPlans: false, note: "Only a reconciliation")
    ]
    var fact = MadeUp.fact("LA-A", 100)
    fact.plan.fundingSource = "iBCF"
    let result = MadeUp.build(mappings, [fact])
    let areas = result.bcfAreas
    #expect(
      areas.map { "\($0.area) \($0.year) \($0.plan.rawValue) \($0.spending?.description ?? "-")" }
        == [
          "BCF-A 2009-10 plan £100.00", "BCF-B 2009-10 no plan -",
          "BCF-A 2010-11 no plan made -", "BCF-B 2010-11 no plan made -",
          "BCF-A 2011-12 no plan -", "BCF-B 2011-12 no plan -",
        ])
    #expect(areas.map(\.reason).filter { $0 == "Only a reconciliation" }.count == 2)
    #expect(
      result.findings.filter { $0.code == .areaWithoutPlan }.map(\.message) == [
        "no plan of Ambleford is known for 2011-12: it is in no sum, and not a plan of nothing"
      ])
  }

  @Test(arguments: [(BCFPlanState.State.approved, 1), (.notApproved, 0), (.absent, 0)])
  func `a plan that is not approved is in no sum and in no target`(
    state: BCFPlanState.State, counted: Int
  ) {
    let target = Agreement.Target(
      target: "share", title: "", numerator: Agreement.Claim(careSettings: ["ST-RES"]),
      denominator: Agreement.Claim(clientGroups: ["CG-LD"]), base: 5_500, goal: 4_000, years: 3,
      baseYear: nil, basis: nil, readings: [.init(basis: "residential", careSettings: [])],
      source: "")
    var agreement = MadeUp.agreement(targets: [target])
    agreement.bcfArea = "BCF-A"
    var mappings = MadeUp.mappings(agreement)
    mappings.betterCareFund = Self.fund
    mappings.betterCareFund.plans = [
      BCFPlanState(area: "BCF-A", year: MadeUp.year, state: state)
    ]
    let result = MadeUp.build(mappings, [MadeUp.fact("LA-A", 100)])
    #expect(result.targets.count == counted && result.trends.count == counted)
    #expect(result.bcfAreas.filter { $0.spending == .pounds(100) }.count == counted)
    #expect(result.accounts.map(\.spending.count) == [1])
  }
}
