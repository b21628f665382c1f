import PoolModel
import PoolStore

/// What two lists of payments differ in, where two equal payments stay two.
struct LineDifference: Hashable {
  /// Lines that are the same in both.
  var same = RowTally()
  /// Lines that only the second has.
  var came = RowTally()
  /// Lines that only the first has.
  var went = RowTally()
  /// Lines of the second that differ from one of the first in amount, day, codes or reference only.
  var changed = RowTally()
  /// What the changed lines were in the first.
  var changedFrom = Money.zero

  /// Compares two lists.
  ///
  /// Of the lines that are not the same, one of each list that share payee and day, and then payee and
  /// amount, are one that changed.
  init(from first: [LineIdentity], to second: [LineIdentity]) {
    var (gone, new) = LineDifference.differing(first, second)
    same = RowTally(
      rows: second.count - new.count, amount: LineDifference.sum(second) - LineDifference.sum(new))
    for key in [LineDifference.payeeAndDay, LineDifference.payeeAndAmount] {
      pair(&gone, &new, by: key)
    }
    came = RowTally(rows: new.count, amount: LineDifference.sum(new))
    went = RowTally(rows: gone.count, amount: LineDifference.sum(gone))
  }

  /// The lines of each list that the other has not, with their repetitions.
  private static func differing(
    _ first: [LineIdentity], _ second: [LineIdentity]
  ) -> (gone: [LineIdentity], new: [LineIdentity]) {
    var left: [LineIdentity: Int] = [:]
    for line in first { left[line, default: 0] += 1 }
    let new = second.filter { line in
      guard let count = left[line], count > 0 else { return true }
      left[line] = count - 1
      return false
    }
    // The last of several equal lines are those that are gone.
    let gone = first.reversed().filter { line in
      guard let count = left[line], count > 0 else { return false }
      left[line] = count - 1
      return true
    }
    return (gone.reversed(), new)
  }

  private mutating func pair(
    _ gone: inout [LineIdentity], _ new: inout [LineIdentity],
    by key: (LineIdentity) -> LineIdentity
  ) {
    var waiting = Dictionary(grouping: gone.indices.reversed()) { key(gone[$0]) }
    var paired: Set<Int> = []
    new.removeAll { line in
      guard let place = waiting[key(line)]?.popLast() else { return false }
      paired.insert(place)
      changed.count(Money(pence: line.pence))
      changedFrom += Money(pence: gone[place].pence)
      return true
    }
    gone = gone.indices.filter { !paired.contains($0) }.map { gone[$0] }
  }

  private static func payeeAndDay(_ line: LineIdentity) -> LineIdentity {
    LineIdentity(day: line.day, pence: 0, supplier: line.supplier, codes: 0)
  }

  private static func payeeAndAmount(_ line: LineIdentity) -> LineIdentity {
    LineIdentity(day: 0, pence: line.pence, supplier: line.supplier, codes: 0)
  }

  private static func sum(_ lines: [LineIdentity]) -> Money {
    lines.reduce(.zero) { $0 + Money(pence: $1.pence) }
  }

  /// How much more the second comes to.
  var net: Money { came.amount - went.amount + changed.amount - changedFrom }

  /// `3 lines with £4.00 came, 1 with £2.00 went, 2 changed from £5.00 to £6.00, 40 are the same`.
  var sentence: String {
    [
      came.rows == 0 ? nil : "\(Self.lines(came)) came",
      went.rows == 0 ? nil : "\(Self.lines(went)) went",
      changed.rows == 0
        ? nil : "\(Self.count(changed.rows)) changed from \(changedFrom) to \(changed.amount)",
      "\(Self.count(same.rows)) \(same.rows == 1 ? "is" : "are") the same",
    ].compactMap(\.self).joined(separator: ", ")
  }

  private static func lines(_ tally: RowTally) -> String {
    "\(count(tally.rows)) with \(tally.amount)"
  }

  private static func count(_ rows: Int) -> String { "\(rows) line\(rows == 1 ? "" : "s")" }
}
