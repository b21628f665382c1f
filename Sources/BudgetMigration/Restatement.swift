package import MappingTables
package import PoolModel

/// Restates a legacy budget under today's bodies and codes: a pure function, without input or
/// output.
///
/// Every line ends in exactly one place: carried to a new key, closed, or not restated with the
/// reason; sums that the old codes print are controls and no money. The order of the lines does not
/// matter.
package struct Restatement {
  private let migration: Migration
  private let bodies: [String: Organisation]
  private let crosswalk: Crosswalk

  /// A restatement by this migration; `bodies` are those of `organisations.csv`.
  package init(_ migration: Migration, bodies: [String: Organisation]) {
    self.migration = migration
    self.bodies = bodies
    crosswalk = Crosswalk(migration.rows)
  }

  /// The restated budget with its proof.
  package func restate(_ lines: [LegacyLine]) -> RestatedBudget {
    var ledger = RestatementLedger(migration, crosswalk)
    var totals = FrameTotals(migration.oldFrame)
    for line in lines {
      let covers = BudgetSpan.of(line, body: bodies[line.body])
      if migration.oldFrame?[line.code]?.kind == .total {
        totals.count(line, covers: covers)
        continue
      }
      totals.count(line, covers: covers)
      let key = BudgetKey(
        body: line.body, code: line.code, year: line.statedYear, covers: covers,
        basis: line.basis, side: line.side)
      if line.isOutsideLife(of: bodies[line.body]) {
        ledger.leave(line, key, because: .outsideBodyLife)
        continue
      }
      guard let covers else {
        ledger.leave(line, key, because: key.year == nil ? .yearUnknown : .partYearNotStated)
        continue
      }
      let day = line.day ?? covers.first
      switch crosswalk.answer(body: line.body, code: line.code, on: day) {
      case .entry(let place, let isInForce):
        ledger.count(line, key, entry: place, isInForce: isInForce)
      case .tie(let one, let other): ledger.leave(line, key, because: .tie(one, other))
      case .nothing: ledger.leave(line, key, because: .unmapped)
      }
    }
    var result = RestatedBudget(migration: migration.migration, title: migration.title)
    result.lines = ledger.restatedLines
    result.totals = ControlTotals.of(result.lines)
    result.codes = MigratedCodes.of(lines, result.lines, migration)
    result.balances = OpeningBalances.ties(of: migration, crosswalk)
    result.findings =
      (ledger.findings + totals.findings + ControlTotals.findings(result.totals, migration)
      + OpeningBalances.findings(result.balances, migration)
      + SharedLines.findings(in: lines, migration, crosswalk))
      .sorted(by: Finding.inReadingOrder)
    return result
  }
}

extension LegacyLine {
  /// Whether it is a year's figure of a body that existed on no day of the year.
  fileprivate func isOutsideLife(of body: Organisation?) -> Bool {
    guard day == nil, let year, let body else { return false }
    return (body.opened.map { $0 > year.days.last } ?? false)
      || (body.closed.map { $0 < year.days.first } ?? false)
  }

  /// The year that the line states, or that its day lies in.
  var statedYear: FinancialYear? { year ?? day.map { FinancialYear(containing: $0) } }
}

/// The days that a figure of a budget is for.
enum BudgetSpan {
  /// The month of a dated line; of a year's figure the year, or the part of it in which the body
  /// existed where the plan says so.
  ///
  /// Nil: the body existed for a part of the year and nobody has said what the figure is for.
  static func of(_ line: LegacyLine, body: Organisation?) -> DaySpan? {
    if let day = line.day { return DaySpan(monthOf: day) }
    guard let year = line.year else { return nil }
    let days = year.days
    let life = DaySpan(
      first: max(days.first, body?.opened ?? days.first),
      last: min(days.last, body?.closed ?? days.last))
    guard life != days else { return days }
    return line.isForBodyLife.map { $0 ? life : days }
  }
}
