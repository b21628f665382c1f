import PoolModel
import Testing

@testable import MappingTables

@Suite struct AgreementFileTests {
  private let path = "mappings/pools/northbeck-pool.yaml"

  private func read(_ text: String) -> (agreement: Agreement?, complaints: [String]) {
    let file = MappingFile(path: path, text: text)
    let agreement = AgreementFile.read(file, known: .ofTests)
    return (
      agreement,
      file.findings.sorted(by: Finding.inReadingOrder)
        .map { String($0.description.dropFirst(path.count + 1)) }
    )
  }

  /// An agreement with the keys that may not be left out, and these lines more.
  private func readWithHead(_ lines: String) -> (agreement: Agreement?, complaints: [String]) {
    read(
      """
      agreement: northbeck-pool
      title: Northbeck pool
      partners: [LA-NORTHBECK, PCT-9AA]
      years: [2009-10]
      basis: outturn

      """ + lines)
  }

  @Test func `an agreement's own keys are read`() throws {
    let (read, complaints) = readWithHead(
      """
      legal-basis:
        - {power: NHS Act 2006 section 75, from: 2007-03-01}
      host: PCT-9AA
      lead-commissioners:
        - {client-group: CG-LD, lead: LA-NORTHBECK}
      schemes:
        - scheme: learning-disability
          title: Learning disability
          arrangement: FA-POOL
          lead: not stated
          claims:
            client-group: [CG-LD]
            care-setting: ST-CH
            publisher: [northbeck-council]
            flow: [FL-EXP]
      funding-expected-from: [LA-NORTHBECK]
      spending: not stated
      areas-from: northbeck-plans
      """)
    #expect(complaints.isEmpty)
    let agreement = try #require(read)
    #expect(agreement.agreement == "northbeck-pool" && agreement.title == "Northbeck pool")
    #expect(agreement.legalBasis[0].from == CalendarDay(iso: "2007-03-01"))
    #expect(agreement.partners == ["LA-NORTHBECK", "PCT-9AA"] && agreement.host == "PCT-9AA")
    #expect(agreement.years == [FinancialYear(startYear: 2009)] && agreement.basis == .outturn)
    #expect(agreement.leadCommissioners[0].lead == "LA-NORTHBECK")
    #expect(agreement.schemes[0].arrangement == "FA-POOL" && agreement.schemes[0].lead == nil)
    let claims = agreement.schemes[0].claims
    #expect(claims.clientGroups == ["CG-LD"] && claims.careSettings == ["ST-CH"])
    #expect(claims.publishers == ["northbeck-council"] && claims.flows == ["FL-EXP"])
    #expect(claims.ageBands.isEmpty)
    #expect(agreement.fundingExpectedFrom == ["LA-NORTHBECK"] && !agreement.statesSpending)
    #expect(agreement.areasFrom == "northbeck-plans" && agreement.file == path)
  }

  @Test func `keys left out take the defaults of the manual`() throws {
    let (read, complaints) = readWithHead("host: not stated")
    let agreement = try #require(read)
    #expect(complaints.isEmpty && agreement.host == nil && agreement.statesSpending)
    #expect(agreement.fundingExpectedFrom == ["LA-NORTHBECK", "PCT-9AA"])
    #expect(agreement.schemes.isEmpty && agreement.areasFrom == nil)
  }

