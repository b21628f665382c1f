import CodeMapping
import ImportTestSupport
import MappingTables
import PoolModel
import Testing

struct CompiledRulesAgainstReferenceTests {
  @Test(arguments: [3, 40, 400], [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `compiled rules decide as looking at every rule does`(count: Int, seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let publisher = (0..<count).map { rule("p\($0)", isShared: false, &numbers) }
    let shared = (0..<count / 2).map { rule("s\($0)", isShared: true, &numbers) }
    let compiled = CompiledRules(publisher: publisher, shared: shared, flows: [:])
    let reference = ReferenceDecider(rules: publisher + shared)
    for _ in 0..<300 {
      let fields = tuple(&numbers)
      let day = Int.random(in: 0..<6, using: &numbers) == 0 ? nil : day(&numbers)
      let amount = Money(pence: Int64.random(in: -2...2, using: &numbers))
      let decided = compiled.decision(for: fields, on: day, amount: amount)
      let name = decided.rule.split(separator: ":").last.map(String.init)
      #expect(
        name == reference.ruleName(for: fields, on: day, amount: amount),
        "seed \(seed), \(fields), \(day?.description ?? "no day"), \(amount)")
    }
  }

  private func rule(
    _ name: String, isShared: Bool, _ numbers: inout SeededNumbers
  ) -> CodeRule {
    let filled = [0, 1, 1, 1, 2, 2, 3].randomElement(using: &numbers) ?? 1
    var cells: [CodeRule.Column: String] = [:]
    for column in CodeRule.Column.allCases.shuffled(using: &numbers).prefix(filled) {
      cells[column] = cell(&numbers)
    }
    var days = ["", ""]
    if Bool.random(using: &numbers) { days[0] = day(&numbers)?.description ?? "" }
    if Bool.random(using: &numbers) { days[1] = day(&numbers)?.description ?? "" }
    return .made(
      name, cells, sign: [nil, nil, .debit, .credit].randomElement(using: &numbers) ?? nil,
      from: days[0], to: days[1], grace: [0, 31, 200].randomElement(using: &numbers) ?? 0,
      isShared: isShared)
  }

  private func cell(_ numbers: inout SeededNumbers) -> String {
    let code = code(&numbers)
    let number = Int.random(in: 0..<60, using: &numbers)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0, 1: return code
    case 2: return "\(code)|\(self.code(&numbers))|\(self.code(&numbers))"
    case 3: return "R\(number)>R\(number + Int.random(in: 0..<30, using: &numbers))"
    case 4: return "\(code.prefix(2))*"
    case 5: return "*\(code.suffix(2))"
    case 6: return "?\(code.dropFirst())"
    default: return "*\(code.dropFirst().dropLast())*"
    }
  }

  private func code(_ numbers: inout SeededNumbers) -> String {
    let letter = ["R", "r", "CF Home ", "é"].randomElement(using: &numbers) ?? "R"
    let zeros = Bool.random(using: &numbers) ? "0" : ""
    return letter + zeros + String(Int.random(in: 0..<60, using: &numbers))
  }

  private func tuple(_ numbers: inout SeededNumbers) -> CodeFields {
    var codes = (0..<7).map { _ in code(&numbers) }
    if Bool.random(using: &numbers) { codes[Int.random(in: 0..<7, using: &numbers)] = "" }
    return CodeFields(
      costCentre: codes[0], subjectiveCode: codes[1], expenseType: codes[2], service: codes[3],
      description: codes[4], transactionPrefix: codes[5], supplier: codes[6])
  }

  private func day(_ numbers: inout SeededNumbers) -> CalendarDay? {
    CalendarDay(
      year: Int.random(in: 2009...2011, using: &numbers),
      month: Int.random(in: 1...12, using: &numbers), day: 1)
  }
}
