import PoolModel

/// Holds printed totals against the rows above them; totals are never added in.
struct TotalsControl {
  /// The sum of all kept rows so far.
  private var sinceStart: Int64 = 0
  /// The sum of the kept rows since the last total.
  private var sinceTotal: Int64 = 0
  /// The last total that was printed.
  private(set) var lastPrinted: Int64?

  mutating func add(_ pence: Int64) {
    sinceStart += pence
    sinceTotal += pence
  }

  /// Takes a printed total; gives what the rows above it make where that is something else.
  ///
  /// A total may be that of the whole table or of the rows since the total before it.
  mutating func difference(ofPrinted printed: Int64) -> Int64? {
    let agrees = printed == sinceStart || printed == sinceTotal
    let sum = sinceStart
    lastPrinted = printed
    sinceTotal = 0
    return agrees ? nil : sum
  }
}
