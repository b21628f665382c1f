import ImportTestSupport
import MappingTables
import PoolModel

@testable import BudgetMigration

/// A migration with this crosswalk: `old-body old-code kind new-body new-code share`, where `-` is
/// blank.
func migration(
  _ rows: [String], oldFrame: CodeFrame? = nil, newFrame: CodeFrame? = nil,
  notCarried: [CategoryAxisName] = [], balances: [Migration.StatedBalance] = []
) -> Migration {
  Migration(
    migration: "made-up", title: "Made up", budgets: nil, covers: nil,
    codeColumn: .subjectiveCode, oldFrame: oldFrame, newFrame: newFrame, notCarried: notCarried,
    balances: balances, rows: rows.enumerated().map { row($0.element, line: $0.offset + 2) },
    file: "mappings/migrations/made-up.yaml")
}

private func row(_ text: String, line: Int) -> CrosswalkRow {
  var cells = text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
  cells += Array(repeating: "", count: 6 - cells.count)
  return CrosswalkRow(
    oldBody: CellPattern(cell: cells[0]) ?? .any, oldCode: CellPattern(cell: cells[1]) ?? .any,
    kind: CrosswalkRow.Kind(rawValue: cells[2]) ?? .same, newBody: cells[3], newCode: cells[4],
    share: cells[5].isEmpty ? 10_000 : (Int(cells[5]) ?? 0) * 100, rule: "a rule",
    evidence: "evidence", loses: "", from: nil, to: nil,
    position: SourcePosition(file: "mappings/migrations/made-up.csv", line: line))
}

/// A line of a year's budget.
func line(
  _ body: String, _ code: String, _ pence: Int64, year: String = "2012-13",
  basis: FigureBasis = .budget, isForBodyLife: Bool? = nil
) -> LegacyLine {
  LegacyLine(
    body: body, code: code, year: FinancialYear(year), basis: basis, amount: Money(pence: pence),
    isForBodyLife: isForBodyLife, position: SourcePosition(file: "budget.csv", line: 2))
}

/// Lines and crosswalk rows by seed: four bodies, six codes of which the crosswalk has five, three
/// bases, debits and credits.
func madeUpBudget(seed: UInt64) -> (migration: Migration, lines: [LegacyLine]) {
  var numbers = SeededNumbers(seed: seed)
  let bodies = ["LA-1", "LA-2", "PCT-1", "PCT-2"]
  let codes = ["A1", "A2", "A3", "B1", "B2"]
  var rows: [String] = []
  for code in codes {
    switch numbers.next() % 5 {
    case 0: rows.append("- \(code) same - N\(code)")
    case 1: rows.append("- \(code) merge LA-9 ALL")
    case 2: rows.append("- \(code) closed")
    case 3: rows.append("- \(code) no-bridge")
    default:
      let share = Int(numbers.next() % 99) + 1
      rows.append("- \(code) split LA-8 S1 \(share)")
      rows.append("- \(code) split LA-9 S2 \(100 - share)")
    }
  }
  let lines = (0..<Int(numbers.next() % 200)).map { _ in
    line(
      numbers.pick(bodies), numbers.pick(codes + ["Z9"]),
      Int64(truncatingIfNeeded: numbers.next() % 2_000_001) - 1_000_000,
      year: numbers.pick(["2011-12", "2012-13"]), basis: numbers.pick(FigureBasis.allCases))
  }
  return (migration(rows), lines)
}
