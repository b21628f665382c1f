package import PoolModel

/// The way back: what the old budget was, from the restated lines alone.
package enum ReversedBudget {
  /// The old budget's sums by key, in order of the keys.
  ///
  /// They are those of the lines that were restated, to the penny: each part of a split still knows
  /// where its money came from.
  package static func sums(of lines: [RestatedLine]) -> [(key: BudgetKey, tally: RowTally)] {
    var sums: [BudgetKey: RowTally] = [:]
    for line in lines { sums[line.old, default: RowTally()] += line.tally }
    return sums.keys.sorted().map { ($0, sums[$0] ?? RowTally()) }
  }
}
