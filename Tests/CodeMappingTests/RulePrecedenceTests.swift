import CodeMapping
import MappingTables
import PoolModel
import Testing

struct RulePrecedenceTests {
  /// Two rules that both match the line, the better one first.
  struct Pair: CustomTestStringConvertible {
    let testDescription: String
    let better: [CodeRule.Column: String]
    let worse: [CodeRule.Column: String]
  }

  static let line = CodeFields(
    costCentre: "A1", subjectiveCode: "R5806", expenseType: "Nursing homes")

  static let pairs = [
    Pair(
      testDescription: "explicit before list", better: [.subjectiveCode: "R5806"],
      worse: [.subjectiveCode: "R5806|R5807"]),
    Pair(
      testDescription: "list before range", better: [.subjectiveCode: "R5806|R5807"],
      worse: [.subjectiveCode: "R5806>R5806"]),
    Pair(
      testDescription: "range before several columns", better: [.subjectiveCode: "R1>R9999"],
      worse: [.subjectiveCode: "R5806", .costCentre: "A1"]),
    Pair(
      testDescription: "several columns before pattern",
      better: [.subjectiveCode: "R*", .costCentre: "A*"], worse: [.expenseType: "Nursing home?"]),
    Pair(
      testDescription: "pattern before nothing", better: [.subjectiveCode: "*"], worse: [:]),
    Pair(
      testDescription: "more cells before fewer",
      better: [.subjectiveCode: "R*", .costCentre: "A*", .expenseType: "N*"],
      worse: [.subjectiveCode: "R5806", .costCentre: "A1"]),
    Pair(
      testDescription: "narrower range before wider", better: [.subjectiveCode: "R5800>R5809"],
      worse: [.subjectiveCode: "R5806>R5899"]),
    Pair(
      testDescription: "longer pattern before shorter", better: [.expenseType: "*sing h*"],
      worse: [.expenseType: "Nurs*????*"]),
    Pair(
      testDescription: "no pattern before a pattern in several columns",
      better: [.costCentre: "A1", .subjectiveCode: "R5000>R5999"],
      worse: [.costCentre: "A1", .expenseType: "Nursing homes*"]),
  ]

  @Test(arguments: pairs, [true, false])
  func `the better rule wins wherever it stands`(pair: Pair, betterIsFirst: Bool) {
    let rules = [CodeRule.made("better", pair.better), .made("worse", pair.worse)]
    let compiled = CompiledRules(
      publisher: betterIsFirst ? rules : rules.reversed(), shared: [], flows: [:])
    #expect(compiled.ruleName(for: Self.line) == "better")
  }

  @Test(arguments: pairs)
  func `a publisher's rule goes before any shared rule`(pair: Pair) {
    let compiled = CompiledRules(
      publisher: [.made("own", pair.worse)],
      shared: [.made("shared", pair.better, isShared: true)], flows: [:])
    #expect(compiled.ruleName(for: Self.line) == "own")
  }

  @Test func `included rules stand between a publisher's and the shared ones, in order`() {
    let cells: [CodeRule.Column: String] = [.costCentre: "A1"]
    let layers = [[], [CodeRule.made("first", [.costCentre: "A*"])], [.made("second", cells)]]
    let shared = [CodeRule.made("shared", cells, isShared: true)]
    #expect(
      CompiledRules(layers: layers + [shared], flows: [:]).ruleName(for: Self.line) == "first")
    #expect(
      CompiledRules(layers: [[], [], layers[2], shared], flows: [:]).ruleName(for: Self.line)
        == "second")
  }

  @Test func `a filled sign counts as a cell but keeps the form`() {
    let signed = CodeRule.made("signed", [.subjectiveCode: "R58*"], sign: .debit)
    let longer = CodeRule.made("longer", [.subjectiveCode: "R5806*"])
    let several = CodeRule.made("several", [.subjectiveCode: "R*", .costCentre: "A*"])
    let patterns = CompiledRules(publisher: [longer, signed], shared: [], flows: [:])
    #expect(patterns.ruleName(for: Self.line) == "signed")
    let forms = CompiledRules(publisher: [signed, several], shared: [], flows: [:])
    #expect(forms.ruleName(for: Self.line) == "several")
  }

  @Test func `rules of equal rank go by the order of the file`() {
    let compiled = CompiledRules(
      publisher: [.made("upper", [.costCentre: "A1"]), .made("lower", [.subjectiveCode: "R5806"])],
      shared: [], flows: [:])
    #expect(compiled.ruleName(for: Self.line) == "upper")
  }
}
