/// What a migration makes of a legacy budget: the restated lines and all that proves them.
package struct RestatedBudget: Hashable, Sendable {
  /// The migration's slug.
  package var migration: String
  /// The migration's title.
  package var title: String
  /// Every pound of the old budget once, in order of the old keys and then of the new ones.
  package var lines: [RestatedLine] = []
  /// Before and after by body, year, basis and side.
  package var totals: [MigrationTotal] = []
  /// Every old code that the frame or the budget has, in their order.
  package var codes: [MigratedCode] = []
  /// What old bodies closed with and new ones opened with.
  package var balances: [BalanceTie] = []
  /// In reading order.
  package var findings: [Finding] = []

  /// Nothing restated yet.
  package init(migration: String, title: String) {
    self.migration = migration
    self.title = title
  }
}

/// The money of one old code of one body in one stretch of days, and where it went.
package struct RestatedLine: Hashable, Sendable {
  /// What became of the money.
  package enum Outcome: String, CaseIterable, Sendable {
    /// It stands under a new body or code.
    case carried
    /// Nothing follows it, and the crosswalk says why.
    case closed
    /// Nobody has stated what follows it.
    case notRestated = "not-restated"
  }

  /// Where the old budget had it.
  package var old: BudgetKey
  /// What became of it.
  package var outcome: Outcome
  /// The body that has it now; of money that is not carried, the old one.
  package var newBody: String
  /// The code that it has now; of money that is not carried, empty.
  package var newCode: String
  /// What the new code means; nil where the new codes have no frame.
  package var category: Category?
  /// The share of the old money, in hundredths of a per cent.
  package var share: Int
  /// By which rule it was split, closed or not restated, or what the merge loses.
  package var rule: String
  /// The row of the crosswalk; nil where no row has the code.
  package var crosswalk: SourcePosition?
  /// Lines of the old budget with their sum; of a split the lines count in its first part.
  package var tally: RowTally

  /// A restated line with all it says.
  package init(
    old: BudgetKey, outcome: Outcome, newBody: String, newCode: String, category: Category?,
    share: Int, rule: String, crosswalk: SourcePosition?, tally: RowTally
  ) {
    self.old = old
    self.outcome = outcome
    self.newBody = newBody
    self.newCode = newCode
    self.category = category
    self.share = share
    self.rule = rule
    self.crosswalk = crosswalk
    self.tally = tally
  }
}

/// What tells the figures of a budget apart: figures of different keys are never added unseen.
package struct BudgetKey: Hashable, Comparable, Sendable {
  /// The organisation id.
  package var body: String
  /// The code as published.
  package var code: String
  /// The financial year; nil: not known.
  package var year: FinancialYear?
  /// The days that the figure is for, the year or a part of it; nil: not known.
  package var covers: DaySpan?
  /// Budget, forecast or outturn.
  package var basis: FigureBasis
  /// Spending or funding.
  package var side: PoolSide

  /// A key with all its parts.
  package init(
    body: String, code: String, year: FinancialYear?, covers: DaySpan?, basis: FigureBasis,
    side: PoolSide
  ) {
    self.body = body
    self.code = code
    self.year = year
    self.covers = covers
    self.basis = basis
    self.side = side
  }

  /// By body, year, days, basis, side and code; what is not known comes first.
  package static func < (left: BudgetKey, right: BudgetKey) -> Bool {
    if left.body != right.body { return left.body < right.body }
    let (years, days) = ((left.year, right.year), (left.covers, right.covers))
    if years.0 != years.1 {
      return years.1.map { last in years.0.map { $0 < last } ?? true } ?? false
    }
    if days.0 != days.1 { return days.1.map { last in days.0.map { $0 < last } ?? true } ?? false }
    return (left.basis.rawValue, left.side.rawValue, left.code)
      < (right.basis.rawValue, right.side.rawValue, right.code)
  }
}

/// The control total of one body, year, basis and side, before or after a migration.
package struct MigrationTotal: Hashable, Sendable {
  /// On which side of the migration it stands.
  package enum Stage: String, CaseIterable, Sendable { case before, after }

  /// Before: the old bodies; after: the new ones.
  package var stage: Stage
  /// The organisation id.
  package var body: String
  /// The financial year; nil: not known.
  package var year: FinancialYear?
  /// How many days of the year the figures are for.
  package var days: Int
  /// Budget, forecast or outturn.
  package var basis: FigureBasis
  /// Spending or funding.
  package var side: PoolSide
  /// Money that stands under a new body or code.
  package var carried = RowTally()
  /// Money that nothing follows.
  package var closed = RowTally()
  /// Money that nobody has stated a bridge for.
  package var notRestated = RowTally()

  /// A total without money yet.
  package init(
    stage: Stage, body: String, year: FinancialYear?, days: Int, basis: FigureBasis, side: PoolSide
  ) {
    self.stage = stage
    self.body = body
    self.year = year
    self.days = days
    self.basis = basis
    self.side = side
  }

  /// All of it.
  package var whole: RowTally {
    var sum = carried
    sum += closed
    sum += notRestated
    return sum
  }
}

/// What became of one old code.
package struct MigratedCode: Hashable, Sendable {
  /// The code as the frame or the budget prints it.
  package var code: String
  /// The frame's label; else the budget's.
  package var label: String
  /// `same`, `merge`, `split`, `closed`, `no-bridge`, `total` or, where no row has it, `unmapped`.
  package var fate: String
  /// The new codes, each once, in the crosswalk's order.
  package var newCodes: [String]
  /// What a merge loses, or by which rule the code was split, closed or not restated.
  package var rule: String
  /// Its lines in the budget; none where the budget does not use it.
  package var tally: RowTally

  /// A code with its fate.
  package init(
    code: String, label: String, fate: String, newCodes: [String], rule: String, tally: RowTally
  ) {
    self.code = code
    self.label = label
    self.fate = fate
    self.newCodes = newCodes
    self.rule = rule
    self.tally = tally
  }
}

/// What the predecessors of a body closed with, against what the body opened with.
package struct BalanceTie: Hashable, Sendable {
  /// The new bodies, by organisation id: one, or several whose predecessors overlap.
  package var bodies: [String]
  /// The old bodies.
  package var predecessors: [String]
  /// Nil: one of the closing balances is not stated.
  package var closing: Money?
  /// Nil: one of the opening balances is not stated.
  package var opening: Money?

  /// Balances of bodies that belong together.
  package init(bodies: [String], predecessors: [String], closing: Money?, opening: Money?) {
    self.bodies = bodies
    self.predecessors = predecessors
    self.closing = closing
    self.opening = opening
  }

  /// Opening less closing; nil where either is not stated.
  package var difference: Money? {
    guard let closing, let opening else { return nil }
    return opening - closing
  }
}
