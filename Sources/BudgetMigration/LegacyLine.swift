package import PoolModel

/// One line of a legacy budget, as its export states it.
package struct LegacyLine: Hashable, Sendable {
  /// The organisation id of the body whose budget it is.
  package var body: String
  /// The code as published, outer blanks removed.
  package var code: String
  /// What the export calls the line; empty where it says nothing.
  package var label: String
  /// The year that the layout or the column states; nil: the day decides.
  package var year: FinancialYear?
  /// The day of a payment, or the first day of a month's figure; nil for a year's figure.
  package var day: CalendarDay?
  /// Budget, forecast or outturn.
  package var basis: FigureBasis
  /// Spending or funding.
  package var side: PoolSide
  /// In pence.
  package var amount: Money
  /// The payee as published, which is compared and never put out (law 8); empty in a budget.
  package var payee: String
  /// What a year's figure of a body is for that lived for a part of it; nil: not stated.
  package var isForBodyLife: Bool?
  /// Where it stands.
  package var position: SourcePosition

  /// A line with all it says.
  package init(
    body: String, code: String, label: String = "", year: FinancialYear?, day: CalendarDay? = nil,
    basis: FigureBasis, side: PoolSide = .spending, amount: Money, payee: String = "",
    isForBodyLife: Bool? = nil, position: SourcePosition
  ) {
    self.body = body
    self.code = code
    self.label = label
    self.year = year
    self.day = day
    self.basis = basis
    self.side = side
    self.amount = amount
    self.payee = payee
    self.isForBodyLife = isForBodyLife
    self.position = position
  }
}
