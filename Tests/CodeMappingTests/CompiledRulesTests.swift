import CodeMapping
import MappingTables
import PoolModel
import Testing

struct CompiledRulesTests {
  @Test(arguments: [
    ("R5806", "  r5806 ", true),
    ("R5806", "R58060", false),
    ("R5806|R5807", "R5807", true),
    ("R5806|R5807", "R5808", false),
    ("R5800>R5899", "R05806", true),
    ("R5800>R5899", "R5900", false),
    ("R5800>R5899", "X5806", false),
    ("CFADRES*", "cfadres/mh", true),
    ("CFADRES*", "CFADDOM", false),
    ("R58?6", "R5816", true),
    ("R58?6", "R586", false),
    ("*Nursing*", "Private nursing homes", true),
    ("Private   Nursing", "private nursing", true),
  ])
  func `a cell matches in its form`(cell: String, value: String, isMatch: Bool) {
    let rules = CompiledRules(
      publisher: [.made("r1", [.subjectiveCode: cell])], shared: [], flows: [:])
    let name = rules.ruleName(for: CodeFields(subjectiveCode: value))
    #expect(name == (isMatch ? "r1" : nil))
  }

  @Test(arguments: CodeRule.Column.allCases)
  func `each column can be matched, and only it`(column: CodeRule.Column) {
    let rules = CompiledRules(publisher: [.made("r1", [column: "X1"])], shared: [], flows: [:])
    let fields: [CodeRule.Column: CodeFields] = [
      .costCentre: CodeFields(costCentre: "X1"), .subjectiveCode: CodeFields(subjectiveCode: "X1"),
      .expenseType: CodeFields(expenseType: "X1"), .service: CodeFields(service: "X1"),
      .description: CodeFields(description: "X1"),
      .transactionPrefix: CodeFields(transactionPrefix: "X1"),
      .supplier: CodeFields(supplier: "X1"),
    ]
    let met = CodeRule.Column.allCases.filter { other in
      fields[other].flatMap { rules.ruleName(for: $0) } != nil
    }
    #expect(met == [column])
    #expect(rules.columns == [column])
  }

  @Test func `every filled cell must match`() {
    let rules = CompiledRules(
      publisher: [.made("r1", [.costCentre: "A1", .subjectiveCode: "R1>R9", .service: "Adult*"])],
      shared: [], flows: [:])
    let all = CodeFields(costCentre: "A1", subjectiveCode: "R5", service: "Adults")
    #expect(rules.ruleName(for: all) == "r1")
    for missing in [
      CodeFields(costCentre: "A2", subjectiveCode: "R5", service: "Adults"),
      CodeFields(costCentre: "A1", subjectiveCode: "R10", service: "Adults"),
      CodeFields(costCentre: "A1", subjectiveCode: "R5", service: "Children"),
    ] {
      #expect(rules.ruleName(for: missing) == nil)
    }
  }

  @Test(
    arguments: [
      ("2009-03-31", nil), ("2009-04-01", "r1"), ("2010-03-31", "r1"), ("2010-04-01", "r2"),
    ] as [(String, String?)])
  func `a rule holds from its first to its last day`(day: String, name: String?) {
    let rules = CompiledRules(
      publisher: [
        .made("r1", [.costCentre: "E3"], from: "2009-04-01", to: "2010-03-31"),
        .made("r2", [.costCentre: "E3"], from: "2010-04-01"),
      ], shared: [], flows: [:])
    #expect(rules.ruleName(for: CodeFields(costCentre: "E3"), on: day) == name)
  }

  @Test(
    arguments: [
      ("2011-03-31", "old", false), ("2011-04-01", "old", true), ("2011-05-31", "old", true),
      ("2011-06-01", nil, false),
    ] as [(String, String?, Bool)])
  func `a rule that has ended decides within its grace`(day: String, name: String?, late: Bool) {
    let rules = CompiledRules(
      publisher: [
        .made("old", [.subjectiveCode: "7401"], to: "2011-03-31", grace: 61),
        .made("new", [.subjectiveCode: "5701"], from: "2011-04-01"),
      ], shared: [], flows: [:])
    let fields = CodeFields(subjectiveCode: "7401")
    #expect(rules.ruleName(for: fields, on: day) == name)
    let decided = rules.decision(for: fields, on: CalendarDay(iso: day), amount: Money(pence: 1))
    #expect(decided.isStraggler == late)
  }

  @Test func `a rule in force goes before one in its grace`() {
    let rules = CompiledRules(
      publisher: [
        .made("old", [.subjectiveCode: "7401"], to: "2011-03-31", grace: 61),
        .made("any", [.subjectiveCode: "7*"]),
      ], shared: [], flows: [:])
    #expect(rules.ruleName(for: CodeFields(subjectiveCode: "7401"), on: "2011-04-01") == "any")
  }

