import MappingTables

/// The rules of one column that hold ranges, found by a code's letters and number.
struct RangeIndex: Sendable {
  /// The column's place in `CodeRule.Column.allCases`.
  let column: Int
  private var trees: [String: IntervalTree] = [:]

  /// An index of ranges with the places of their rules.
  init(column: Int, ranges: [(letters: String, first: UInt64, last: UInt64, rule: Int32)]) {
    self.column = column
    for (letters, alike) in Dictionary(grouping: ranges, by: \.letters) {
      trees[letters] = IntervalTree(
        alike.map { IntervalTree.Interval(first: $0.first, last: $0.last, rule: $0.rule) })
    }
  }

  /// Calls `body` with each rule whose range holds a folded value.
  func forEachRule(holding value: String, _ body: (Int32) -> Void) {
    guard let code = NumberedCode(folded: value) else { return }
    trees[code.letters]?.forEachRule(holding: code.number, body)
  }
}

/// Ranges of numbers that may overlap: a balanced tree laid out in one sorted array.
///
/// The middle of a slice is its root, so that a search takes the logarithm of the number of ranges
/// and a step for each range found.
struct IntervalTree: Sendable {
  /// A range with the place of its rule.
  struct Interval: Sendable {
    let first: UInt64
    let last: UInt64
    let rule: Int32
  }

  private let intervals: [Interval]
  /// The greatest last number of the slice whose middle stands here.
  private var greatestLast: [UInt64]

  /// A tree of intervals in any order.
  init(_ unsorted: [Interval]) {
    intervals = unsorted.sorted { ($0.first, $0.rule) < ($1.first, $1.rule) }
    greatestLast = intervals.map(\.last)
    _ = settle(intervals.indices)
  }

  /// Calls `body` with the rule of each interval that holds a number.
  func forEachRule(holding number: UInt64, _ body: (Int32) -> Void) {
    search(intervals.indices, number, body)
  }

  private mutating func settle(_ slice: Range<Int>) -> UInt64 {
    guard !slice.isEmpty else { return 0 }
    let middle = slice.lowerBound + slice.count / 2
    let below = settle(slice.lowerBound..<middle)
    let above = settle(middle + 1..<slice.upperBound)
    greatestLast[middle] = max(intervals[middle].last, below, above)
    return greatestLast[middle]
  }

  private func search(_ slice: Range<Int>, _ number: UInt64, _ body: (Int32) -> Void) {
    guard !slice.isEmpty else { return }
    let middle = slice.lowerBound + slice.count / 2
    guard greatestLast[middle] >= number else { return }
    search(slice.lowerBound..<middle, number, body)
    guard intervals[middle].first <= number else { return }
    if intervals[middle].last >= number { body(intervals[middle].rule) }
    search(middle + 1..<slice.upperBound, number, body)
  }
}
