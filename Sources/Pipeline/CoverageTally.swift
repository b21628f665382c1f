import PoolModel
import PoolStore

/// Counts how much of the stored money the rules explain.
struct CoverageTally {
  private struct Key: Hashable {
    var publisher: String
    var side: PoolSide
    var year: FinancialYear?
    var coverage: CodeDecision.Coverage
  }

  /// The lines in order of publisher, side, year and coverage.
  static func lines(of facts: [StoredFact]) -> [CoverageLine] {
    var lines: [Key: CoverageLine] = [:]
    for fact in facts {
      let key = Key(
        publisher: fact.publisher, side: fact.side, year: fact.year,
        coverage: fact.decision.coverage)
      lines[
        key,
        default: CoverageLine(
          publisher: key.publisher, side: key.side, year: key.year, coverage: key.coverage,
          tally: RowTally(), moved: .zero)
      ].count(fact)
    }
    return lines.values.sorted(by: CoverageLine.inOrder)
  }
}

extension CoverageLine {
  /// Money that is mapped or ignored lacks nothing: where an axis is blank there, none is needed.
  fileprivate mutating func count(_ fact: StoredFact) {
    tally += fact.tally
    moved += fact.tally.amount.magnitude
    guard coverage == .unmapped || coverage == .partlyMapped else { return }
    let category = fact.decision.parts[fact.part].category
    if category.clientGroup == Category.unknownClientGroup {
      withoutClientGroup = withoutClientGroup + fact.tally.amount
    }
    if category.careSetting == Category.unknownCareSetting {
      withoutCareSetting = withoutCareSetting + fact.tally.amount
    }
  }
}
