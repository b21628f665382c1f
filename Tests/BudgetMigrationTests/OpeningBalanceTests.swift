import MappingTables
import PoolModel
import Testing

@testable import BudgetMigration

@Suite struct OpeningBalanceTests {
  private func balance(
    _ body: String, _ moment: Migration.StatedBalance.Moment, _ pence: Int64?
  ) -> Migration.StatedBalance {
    Migration.StatedBalance(
      body: body, moment: moment, amount: pence.map { Money(pence: $0) }, source: "accounts",
      position: SourcePosition(file: "mappings/migrations/made-up.yaml", line: 9))
  }

  private func ties(_ balances: [Migration.StatedBalance]) -> [BalanceTie] {
    let rows = ["C1 * merge I1 -", "C2 * merge I1 -", "C3 * same I2 -"]
    return Restatement(migration(rows, balances: balances), bodies: [:]).restate([]).balances
  }

  @Test func `What several bodies closed with is held against the one that follows them`() {
    let ties = ties([
      balance("C1", .closing, 100), balance("C2", .closing, -30), balance("I1", .opening, 70),
      balance("C3", .closing, 5), balance("I2", .opening, 6),
    ])
    #expect(ties.map(\.bodies) == [["I1"], ["I2"]])
    #expect(ties.map(\.predecessors) == [["C1", "C2"], ["C3"]])
    #expect(ties.map(\.difference?.pence) == [0, 1])
  }

  @Test func `A balance that is not stated is not zero`() {
    let ties = ties([balance("C1", .closing, nil), balance("I1", .opening, 0)])
    #expect(ties.map(\.difference) == [nil])
  }
}
