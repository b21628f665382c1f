/// Kept lines that share everything a pool asks about, with their sum: what the store gives to
/// ``PoolBuilding``.
package struct PoolFact: Hashable, Sendable {
  /// The folder under `data/exports/` that the lines came from.
  package var publisher: String
  /// The export's path, so that each file's waterfall can be told; empty where facts of several
  /// exports are summed.
  package var export = ""
  /// The body that published them: the partner whose money it is.
  package var organisation: String
  /// Which side of a pool it is on.
  package var side: PoolSide
  /// Whether the figures were planned, forecast or happened.
  package var basis: FigureBasis
  /// The year of the payment date, or the year that the layout states; nil where neither is known.
  package var year: FinancialYear?
  /// The category on the three axes.
  package var category: Category
  /// The code of the flow.
  package var flow: String
  /// The scheme that the rule names; empty where it names none.
  package var scheme: String
  /// The area that a plan speaks of; empty outside plans by area.
  package var area: String
  /// What a plan says of it besides its area.
  package var plan = PlanEntry()
  /// What the line says it is, for funding lines: the expense type as published; empty otherwise.
  package var label: String
  /// The provider's id.
  package var provider: String
  /// The body that the payee is, where it is one of `mappings/organisations.csv`; empty otherwise.
  package var counterparty: String
  /// How much of it the rules explain.
  package var coverage: CodeDecision.Coverage
  /// Why a rule ignores it; empty where none does.
  package var ignoreReason: String
  /// Lines and their sum.
  ///
  /// A line split in shares counts as a row in its first part only.
  package var tally: RowTally

  /// A fact with all its keys.
  package init(
    publisher: String, organisation: String, side: PoolSide, basis: FigureBasis,
    year: FinancialYear?, category: Category, flow: String, scheme: String, area: String,
    label: String, provider: String, counterparty: String, coverage: CodeDecision.Coverage,
    ignoreReason: String, tally: RowTally
  ) {
    self.publisher = publisher
    self.organisation = organisation
    self.side = side
    self.basis = basis
    self.year = year
    self.category = category
    self.flow = flow
    self.scheme = scheme
    self.area = area
    self.label = label
    self.provider = provider
    self.counterparty = counterparty
    self.coverage = coverage
    self.ignoreReason = ignoreReason
    self.tally = tally
  }
}

/// One line that moves money between bodies: what eliminations pair.
package struct TransferLine: Hashable, Sendable {
  /// The facts' keys of the line; its tally is the line's own amount.
  package var fact: PoolFact
  /// The day of payment; nil where not stated.
  package var day: CalendarDay?
  /// Where it stands.
  package var position: SourcePosition
  /// The number of an invoice or a remittance as published; empty where the layout names none.
  package var reference: String

  /// A line with its place.
  package init(
    fact: PoolFact, day: CalendarDay?, position: SourcePosition, reference: String = ""
  ) {
    self.fact = fact
    self.day = day
    self.position = position
    self.reference = reference
  }
}