  @Test func `contributions and stated figures keep their pence, and not stated stays unknown`()
    throws
  {
    let (read, complaints) = readWithHead(
      """
      contributions:
        - {partner: PCT-9AA, year: 2009-10, kind: CK-REC, label: Base, amount: not stated}
        - {partner: LA-NORTHBECK, year: 2009-10, kind: CK-REC, amount: £2.122m, source: Annex 4c}
      contributions-from:
        - {publisher: northbeck-plans, kind: CK-REC}
        - {publisher: northbeck-council, partner: LA-NORTHBECK, kind: CK-REC, year: 2009-10}
      stated-figures:
        - {figure: pool-total, year: 2009-10, amount: £315m, precision: reported, source: press}
        - {figure: part, year: 2009-10, amount: "£1,000.50", precision: exact, part-of: pool-total}
      """)
    let agreement = try #require(read)
    #expect(complaints.isEmpty)
    #expect(agreement.contributions.map(\.amount) == [nil, Money(pence: 212_200_000)])
    #expect(agreement.contributions.map(\.label) == ["Base", ""])
    #expect(agreement.contributionSources.map(\.partner) == ["", "LA-NORTHBECK"])
    #expect(agreement.contributionSources.map(\.year) == [nil, FinancialYear(startYear: 2009)])
    #expect(agreement.statedFigures.map(\.amount.pence) == [31_500_000_000, 100_050])
    #expect(agreement.statedFigures[1].partOf == "pool-total")
    #expect(agreement.statedFigures.map(\.precision) == ["reported", "exact"])
  }

