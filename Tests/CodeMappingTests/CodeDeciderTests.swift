import CodeMapping
import ImportTestSupport
import MappingTables
import PoolModel
import Testing

struct CodeDeciderTests {
  private static let rules = CompiledRules(
    publisher: [
      .made("r1", [.costCentre: "A1"], from: "2009-04-01", to: "2010-03-31"),
      .made("r2", [.costCentre: "A1"], sign: .debit, from: "2010-04-01"),
      .made("r3", [.costCentre: "A*"]),
    ], shared: [], flows: [:])
  private static let fields = [
    CodeFields(costCentre: "A1"), CodeFields(costCentre: "A2"), CodeFields(costCentre: "B"),
  ]

  @Test func `each line gets the decision that the rules give it`() {
    var decider = CodeDecider(rules: Self.rules)
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<5_000 {
      let codes = Int.random(in: 0..<3, using: &numbers)
      let offset = Int32.random(in: 14_300...14_800, using: &numbers)
      let day = Bool.random(using: &numbers) ? CalendarDay(daysSince1970: offset) : nil
      let amount = Money(pence: Int64.random(in: -1...1, using: &numbers))
      let place = decider.place(
        ofCodes: Int32(codes), fields: Self.fields[codes], day: day, amount: amount)
      let decided = Self.rules.decision(for: Self.fields[codes], on: day, amount: amount)
      #expect(decider.decisions[Int(place)] == decided)
    }
    #expect(decider.decisions.count == 4)
    #expect(decider.decisions.allSatisfy { $0.tiedRules.isEmpty })
  }

  @Test func `a tuple is asked for once in a period and sign`() {
    var decider = CodeDecider(rules: Self.rules)
    var asked = 0
    func fields() -> CodeFields {
      asked += 1
      return Self.fields[0]
    }
    for (day, pence) in [
      ("2009-05-01", 5), ("2009-06-01", 9), ("2009-07-01", -1), ("2011-01-01", 5),
    ] {
      for _ in 0..<3 {
        _ = decider.place(
          ofCodes: 4, fields: fields(), day: CalendarDay(iso: day),
          amount: Money(pence: Int64(pence)))
      }
    }
    #expect(asked == 3)
    #expect(decider.decisions.map(\.rule) == ["northshire.csv:r1", "northshire.csv:r2"])
  }

  @Test func `places follow the order of first appearance`() {
    var decider = CodeDecider(rules: Self.rules)
    let places = [2, 1, 2, 0, 1].map { codes in
      decider.place(
        ofCodes: Int32(codes), fields: Self.fields[codes], day: CalendarDay(iso: "2012-01-01"),
        amount: Money(pence: 1))
    }
    #expect(places == [0, 1, 0, 2, 1])
    #expect(decider.decisions.map(\.rule) == ["", "northshire.csv:r3", "northshire.csv:r2"])
  }

  @Test func `a line on which rules tie is left unmapped and told with its money`() throws {
    let rows: [CodeRule] = [
      .made("r1", [.costCentre: "A1"], group: "CG-LD", line: 2),
      .made("r2", [.service: "Adults"], group: "CG-MH", line: 3),
      .made("r3", [.expenseType: "Homes"], group: "CG-LD", line: 4),
    ]
    var decider = CodeDecider(rules: CompiledRules(publisher: rows, shared: [], flows: [:]))
    var remarks = DecisionRemarks()
    let lines = [
      CodeFields(costCentre: "A1"), CodeFields(costCentre: "A1", expenseType: "Homes"),
      CodeFields(costCentre: "A1", service: "Adults"),
      CodeFields(costCentre: " a1", service: "ADULTS"),
    ]
    for (codes, fields) in lines.enumerated() {
      let place = decider.place(ofCodes: Int32(codes), fields: fields, day: nil, amount: .zero)
      remarks.note(
        decider.decisions[Int(place)], of: "northshire", RowTally(rows: 1, amount: Money(pence: 7)),
        at: SourcePosition(file: "april.csv", line: codes + 2))
    }
    #expect(decider.decisions.map(\.coverage) == [.mapped, .unmapped])
    let finding = try #require(remarks.findings(rules: ["northshire": rows]).first)
    #expect(finding.code == .codeTied && finding.position.line == 3 && finding.rows == 2)
    #expect(
      finding.message
        == "rules \"r1\" (line 2) and \"r2\" are of equal rank and both match 2 lines, £0.14, "
        + "first april.csv:4: left unmapped")
  }
}
