/// How many rows, and how much money stands on them.
package struct RowTally: Hashable, Sendable {
  /// How many rows.
  package var rows: Int
  /// Their sum, in pence.
  package var amount: Money

  /// No rows unless told otherwise.
  package init(rows: Int = 0, amount: Money = .zero) {
    self.rows = rows
    self.amount = amount
  }

  /// Counts one row more.
  @inlinable
  package mutating func count(_ amount: Money) {
    rows += 1
    self.amount += amount
  }

  /// Adds another tally.
  package static func += (left: inout RowTally, right: RowTally) {
    left.rows += right.rows
    left.amount += right.amount
  }

  /// The sum of two tallies.
  package static func + (left: RowTally, right: RowTally) -> RowTally {
    RowTally(rows: left.rows + right.rows, amount: left.amount + right.amount)
  }
}
