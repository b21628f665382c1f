import ImportTestSupport
import MappingTables
import PoolModel
import Testing

@testable import BudgetMigration

@Suite struct RestatementTests {
  private func restated(
    _ lines: [LegacyLine], _ rows: [String], bodies: [String: Organisation] = [:]
  ) -> RestatedBudget {
    Restatement(migration(rows), bodies: bodies).restate(lines)
  }

  /// `old body and code → new body and code: pence`.
  private func told(_ budget: RestatedBudget) -> [String] {
    budget.lines.map {
      "\($0.old.body) \($0.old.code) \($0.outcome.rawValue) \($0.newBody) \($0.newCode) "
        + "\($0.tally.amount.pence)"
    }
  }

  @Test func `A split goes to the penny by largest remainder, and other kinds go whole`() {
    let budget = restated(
      [line("LA-1", "A", 101), line("LA-1", "B", 50), line("LA-1", "C", 7), line("LA-1", "D", -3)],
      [
        "- A split LA-8 X 50", "- A split LA-9 X 50", "- B same - Y", "- C closed",
        "- D no-bridge",
      ])
    #expect(
      told(budget) == [
        "LA-1 A carried LA-8 X 51", "LA-1 A carried LA-9 X 50", "LA-1 B carried LA-1 Y 50",
        "LA-1 C closed LA-1  7", "LA-1 D not-restated LA-1  -3",
      ])
  }

  @Test(arguments: [
    (["- A same - any", "LA-1 A same - own"], "own"),
    (["LA-1 * same - body", "- A same - code"], "body"),
    (["- A* same - pattern", "- A1>A9 same - range", "- A1|A2 same - list"], "list"),
    (["- A1>A9 same - range", "- A* same - pattern"], "range"),
  ])
  func `A named body goes before any, and the narrower code before the wider`(
    rows: [String], wanted: String
  ) {
    let budget = restated([line("LA-1", "A1", 1)], rows.map { $0.replacing(" A ", with: " A1 ") })
    #expect(budget.lines.map(\.newCode) == [wanted])
  }

  @Test func `A code of no row, or of two of equal rank, is not restated and told`() {
    let budget = restated(
      [line("LA-1", "Z", 5), line("LA-1", "A1", 9)], ["- A* same - X", "- *1 same - Y"])
    #expect(told(budget).allSatisfy { $0.contains("not-restated") })
    #expect(budget.findings.map(\.code) == [.migrationCodeUnmapped, .rulesTie])
  }

  @Test func `The same codes of other bases are kept apart`() {
    let budget = restated(
      [line("LA-1", "A", 5), line("LA-1", "A", 6, basis: .outturn)], ["- A same - X"])
    #expect(budget.totals.map(\.carried.amount.pence) == [5, 6, 5, 6])
    #expect(budget.totals.map(\.basis) == [.budget, .outturn, .budget, .outturn])
  }

  @Test(arguments: [true, false, nil])
  func `A year's figure of a body that closed in the year is for what the plan says`(
    isForBodyLife: Bool?
  ) {
    let ccg = Organisation(
      id: "CCG-1", name: "CCG 1", kind: "CCG", closed: CalendarDay(iso: "2022-06-30"))
    let budget = restated(
      [line("CCG-1", "A", 5, year: "2022-23", isForBodyLife: isForBodyLife)], ["- A same ICB-1 A"],
      bodies: ["CCG-1": ccg])
    switch isForBodyLife {
    case true:
      #expect(budget.totals.last?.days == 91)
      #expect(budget.findings.map(\.code) == [.partYear])
    case false:
      #expect(budget.totals.last?.days == 365)
      #expect(budget.findings.isEmpty)
    case nil:
      #expect(budget.lines.map(\.outcome) == [.notRestated])
      #expect(budget.findings.map(\.code) == [.partYearNotStated])
    }
  }

  @Test func `Money that stands under no new body is told, which never happens`() {
    var before = MigrationTotal(
      stage: .before, body: "LA-1", year: nil, days: 0, basis: .budget, side: .spending)
    before.carried.count(Money(pence: 7))
    let findings = ControlTotals.findings([before], migration([]))
    #expect(findings.map(\.code) == [.migrationUnbalanced])
    #expect(findings.first?.atStake == Money(pence: 7))
  }

  @Test(arguments: 0..<200)
  func `Every penny ends in one place, and the way back gives the budget that it began with`(
    seed: UInt64
  ) {
    let (migration, lines) = madeUpBudget(seed: seed)
    let budget = Restatement(migration, bodies: [:]).restate(lines)
    var reference: [BudgetKey: RowTally] = [:]
    for line in lines {
      let key = BudgetKey(
        body: line.body, code: line.code, year: line.year, covers: line.year?.days,
        basis: line.basis, side: line.side)
      reference[key, default: RowTally()].count(line.amount)
    }
    let back = ReversedBudget.sums(of: budget.lines.map { ($0.old, $0.tally) })
    #expect(Dictionary(uniqueKeysWithValues: back.map { ($0.key, $0.tally) }) == reference)
    for basis in FigureBasis.allCases {
      let totals = budget.totals.filter { $0.basis == basis }
      let whole = lines.filter { $0.basis == basis }.reduce(Money.zero) { $0 + $1.amount }
      let before = totals.filter { $0.stage == .before }
      #expect(before.reduce(Money.zero) { $0 + $1.whole.amount } == whole)
      let after = totals.filter { $0.stage == .after }.reduce(Money.zero) { $0 + $1.carried.amount }
      #expect(before.reduce(Money.zero) { $0 + $1.carried.amount } == after)
    }
    #expect(Restatement(migration, bodies: [:]).restate(lines.reversed()) == budget)
  }
}
