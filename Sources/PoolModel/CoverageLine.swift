/// How much of a publisher's money of one year the rules explain, by value.
package struct CoverageLine: Hashable, Sendable {
  /// The publisher's slug.
  package var publisher: String
  /// Which side of a pool it speaks of.
  package var side: PoolSide
  /// The financial year; nil where the lines have no day and their layout states none.
  package var year: FinancialYear?
  /// How much of it the rules explain.
  package var coverage: CodeDecision.Coverage
  /// Its rows and their sum.
  package var tally: RowTally
  /// How much moved: the payments and the credits without their signs, so that neither hides the
  /// other; what one payee got back on the same codes in one export is taken off.
  package var moved: Money
  /// What of the sum has no client group although it buys care.
  package var withoutClientGroup: Money
  /// What of the sum has no care setting although it buys care.
  package var withoutCareSetting: Money

  /// A line of the coverage table.
  package init(
    publisher: String, side: PoolSide, year: FinancialYear? = nil,
    coverage: CodeDecision.Coverage, tally: RowTally, moved: Money,
    withoutClientGroup: Money = .zero, withoutCareSetting: Money = .zero
  ) {
    self.publisher = publisher
    self.side = side
    self.year = year
    self.coverage = coverage
    self.tally = tally
    self.moved = moved
    self.withoutClientGroup = withoutClientGroup
    self.withoutCareSetting = withoutCareSetting
  }

  /// The lines in order of publisher, side and coverage, the years of each taken together.
  package static func overYears(_ lines: [CoverageLine]) -> [CoverageLine] {
    var places: [[String]: Int] = [:]
    var whole: [CoverageLine] = []
    for line in lines {
      let key = [line.publisher, line.side.rawValue, line.coverage.rawValue]
      guard let place = places[key] else {
        places[key] = whole.count
        whole.append(line)
        whole[whole.count - 1].year = nil
        continue
      }
      whole[place].tally += line.tally
      whole[place].moved += line.moved
      whole[place].withoutClientGroup = whole[place].withoutClientGroup + line.withoutClientGroup
      whole[place].withoutCareSetting = whole[place].withoutCareSetting + line.withoutCareSetting
    }
    return whole.sorted(by: inOrder)
  }

  /// In order of publisher, side, year and coverage; a year that is not known comes first.
  package static func inOrder(_ left: CoverageLine, _ right: CoverageLine) -> Bool {
    left.order < right.order
  }

  private var order: (String, String, Int, Int) {
    (
      publisher, side.rawValue, year?.startYear ?? 0,
      CodeDecision.Coverage.allCases.firstIndex(of: coverage) ?? 0
    )
  }
}
