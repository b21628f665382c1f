import ImportTestSupport
import MappingTables
import PoolModel
import Testing
@testable import PoolBuilding

/// The memorandum account of a pool.
struct MemorandumTests {
  private static func contribution(
    _ partner: String, _ pounds: Int?, kind: String = "CK-REC", year: FinancialYear = MadeUp.year
  ) -> Agreement.Contribution {
    Agreement.Contribution(
      partner: partner, year: year, kind: kind, label: "", amount: pounds.map { .pounds($0) },
      source: "")
  }

  private static func mappings(
    _ contributions: [Agreement.Contribution], over: String? = nil, under: String? = nil,
    shares: [(String, Int)] = [], years: [FinancialYear] = [MadeUp.year],
    broughtForward: Money? = .zero
  ) -> MappingSet {
    var agreement = MadeUp.agreement(
      years: years, contributions: contributions, expecting: ["LA-A", "PCT-B"])
    agreement.schemes[0].risk.overspend = over
    agreement.schemes[0].risk.underspend = under
    agreement.schemes[0].risk.shares = shares.map { (partner: $0.0, hundredths: $0.1) }
    agreement.balances = [Agreement.Balance(year: MadeUp.year, broughtForward: broughtForward)]
    var set = MadeUp.mappings(agreement)
    for division in RiskShareRule.Division.allCases {
      set.riskShares[division.rawValue] = RiskShareRule(
        label: division.rawValue, division: division)
    }
    var kind = ContributionKind(label: "In kind")
    kind.isCash = false
    set.contributionRules["CK-KIND"] = kind
    var capital = ContributionKind(label: "Capital")
    capital.isCapital = true
    set.contributionRules["CK-CAP"] = capital
    return set
  }

  /// `address amount` of the lines of a section.
  private static func shown(
    _ result: PoolBuildingResult, _ section: MemorandumLine.Section, account: Int = 0
  ) -> [String] {
    result.accounts[account].memorandum.filter { $0.section == section }
      .map { "\($0.address) \($0.amount?.description ?? "not stated")" }
  }