  @Test func `targets and conditions are read`() throws {
    let (read, complaints) = readWithHead(
      """
      targets:
        - target: residential-share
          title: Less residential care
          numerator: {client-group: [CG-LD], care-setting: [ST-CH]}
          denominator: {client-group: [CG-LD]}
          base: 55
          goal: 40.5
          years: 3
          base-year: not stated
          basis: not stated
          readings:
            - {basis: residential alone, care-setting: [ST-RES]}
          source: minutes
      conditions:
        - {number: 1, text: Plans are agreed}
        - {number: 2, text: Services run on seven days}
      condition-states:
        - {area: Northbeck, states: {1: met, 2: not met}}
        - {area: Southbeck, states: {1: not stated}}
      """)
    let agreement = try #require(read)
    #expect(complaints.isEmpty)
    let target = agreement.targets[0]
    #expect(target.base == 5_500 && target.goal == 4_050 && target.years == 3)
    #expect(target.baseYear == nil && target.basis == nil && target.source == "minutes")
    #expect(target.numerator.careSettings == ["ST-CH"] && target.denominator.careSettings.isEmpty)
    #expect(target.readings[0].careSettings == ["ST-RES"])
    #expect(
      agreement.conditions.map(\.states) == [
        [.init(area: "Northbeck", state: "met"), .init(area: "Southbeck", state: "not stated")],
        [.init(area: "Northbeck", state: "not met")],
      ])
  }

  @Test func `faults of an agreement's own keys are told`() {
    let complaints = read(
      """
      agreement: northbeck
      partners: [LA-NORTHBEK, PCT-9AA, PCT-9AA]
      host: ICB-XXX
      years: [2009, 2009-10]
      basis: actual
      lead-commissioners: [{client-group: CG-LDD, lead: PCT-9AZ}]
      spending: unknown
      area-from: northbeck-plans
      """
    ).complaints
    #expect(
      complaints == [
        "1:1: error: the key \"title\" is missing; add it [mapping-key-missing]",
        "1:12: error: agreement \"northbeck\" is not the name of this file; "
          + "write \"northbeck-pool\" or rename the file [mapping-value-unreadable]",
        "2:12: error: the partner \"LA-NORTHBEK\" is not in mappings/organisations.csv; "
          + "did you mean \"LA-NORTHBECK\"? [body-unknown]",
        "2:34: error: the partner \"PCT-9AA\" already stands on line 2; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "3:7: error: the host \"ICB-XXX\" is not in mappings/organisations.csv; "
          + "add it there or correct it here [body-unknown]",
        "4:9: error: the year \"2009\" cannot be read; write a financial year as 2009-10 "
          + "[mapping-value-unreadable]",
        "5:8: error: basis \"actual\" cannot be read; write budget, forecast or outturn "
          + "[mapping-value-unreadable]",
        "6:37: error: the client group \"CG-LDD\" is not in "
          + "mappings/categories/client-groups.csv; did you mean \"CG-LD\"? [category-unknown]",
        "6:51: error: the lead \"PCT-9AZ\" is not in mappings/organisations.csv; "
          + "did you mean \"PCT-9AA\"? [body-unknown]",
        "7:11: error: spending \"unknown\" cannot be read; write stated or not stated "
          + "[mapping-value-unreadable]",
        "8:1: error: there is no key \"area-from\" here; did you mean \"areas-from\"? "
          + "[mapping-key-unknown]",
      ])
  }

  @Test func `faults of schemes are told`() {
    let complaints = readWithHead(
      """
      schemes:
        - {scheme: a, title: A, arrangement: FA-POOL, claims: {client-group: [CG-LX], flow: FL-EX}}
        - {scheme: a, title: B, arrangement: FA-POO}
        - {title: C, arrangement: FA-POOL, claims: {publisher: [northbek-council], setting: x}}
      """
    ).complaints
    #expect(
      complaints == [
        "7:73: error: the client-group \"CG-LX\" is not in mappings/categories/client-groups.csv; "
          + "did you mean \"CG-LD\"? [category-unknown]",
        "7:87: error: the flow \"FL-EX\" is not in mappings/categories/flows.csv; "
          + "did you mean \"FL-EXP\"? [category-unknown]",
        "8:14: error: the scheme \"a\" already stands on line 7; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "8:40: error: the arrangement \"FA-POO\" is not in mappings/categories/arrangements.csv; "
          + "did you mean \"FA-POOL\"? [category-unknown]",
        "9:5: error: the key \"scheme\" is missing; add it [mapping-key-missing]",
        "9:59: error: the publisher \"northbek-council\" is not in mappings/sources; "
          + "did you mean \"northbeck-council\"? [mapping-value-unreadable]",
        "9:78: error: there is no key \"setting\" here; "
          + "the keys here are client-group, care-setting, age-band, publisher, flow "
          + "[mapping-key-unknown]",
      ])
  }

  @Test func `faults of figures, targets and conditions are told`() {
    let complaints = readWithHead(
      """
      contributions:
        - {partner: PCT-9AC, year: 2009-10, kind: CK-RECC, amount: about £2m}
      contributions-from: [{partner: PCT-9AD, publisher: northbeck-plan}]
      stated-figures:
        - {figure: a, year: 2009-10, amount: not stated, precision: rough, part-of: pool-total}
      targets:
        - {target: t, title: T, numerator: {}, denominator: {}, base: 101, goal: x, years: 0}
      conditions: [{number: 1, text: A}, {number: 1, text: B}, {number: one, text: C}]
      condition-states: [{area: X, states: {1: maybe, 2: met}}, {area: X, states: [met]}]
      """
    ).complaints
    #expect(
      complaints.map { $0.components(before: ";") } == [
        "7:15: error: the partner \"PCT-9AC\" is not in mappings/organisations.csv",
        "7:45: error: the kind \"CK-RECC\" is not in mappings/categories/contribution-kinds.csv",
        "7:62: error: amount \"about £2m\" cannot be read",
        "8:32: error: the partner \"PCT-9AD\" is not in mappings/organisations.csv",
        "8:52: error: the publisher \"northbeck-plan\" is not in mappings/sources",
        "10:40: error: amount \"not stated\" cannot be read",
        "10:63: error: precision \"rough\" cannot be read",
        "10:79: error: the figure \"pool-total\" is not in the agreement's stated-figures",
        "12:65: error: base \"101\" cannot be read",
        "12:76: error: goal \"x\" cannot be read",
        "12:86: error: years \"0\" cannot be read",
        "13:45: error: the condition \"1\" already stands on line 13",
        "13:67: error: number \"one\" cannot be read",
        "14:42: error: the state \"maybe\" cannot be read",
        "14:49: error: the condition \"2\" is not in the agreement's conditions",
        "14:66: error: the area \"X\" already stands on line 14",
      ])
  }
}

extension String {
  /// The text before the first of some character.
  fileprivate func components(before end: Character) -> String {
    String(prefix { $0 != end })
  }
}
