import PoolModel

/// Holds printed totals against the rows they stand for; totals are never added in.
///
/// A total stands for the rows since the table's beginning or since any total before it, so totals
/// of groups, of groups of groups and of everything are all told. A total with no row above it
/// stands for the rows below, up to the next one like it.
struct TotalsControl {
  /// A printed total that the rows do not make.
  struct Difference: Equatable {
    var printed: Int64
    /// What the rows make that come nearest.
    var sum: Int64
    var position: SourcePosition
    /// Where the rows stand: above or below the total.
    var side: String
  }

  /// Where a sum may begin.
  private struct Mark {
    var sum: Int64
    /// How many rows stood above when the sum was this one last.
    var rows: Int
  }

  private var sum: Int64 = 0
  private var rows = 0
  /// The table's beginning and the place of each total.
  private var marks = [Mark(sum: 0, rows: 0)]
  /// Totals whose rows are still to come, the last one innermost.
  private var awaited: [(printed: Int64, sum: Int64, position: SourcePosition)] = []
  /// The payee of the last row, by its place among the export's; -1: none.
  private(set) var lastPayee: Int32 = -1
  /// Where that payee's rows begin.
  private var payeeMark = Mark(sum: 0, rows: 0)
  /// The last total that was printed and is not that of a group.
  private(set) var lastPrinted: Int64?

  /// How many totals back a sum is looked for, besides the table's beginning.
  private static let mostMarks = 1000

  /// Adds an amount, and tells where the rows of one payee after the other begin.
  @inline(__always)
  mutating func add(_ pence: Int64, payee: Int32 = -1) {
    if payee != lastPayee { (lastPayee, payeeMark) = (payee, Mark(sum: sum, rows: rows)) }
    sum += pence
    rows += 1
    // Rows that cancel out make no sum of what follows them.
    if sum == marks[0].sum { marks[0].rows = rows }
    if sum == marks[marks.count - 1].sum { marks[marks.count - 1].rows = rows }
    if sum == payeeMark.sum { payeeMark.rows = rows }
  }

  /// Whether a row with this amount is the sum of so many rows or more right above it.
  func isSumOfRows(_ pence: Int64, atLeast least: Int = 2) -> Bool {
    marks.contains { sum - $0.sum == pence && rows - $0.rows >= least }
  }

  /// Whether so many rows or more of the last payee make an amount.
  func isSumOfPayee(_ pence: Int64, atLeast least: Int) -> Bool {
    sum - payeeMark.sum == pence && rows - payeeMark.rows >= least
  }

  /// Whether so many rows or more since the last total make an amount.
  func isSumSinceTotal(_ pence: Int64, atLeast least: Int) -> Bool {
    guard let mark = marks.last else { return false }
    return sum - mark.sum == pence && rows - mark.rows >= least
  }

  /// Whether three rows or more make a sum other than nothing.
  var isSumOfSeveral: Bool { rows >= 3 && sum != 0 }

  /// How far the sum of all rows is from so many times an amount.
  func distance(from pence: Int64, times rows: Int) -> Int128 {
    abs(Int128(sum) - Int128(pence) * Int128(rows))
  }

  /// Whether an amount is that of all rows of the table so far, two at the least.
  func isSumOfAll(_ pence: Int64, atLeast least: Int = 2) -> Bool {
    sum == pence && rows - marks[0].rows >= least
  }

  /// Takes a printed total; gives the difference that is now known, if any.
  mutating func take(_ printed: Int64, at position: SourcePosition) -> Difference? {
    let isSum = marks.contains { printed == sum - $0.sum } || isSumOfPayee(printed, atLeast: 1)
    let isOfGroup = isSum && printed != sum
    if !isOfGroup || lastPrinted == nil { lastPrinted = printed }
    let isLastMade = awaited.last.map { sum - $0.sum == $0.printed } ?? false
    if !isSum, rows == 0 || isLastMade {
      if isLastMade { awaited.removeLast() }
      if awaited.count < TotalsControl.mostMarks { awaited.append((printed, sum, position)) }
      return nil
    }
    defer { addMark() }
    return isSum
      ? nil
      : Difference(
        printed: printed, sum: nearestSum(to: printed), position: position, side: "above")
  }

  /// What is known at the table's end of totals that stand above their rows.
  func differencesAtEnd() -> [Difference] {
    awaited.filter { sum - $0.sum != $0.printed }.map {
      Difference(printed: $0.printed, sum: sum - $0.sum, position: $0.position, side: "below")
    }
  }

  private func nearestSum(to printed: Int64) -> Int64 {
    let sinceTotal = sum - (marks.last?.sum ?? 0)
    return abs(printed - sinceTotal) < abs(printed - sum) ? sinceTotal : sum
  }

  private mutating func addMark() {
    marks.append(Mark(sum: sum, rows: rows))
    if marks.count > TotalsControl.mostMarks + 1 { marks.remove(at: 1) }
  }
}
