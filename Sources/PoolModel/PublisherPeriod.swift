/// One period of a publisher: a cell of the matrix that shows what was received.
package struct PublisherPeriod: Hashable, Sendable {
  /// What became of it.
  package enum State: String, CaseIterable, Sendable {
    /// Its lines are there.
    case received
    /// Its lines are there, and took the place of others that were received before or beside them.
    case superseded
    /// Its lines are there, but far fewer than is usual.
    case partial
    /// It is not there, though a later one is.
    case missing
    /// It is not there, and its day has passed.
    case late
    /// It is not there, and its day is yet to come.
    case awaited
  }

  /// The publisher's slug.
  package var publisher: String
  /// Which side of a pool it speaks of; nil where nothing of it was received.
  package var side: PoolSide?
  /// Its first month.
  package var from: CalendarMonth
  /// Its last month.
  package var to: CalendarMonth
  /// What became of it.
  package var state: State
  /// The day that it is due; nil where nobody stated that it is expected.
  package var due: CalendarDay?
  /// How many exports hold lines of it that count.
  package var exports: Int
  /// The lines that count, and their sum.
  package var tally: RowTally

  /// A period of a publisher.
  package init(
    publisher: String, side: PoolSide?, from: CalendarMonth, to: CalendarMonth, state: State,
    due: CalendarDay?, exports: Int, tally: RowTally
  ) {
    self.publisher = publisher
    self.side = side
    self.from = from
    self.to = to
    self.state = state
    self.due = due
    self.exports = exports
    self.tally = tally
  }

  /// `2009-04`, or `2009-04 to 2009-06` where it is longer than a month.
  package var name: String { from == to ? "\(from)" : "\(from) to \(to)" }
}
