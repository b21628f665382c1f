/// The proof that money is conserved (law 1), for one export or for a run.
///
/// Upper half: read = kept + refused + totals + set aside + rounding.
/// Lower half: kept = pooled + outside any pool + eliminated, where rules that reverse the sign of
/// lines have a step of their own.
/// The halves are counted in different places (`read` as each record passes the reader, the rest
/// where the rows end up), so that a row that is lost or doubled between them shows.
package struct Waterfall: Hashable, Sendable {
  /// Which side the money is on; the two sides are never added.
  package var side: PoolSide
  /// Every record of the file, header and blank lines included, with the money it states.
  package var read: RowTally
  /// What the amounts read hold beyond whole pence.
  package var readFraction: PenceFraction
  /// Records that gave lines.
  package var kept: RowTally
  /// Records that cannot be used; they stand in the rejects.
  package var refused: RowTally
  /// Printed totals: recognised, never added in.
  package var totals: RowTally
  /// Blank, title, header and note rows, and rows that state no amount.
  package var setAside: RowTally
  /// What rounding to the penny took away: readFraction that is in no kept amount.
  package var rounding: PenceFraction
  /// What rules that reverse the sign of lines added to the kept money.
  package var turned: Money
  /// Kept money that a pool counts.
  package var pooled: RowTally
  /// Kept money that no pool counts.
  package var outside: RowTally
  /// Kept money that moved between partners.
  package var eliminated: RowTally

  /// An empty waterfall.
  package init(side: PoolSide) {
    self.side = side
    read = RowTally()
    readFraction = .zero
    kept = RowTally()
    refused = RowTally()
    totals = RowTally()
    setAside = RowTally()
    rounding = .zero
    turned = .zero
    pooled = RowTally()
    outside = RowTally()
    eliminated = RowTally()
  }

  /// The sentences that say where it does not balance; none if it does.
  package var imbalances: [String] {
    var found: [String] = []
    let ended = kept + refused + totals + setAside
    if read.rows != ended.rows {
      found.append("\(read.rows) rows read, \(ended.rows) accounted for")
    }
    let lost =
      Int128(read.amount.pence - ended.amount.pence) * PenceFraction.unitsPerPenny
      + readFraction.units - rounding.units
    if lost != 0 {
      found.append("£\(PenceFraction(units: lost)) read and not accounted for")
    }
    let placed = pooled + outside + eliminated
    if kept.amount + turned != placed.amount {
      found.append("\(kept.amount + turned) kept, \(placed.amount) placed in or outside pools")
    }
    return found
  }

  /// Moves whole pence out of the fraction of what was read into its amount.
  package mutating func carryWholePence() {
    let (pence, rest) = readFraction.units.quotientAndRemainder(
      dividingBy: PenceFraction.unitsPerPenny)
    read.amount.pence += Int64(pence)
    readFraction.units = rest
  }

  /// Adds another file's waterfall of the same side.
  package static func += (left: inout Waterfall, right: Waterfall) {
    left.read += right.read
    left.readFraction += right.readFraction
    left.carryWholePence()
    left.kept += right.kept
    left.refused += right.refused
    left.totals += right.totals
    left.setAside += right.setAside
    left.rounding += right.rounding
    left.turned += right.turned
    left.pooled += right.pooled
    left.outside += right.outside
    left.eliminated += right.eliminated
  }
}