  @Test func `Both sides, the net and what is carried forward tie`() {
    let result = MadeUp.build(
      Self.mappings(
        [Self.contribution("LA-A", 60), Self.contribution("PCT-B", 40)], under: "pool",
        broughtForward: .pounds(5)),
      [MadeUp.fact("LA-A", 30), MadeUp.fact("PCT-B", 50)])
    #expect(
      Self.shown(result, .funding) == [
        "funding/LA-A £60.00", "funding/PCT-B £40.00", "funding £100.00",
      ])
    #expect(
      Self.shown(result, .expenditureByPartner) == [
        "expenditure-by-partner/LA-A £30.00", "expenditure-by-partner/PCT-B £50.00",
        "expenditure-by-partner £80.00",
      ])
    #expect(Self.shown(result, .net) == ["net £20.00"])
    #expect(Self.shown(result, .carriedForward) == ["carried-forward £25.00"])
  }

  @Test func `A side that is not stated makes no total, and nothing is taken for zero`() {
    let result = MadeUp.build(
      Self.mappings([Self.contribution("LA-A", 60), Self.contribution("PCT-B", nil)]),
      [MadeUp.fact("LA-A", 30)])
    #expect(
      Self.shown(result, .funding) == [
        "funding/LA-A £60.00", "funding/PCT-B not stated", "funding not stated",
      ])
    #expect(
      result.accounts[0].memorandum.first { $0.address == "funding" }?.note
        == "£60.00 is known; the rest is not stated")
    #expect(Self.shown(result, .net) == ["net not stated"])
    #expect(Self.shown(result, .share) == [])
  }

  @Test(arguments: [
    ("fixed", ["share/LA-A -£7.01", "share/PCT-B -£3.00"], "carried-forward £0.00"),
    ("proportionate", ["share/LA-A -£6.01", "share/PCT-B -£4.00"], "carried-forward £0.00"),
    ("originating", ["share/LA-A -£30.01", "share/PCT-B £20.00"], "carried-forward £0.00"),
    ("pool", [], "carried-forward -£10.01"), ("decision", [], "carried-forward not stated"),
  ])
  func `An overspend is shared by the agreement's rule`(
    rule: String, shares: [String], carried: String
  ) {
    let result = MadeUp.build(
      Self.mappings(
        [Self.contribution("LA-A", 60), Self.contribution("PCT-B", 40)], over: rule,
        shares: [("LA-A", 7_000), ("PCT-B", 3_000)]),
      [MadeUp.fact("LA-A", 90, pence: 1), MadeUp.fact("PCT-B", 20)])
    #expect(Self.shown(result, .share) == shares)
    #expect(Self.shown(result, .carriedForward) == [carried])
  }

  @Test func `Without a rule shares are an illustration and nothing is carried forward`() {
    let result = MadeUp.build(
      Self.mappings([Self.contribution("LA-A", 60), Self.contribution("PCT-B", 40)]),
      [MadeUp.fact("LA-A", 110)])
    let shares = result.accounts[0].memorandum.filter { $0.section == .share }
    #expect(shares.map(\.kind) == [.illustration, .illustration])
    #expect(shares.map(\.amount) == [.pounds(-6), .pounds(-4)])
    #expect(Self.shown(result, .carriedForward) == ["carried-forward not stated"])
  }

  @Test func `The next year begins with what was carried forward and shows the year before`() {
    let years = [MadeUp.year, MadeUp.nextYear]
    let result = MadeUp.build(
      Self.mappings(
        years.flatMap {
          [Self.contribution("LA-A", 60, year: $0), Self.contribution("PCT-B", 40, year: $0)]
        }, under: "pool", years: years),
      [MadeUp.fact("LA-A", 97), MadeUp.fact("LA-A", 98, year: MadeUp.nextYear)])
    #expect(Self.shown(result, .broughtForward, account: 1) == ["brought-forward £3.00"])
    #expect(Self.shown(result, .carriedForward, account: 1) == ["carried-forward £5.00"])
    let net = result.accounts[1].memorandum.first { $0.section == .net }
    #expect(net?.amount == .pounds(2) && net?.prior == .pounds(3))
  }

  @Test func `Capital and what is in kind stand apart from the funding`() {
    let result = MadeUp.build(
      Self.mappings([
        Self.contribution("LA-A", 60), Self.contribution("PCT-B", 40),
        Self.contribution("PCT-B", 9, kind: "CK-KIND"),
        Self.contribution("LA-A", 7, kind: "CK-CAP"),
      ]), [MadeUp.fact("LA-A", 5, flow: "FL-CAP"), MadeUp.fact("LA-A", 30)])
    #expect(Self.shown(result, .funding).last == "funding £100.00")
    #expect(Self.shown(result, .inKind) == ["in-kind/PCT-B £9.00"])
    #expect(
      Self.shown(result, .capitalFunding)
        == ["capital-funding/LA-A £7.00", "capital-funding £7.00"])
    #expect(Self.shown(result, .capitalExpenditure) == ["capital-expenditure £5.00"])
    #expect(Self.shown(result, .expenditureByPartner).last == "expenditure-by-partner £30.00")
  }

  @Test func `Money for another pool is one's expenditure, the other's funding, and spent once`() {
    let result = MadeUp.build(
      MadeUp.mappings(
        MadeUp.agreement("one"), MadeUp.agreement("two", partners: ["PCT-C"])),
      [MadeUp.fact("PCT-B", 30), MadeUp.fact("PCT-C", 12)],
      [
        MadeUp.line(MadeUp.fact("PCT-B", 10, flow: "FL-XPL", to: "PCT-C"), at: 4),
        MadeUp.line(
          MadeUp.fact("PCT-C", -10, flow: "FL-CIN", to: "PCT-B", scheme: "two/all"), at: 5),
      ])
    #expect(Self.shown(result, .expenditureByPartner).last == "expenditure-by-partner £40.00")
    #expect(Self.shown(result, .funding, account: 1).first == "funding/other-pools £10.00")
    #expect(result.accounts.compactMap(\.knownSpending).reduce(.zero, +) == .pounds(42))
  }

  @Test func `Gross and net contributions make no sum`() {
    var mappings = Self.mappings([Self.contribution("LA-A", 60), Self.contribution("PCT-B", 40)])
    mappings.agreements[0].contributions[1].isNetOfCharges = true
    let result = MadeUp.build(mappings, [MadeUp.fact("LA-A", 30)])
    #expect(result.accounts[0].knownFunding == nil)
    #expect(Self.shown(result, .funding).last == "funding not stated")
    #expect(result.codes.contains(.basesMixed))
  }

  /// Any split, any shares, any eliminations: what is shared, carried and netted is the money given.
  @Test(arguments: 1...40) func `Shares and balances keep every penny`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let rule = random.pick(["fixed", "proportionate", "originating", "pool"])
    let (one, other) = (Int(random.next() % 9_999), Int(random.next() % 9_999) + 1)
    let first = Int(random.next() % 10_001)
    let mappings = Self.mappings(
      [Self.contribution("LA-A", one), Self.contribution("PCT-B", other)], over: rule, under: rule,
      shares: [("LA-A", first), ("PCT-B", 10_000 - first)])
    let spent = (0..<12).map { _ in
      MadeUp.fact(
        random.pick(["LA-A", "PCT-B"]), Int(random.next() % 2_000),
        pence: Int(random.next() % 100))
    }
    let account = MadeUp.build(mappings, spent).accounts[0]
    func amount(_ address: String) -> Money? {
      account.memorandum.first { $0.address == address }?.amount
    }
    let net = account.memorandum.first { $0.section == .net }?.amount
    #expect(net == .pounds(one + other) - spent.reduce(.zero) { $0 + $1.tally.amount })
    let shares = account.memorandum.filter { $0.section == .share }.compactMap(\.amount)
    let carried = account.memorandum.last?.amount
    #expect(shares.reduce(.zero, +) + (carried ?? .zero) == net)
  }
}
