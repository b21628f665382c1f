import CodeMapping
import MappingTables
import PoolModel
import Testing

struct CodeRuleLintTests {
  /// Rows with what the linter says of them, as `line:code`.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rows: [CodeRule]
    let findings: [String]
  }

  static let cases = [
    Case(
      testDescription: "the same value twice",
      rows: [
        .made("r1", [.costCentre: "A1"], line: 2), .made("r2", [.costCentre: "a1 "], line: 3),
      ], findings: ["3:rules-tie"]),
    Case(
      testDescription: "lists that share a value",
      rows: [
        .made("r1", [.costCentre: "A1|A2"], line: 2), .made("r2", [.costCentre: "A2|A3"], line: 3),
      ], findings: ["3:rules-tie"]),
    Case(
      testDescription: "equally wide ranges that overlap",
      rows: [
        .made("r1", [.costCentre: "A15>A25"], line: 2),
        .made("r2", [.costCentre: "A10>A20"], line: 3),
      ], findings: ["3:rules-tie"]),
    Case(
      testDescription: "the same columns of two patterns",
      rows: [
        .made("r1", [.costCentre: "A1", .service: "Ad*"], line: 2),
        .made("r2", [.costCentre: "A1", .service: "A*d"], line: 3),
      ], findings: ["3:rules-tie"]),
    Case(
      testDescription: "dates that overlap by a day",
      rows: [
        .made("r1", [.costCentre: "A1"], to: "2010-04-01", line: 2),
        .made("r2", [.costCentre: "A1"], from: "2010-04-01", line: 3),
      ], findings: ["3:rules-tie"]),
    Case(
      testDescription: "dates that leave a month out",
      rows: [
        .made("r1", [.costCentre: "A1"], to: "2010-03-31", line: 2),
        .made("r2", [.costCentre: "a1"], from: "2010-05-01", line: 3),
      ], findings: ["3:rule-dates-gap"]),
    Case(
      testDescription: "dates that leave a month out, which the grace fills",
      rows: [
        .made("r1", [.costCentre: "A1"], to: "2010-03-31", grace: 30, line: 2),
        .made("r2", [.costCentre: "A1"], from: "2010-05-01", line: 3),
      ], findings: []),
    Case(
      testDescription: "shares of 99.99 per cent",
      rows: [
        .made("r1", [.costCentre: "A1"], share: 5_000, line: 2),
        .made("r1", [.costCentre: "A1"], share: 4_999, line: 3),
      ], findings: ["2:shares-not-whole"]),
    Case(
      testDescription: "a share below nothing",
      rows: [
        .made("r1", [.costCentre: "A1"], share: 11_000, line: 2),
        .made("r1", [.costCentre: "A1"], share: -1_000, line: 3),
      ], findings: ["2:shares-not-whole"]),
    Case(
      testDescription: "shares with different cells",
      rows: [
        .made("r1", [.costCentre: "A1"], share: 5_000, line: 2),
        .made("r1", [.costCentre: "A2"], share: 5_000, line: 3),
      ], findings: ["3:shares-not-whole"]),
    Case(
      testDescription: "shares with different dates",
      rows: [
        .made("r1", [.costCentre: "A1"], share: 5_000, line: 2),
        .made("r1", [.costCentre: "A1"], share: 5_000, from: "2010-04-01", line: 3),
      ], findings: ["3:shares-not-whole"]),
    Case(
      testDescription: "an exact value before several columns",
      rows: [
        .made("r1", [.costCentre: "A1", .service: "Adults"], line: 2),
        .made("r2", [.costCentre: "A1"], line: 3),
      ], findings: ["2:rule-shadowed"]),
    Case(
      testDescription: "a rule that outlives a better one by its grace",
      rows: [
        .made("r1", [.costCentre: "A1", .service: "Adults"], to: "2010-03-31", grace: 30, line: 2),
        .made("r2", [.costCentre: "A1"], to: "2010-03-31", line: 3),
      ], findings: []),
    Case(
      testDescription: "a list before a pattern with another column",
      rows: [
        .made("r1", [.costCentre: "A1|A2"], line: 2),
        .made("r2", [.costCentre: "A2", .service: "Ad*lt*"], sign: .debit, line: 3),
      ], findings: ["3:rule-shadowed"]),
    Case(
      testDescription: "a tie beside patterns that are none",
      rows: [
        .made("r1", [.costCentre: "A*", .service: "Ad*"], sign: .debit, line: 2),
        .made("r2", [.costCentre: "A1*", .service: "Adu?t*"], sign: .debit, line: 3),
        .made("r3", [.costCentre: "A*"], line: 4),
        .made("r4", [.costCentre: "A*"], from: "2010-04-01", line: 5),
      ], findings: ["5:rules-tie"]),
    Case(
      testDescription: "an end before the beginning",
      rows: [.made("r1", [.costCentre: "A1"], from: "2010-04-01", to: "2010-03-31")],
      findings: ["2:rule-dead"]),
    Case(
      testDescription: "no cell", rows: [.made("r1", sign: .debit)], findings: ["2:rule-too-broad"]),
    Case(
      testDescription: "only stars", rows: [.made("r1", [.service: "**", .costCentre: "*"])],
      findings: ["2:rule-too-broad"]),
    Case(
      testDescription: "codes that are in no table",
      rows: [
        .made(
          "r1", [.costCentre: "A1"], group: "CG-XX", setting: "ST-XX", flow: "FL-XX",
          scheme: "north/xx")
      ], findings: Array(repeating: "2:category-unknown", count: 4)),
    Case(
      testDescription: "nothing to say",
      rows: [
        .made("r1", [.costCentre: "A1"], sign: .debit, line: 2),
        .made("r2", [.costCentre: "A1"], sign: .credit, scheme: "north/ld", line: 3),
        .made("r3", [.costCentre: "A1"], group: "", setting: "", line: 4),
        .made("r4", [.costCentre: "A1|A2"], line: 5),
        .made("r5", [.costCentre: "A1>A9"], to: "2010-03-31", line: 6),
        .made("r6", [.costCentre: "A1>A9"], from: "2010-04-01", line: 7),
        .made("r7", [.costCentre: "A5>A11"], line: 8),
        .made("r8", [.costCentre: "A*"], line: 9),
        .made("r9", [.service: "Adults"], line: 10),
        .made("r10", [.service: "Children", .expenseType: "*homes*"], share: 5_000, line: 11),
        .made("r10", [.service: "Children", .expenseType: "*homes*"], share: 5_000, line: 12),
        .made("r11", [.service: "Children", .expenseType: "*visit*"], line: 13),
      ], findings: []),
  ]

  @Test(arguments: cases)
  func `the linter tells the line and the fault`(linted: Case) {
    let found = CodeRuleLint.findings(in: linted.rows, mappings: Self.mappings)
    #expect(found.map { "\($0.position.line):\($0.code.rawValue)" } == linted.findings)
    #expect(found.allSatisfy { !$0.value.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func `a finding names file, line, value and remedy`() {
    let rows: [CodeRule] = [
      .made("r1", [.costCentre: "A1"], line: 7), .made("r2", [.costCentre: "A1"], line: 9),
    ]
    let found = CodeRuleLint.findings(in: rows, mappings: Self.mappings)
    #expect(
      found.map(\.description) == [
        "mappings/codes/northshire.csv:9: error: rules \"r1\" (line 7) and \"r2\" are of equal "
          + "rank and match the same codes; fill another matching cell of one, end one before "
          + "the other begins, or take one out [rules-tie]"
      ])
  }

  @Test func `a rule is unused where no decision carries its name`() {
    let rows: [CodeRule] = [
      .made("r1", [.costCentre: "A1"], line: 2), .made("r2", [.costCentre: "A2"], line: 3),
      .made("r2", [.costCentre: "A2"], line: 4),
    ]
    let found = CodeRuleLint.unused(
      rules: rows, usedRuleNames: ["northshire.csv:r1", "_shared.csv:r2"])
    #expect(found.map(\.position.line) == [3])
    #expect(found.map(\.code) == [.ruleUnused])
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten thousand rules are linted without comparing each with each`() {
    let rows = (0..<10_000).map { number in
      let width = number % 2 == 0 ? 5 : 4
      return CodeRule.made(
        "r\(number)", [.costCentre: "A\(number * 5)>A\(number * 5 + width)"], line: number + 2)
    }
    let found = CodeRuleLint.findings(in: rows, mappings: Self.mappings)
    #expect(found.isEmpty)
  }

  private static let mappings: MappingSet = {
    var mappings = MappingSet()
    func axis(_ codes: String...) -> CategoryAxis {
      CategoryAxis(nodes: codes.map { .init(code: $0, label: $0, parent: nil) })
    }
    mappings.clientGroups = axis("CG-LD", "CG-MH", "CG-UNK")
    mappings.careSettings = axis("ST-RES", "ST-UNK")
    mappings.ageBands = axis("AG-ALL")
    mappings.flows = ["FL-EXP": Flow(code: "FL-EXP", label: "", treatment: .spending)]
    mappings.agreements = [
      Agreement(
        agreement: "north", title: "", legalBasis: [], partners: [], host: nil, years: [],
        basis: .outturn, leadCommissioners: [],
        schemes: [
          .init(
            scheme: "ld", title: "", arrangement: "FA-POOL", lead: nil, claims: Agreement.Claim())
        ], contributions: [], contributionSources: [], fundingExpectedFrom: [],
        statesSpending: true, statedFigures: [], targets: [], areasFrom: nil, conditions: [],
        file: "mappings/pools/north.yaml")
    ]
    return mappings
  }()
}
