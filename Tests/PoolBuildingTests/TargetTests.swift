import MappingTables
import PoolModel
import Testing

@testable import PoolBuilding

/// Rule 7: targets are read on stated bases, and progress is refused across different ones.
struct TargetTests {
  private static func agreement(
    basis: String? = nil, baseYear: FinancialYear? = nil
  ) -> Agreement {
    let target = Agreement.Target(
      target: "residential-share", title: "",
      numerator: Agreement.Claim(clientGroups: ["CG-LD"], careSettings: ["ST-CH"]),
      denominator: Agreement.Claim(clientGroups: ["CG-LD"]), base: 5_500, goal: 4_000, years: 3,
      baseYear: baseYear, basis: basis,
      readings: [
        .init(basis: "residential and nursing", careSettings: ["ST-CH"]),
        .init(basis: "residential alone", careSettings: ["ST-RES"]),
      ], source: "")
    return MadeUp.agreement(targets: [target])
  }

  private let facts = [
    MadeUp.fact("LA-A", 525, "CG-LD", "ST-RES"), MadeUp.fact("PCT-B", 25, "CG-LD", "ST-NUR"),
    MadeUp.fact("LA-A", 450, "CG-LD", "ST-HC"), MadeUp.fact("LA-A", 999, "CG-MH", "ST-RES"),
    MadeUp.fact("PCT-C", 999, "CG-LD", "ST-RES"),
  ]

  @Test func `A share is worked out on each stated basis, and no progress from an unstated base`() {
    let result = MadeUp.build(MadeUp.mappings(Self.agreement()), facts)
    #expect(result.targets.map(\.share) == [5_500, 5_250])
    #expect(result.targets.map(\.numerator) == [.pounds(550), .pounds(525)])
    #expect(result.targets.allSatisfy { $0.denominator == .pounds(1_000) })
    let refusal =
      "the base of 55% says neither its year nor what it takes in; "
      + "no progress is reported"
    #expect(result.targets.map(\.refusal) == [refusal, refusal])
    #expect(result.codes.filter { $0 == .progressRefused }.count == 1)
  }

  @Test func `Progress is refused only where base and reading measure different things`() {
    let stated = Self.agreement(basis: "residential alone", baseYear: MadeUp.year)
    let result = MadeUp.build(MadeUp.mappings(stated), facts)
    #expect(
      result.targets.map(\.refusal) == [
        "the base of 55% is on the basis \"residential alone\", this share on "
          + "\"residential and nursing\"; no progress is reported", "",
      ])
  }

  @Test(
    arguments: [
      (nil, "residential alone", "the base of 55% does not say its year; no progress is reported"),
      (MadeUp.year, nil, "the base of 55% does not say what it takes in; no progress is reported"),
    ] as [(FinancialYear?, String?, String)])
  func `A refusal says what the base does not`(
    baseYear: FinancialYear?, basis: String?, refusal: String
  ) {
    let stated = Self.agreement(basis: basis, baseYear: baseYear)
    let result = MadeUp.build(MadeUp.mappings(stated), facts)
    #expect(result.targets.last?.refusal == refusal)
  }

  @Test func `A year without spending to count has no reading`() {
    #expect(MadeUp.build(MadeUp.mappings(Self.agreement()), []).targets == [])
  }

  @Test(
    arguments: [
      (1, 3, 3_333), (2, 3, 6_667), (1, 20_000, 1), (-1, 20_000, 0), (-3, 20_000, -1), (0, 5, 0),
      (3, 2, 15_000), (1, 0, nil), (1, -4, nil),
    ] as [(Int64, Int64, Int?)])
  func `A share is rounded half up to hundredths of a per cent`(
    part: Int64, whole: Int64, share: Int?
  ) {
    #expect(PoolClosing.share(of: Money(pence: part), in: Money(pence: whole)) == share)
  }
}
