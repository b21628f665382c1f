import CodeMapping
import PoolModel
import PoolStore

/// Sums an export's lines by what they share, while they pass on their way to the store.
struct FactTally {
  private var places: [ExportFact.Key: Int] = [:]
  private(set) var facts: [ExportFact] = []

  /// Counts a line in each part of its decision; the line itself in the first part only.
  mutating func count(_ line: SpendLine, decision place: Int32, _ decision: CodeDecision) {
    let year = line.year ?? line.day.map { FinancialYear(containing: $0) }
    var key = ExportFact.Key(
      decision: place, part: 0, codes: line.codes, supplier: line.supplier,
      year: year.map { Int32($0.startYear) } ?? ExportFact.Key.noYear, area: line.area)
    if decision.parts.count == 1 {
      add(decision.reversesSign ? -line.amount : line.amount, key, rows: 1, line.line)
      return
    }
    for (part, amount) in decision.allocations(of: line.amount).enumerated() {
      key.part = Int32(part)
      add(amount, key, rows: part == 0 ? 1 : 0, line.line)
    }
  }

  private mutating func add(
    _ amount: Money, _ key: ExportFact.Key, rows: Int, _ line: Int32
  ) {
    if let place = places[key] {
      facts[place].tally.rows += rows
      facts[place].tally.amount += amount
    } else {
      places[key] = facts.count
      facts.append(
        ExportFact(key: key, tally: RowTally(rows: rows, amount: amount), firstLine: line))
    }
  }
}
