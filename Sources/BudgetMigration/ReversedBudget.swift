package import PoolModel

/// The way back: what the old budget was, from the restated money alone.
package enum ReversedBudget {
  /// The old budget's sums by key, in order of the keys.
  ///
  /// They are those of the lines that were restated, to the penny: each part of a split still knows
  /// where its money came from.
  package static func sums(
    of restated: some Sequence<(old: BudgetKey, tally: RowTally)>
  ) -> [(key: BudgetKey, tally: RowTally)] {
    var sums: [BudgetKey: RowTally] = [:]
    for (old, tally) in restated { sums[old, default: RowTally()] += tally }
    return sums.keys.sorted().map { ($0, sums[$0] ?? RowTally()) }
  }
}