  @Test func `of two rules in their grace the one that ended last decides`() {
    let rules = CompiledRules(
      publisher: [
        .made("first", [.subjectiveCode: "7401"], to: "2010-03-31", grace: 700),
        .made("then", [.subjectiveCode: "74*"], to: "2011-03-31", grace: 30),
      ], shared: [], flows: [:])
    #expect(rules.ruleName(for: CodeFields(subjectiveCode: "7401"), on: "2011-04-01") == "then")
  }

  @Test func `a line without a day takes the rule that lasts longest`() {
    let closed: [CodeRule] = [
      .made("r1", [.costCentre: "E3"], to: "2010-03-31"),
      .made("r2", [.costCentre: "E*"], from: "2010-04-01", to: "2012-03-31"),
    ]
    let open: [CodeRule] = [
      .made("r3", [.service: "Adults"], from: "2012-04-01"), .made("r4", [.service: "A*"]),
    ]
    let fields = CodeFields(costCentre: "E3", service: "Adults")
    let lastClosed = CompiledRules(publisher: closed, shared: [], flows: [:])
    #expect(lastClosed.ruleName(for: fields, on: "") == "r2")
    let withOpen = CompiledRules(publisher: closed + open, shared: [], flows: [:])
    #expect(withOpen.ruleName(for: fields, on: "") == "r3")
  }

  @Test(arguments: [(0, "r1"), (1, "r1"), (-1, "r2")] as [(Int64, String)])
  func `nothing and above is a debit, below it a credit`(pence: Int64, name: String) {
    let rules = CompiledRules(
      publisher: [
        .made("r1", [.costCentre: "A1"], sign: .debit),
        .made("r2", [.costCentre: "A1"], sign: .credit),
      ], shared: [], flows: [:])
    #expect(rules.ruleName(for: CodeFields(costCentre: "A1"), pence: pence) == name)
  }

  @Test func `rows of one name are the parts of one decision, in their order`() {
    let rules = CompiledRules(
      publisher: [
        .made("r1", [.costCentre: "A1"], group: "CG-LD", share: 6_667),
        .made("r2", [.costCentre: "A2"]),
        .made("r1", [.costCentre: "A1"], group: "CG-MH", scheme: "north/mh", share: 3_333),
      ], shared: [], flows: [:])
    let decided = rules.decision(
      for: CodeFields(costCentre: "A1"), on: nil, amount: Money(pence: 1))
    #expect(decided.rule == "northshire.csv:r1")
    #expect(decided.parts.map(\.share) == [6_667, 3_333])
    #expect(
      decided.parts.map(\.category.description) == ["CG-LD/ST-RES/AG-ALL", "CG-MH/ST-RES/AG-ALL"])
    #expect(decided.parts.map(\.scheme) == ["", "north/mh"])
  }

  @Test(
    arguments: [
      ("CG-LD", "ST-RES", "FL-EXP", "", .mapped),
      ("CG-LD", "", "FL-EXP", "", .partlyMapped),
      ("CG-LD", "ST-UNK", "FL-EXP", "", .partlyMapped),
      ("CG-UNK", "ST-RES", "FL-EXP", "", .partlyMapped),
      ("", "", "FL-CON", "", .mapped),
      ("", "", "FL-INC", "", .mapped),
      ("", "", "FL-CAP", "", .partlyMapped),
      ("CG-LD", "ST-RES", "FL-EXP", "council tax refunds", .ignored),
    ] as [(String, String, String, String, CodeDecision.Coverage)])
  func `coverage says how much is known`(
    group: String, setting: String, flow: String, ignore: String, coverage: CodeDecision.Coverage
  ) {
    let flows = [
      "FL-EXP": Flow(code: "FL-EXP", label: "", treatment: .spending),
      "FL-CON": Flow(code: "FL-CON", label: "", treatment: .transferOut),
      "FL-INC": Flow(code: "FL-INC", label: "", treatment: .funding),
      "FL-CAP": Flow(code: "FL-CAP", label: "", treatment: .capital),
    ]
    let rule = CodeRule.made(
      "r1", [.costCentre: "A1"], group: group, setting: setting, flow: flow, ignore: ignore)
    let decided = CompiledRules(publisher: [], shared: [rule], flows: flows)
      .decision(for: CodeFields(costCentre: "A1"), on: nil, amount: .zero)
    #expect(decided.coverage == coverage)
    #expect(decided.ignoreReason == ignore)
  }

  @Test func `codes that no rule matches are unmapped`() {
    let rules = CompiledRules(publisher: [.made("r1", [.costCentre: "A1"])], shared: [], flows: [:])
    let decided = rules.decision(
      for: CodeFields(costCentre: "6O10"), on: nil, amount: Money(pence: 1))
    #expect(decided == .unmapped)
  }
}
