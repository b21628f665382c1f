import MappingTables
import PoolModel

/// Control totals before and after a migration, which prove that nothing was lost.
enum ControlTotals {
  private struct Place: Hashable, Comparable {
    var stage: MigrationTotal.Stage
    var body: String
    var year: FinancialYear?
    var basis: FigureBasis
    var side: PoolSide

    private var order: (Int, String, Int, String, String) {
      (
        stage == .before ? 0 : 1, body, year?.startYear ?? .min, basis.rawValue, side.rawValue
      )
    }

    static func < (left: Place, right: Place) -> Bool { left.order < right.order }
  }

  /// Before by old body, then after by new body.
  static func of(_ lines: [RestatedLine]) -> [MigrationTotal] {
    var totals: [Place: MigrationTotal] = [:]
    var spans: [Place: Set<DaySpan>] = [:]
    func count(_ line: RestatedLine, _ stage: MigrationTotal.Stage, _ body: String) {
      let place = Place(
        stage: stage, body: body, year: line.old.year, basis: line.old.basis, side: line.old.side)
      let empty = MigrationTotal(
        stage: stage, body: body, year: place.year, days: 0, basis: place.basis, side: place.side)
      totals[place, default: empty][line.outcome] += line.tally
      if let covers = line.old.covers { spans[place, default: []].insert(covers) }
    }
    for line in lines {
      count(line, .before, line.old.body)
      if line.outcome == .carried { count(line, .after, line.newBody) }
    }
    return totals.keys.sorted().compactMap { place in
      var total = totals[place]
      total?.days = (spans[place] ?? []).distinctDays
      return total
    }
  }

  /// That money was lost, which must never be; and figures that are for a part of a year.
  static func findings(_ totals: [MigrationTotal], _ migration: Migration) -> [Finding] {
    imbalance(totals, migration) + partYears(totals, migration)
  }

  private static func imbalance(
    _ totals: [MigrationTotal], _ migration: Migration
  ) -> [Finding] {
    var rest = Money.zero
    for total in totals {
      rest += total.stage == .before ? total.carried.amount : -total.carried.amount
    }
    guard rest != .zero else { return [] }
    return [
      Finding(
        .migrationUnbalanced, at: SourcePosition(file: migration.file), atStake: rest.magnitude,
        message: "\(rest.magnitude) of the old budget does not stand under any new body",
        remedy: "nothing is written; report this with the crosswalk to the makers of Weir")
    ]
  }

  private static func partYears(
    _ totals: [MigrationTotal], _ migration: Migration
  ) -> [Finding] {
    totals.compactMap { total in
      guard total.stage == .after, let year = total.year, total.days < year.days.count else {
        return nil
      }
      return Finding(
        .partYear, at: SourcePosition(file: migration.file), value: "\(total.body) \(year)",
        atStake: total.carried.amount, rows: total.carried.rows,
        message: "the \(total.basis.rawValue) of \(total.body) for \(year) is for \(total.days) "
          + "of \(year.days.count) days: no whole year to compare with",
        remedy: "add the budgets of the other bodies or months, or say so beside the figure")
    }
  }
}

extension MigrationTotal {
  /// The tally of what became of money.
  fileprivate subscript(outcome: RestatedLine.Outcome) -> RowTally {
    get {
      switch outcome {
      case .carried: carried
      case .closed: closed
      case .notRestated: notRestated
      }
    }
    set {
      switch outcome {
      case .carried: carried = newValue
      case .closed: closed = newValue
      case .notRestated: notRestated = newValue
      }
    }
  }
}
