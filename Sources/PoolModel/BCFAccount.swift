/// What the Better Care Fund asks of an area's pool in one year, beside what the pool shows.
package struct BCFAccount: Hashable, Sendable {
  /// The area in its year.
  package var area: BCFAreaYear
  /// Income beside spending, in the order of the year's list of sources, then by name.
  package var sources: [BCFSource]
  /// In the order of `mappings/bcf/minimum-rules.csv`.
  package var minima: [BCFMinimum]
  /// National conditions, then versions of the performance element, in the order of their files.
  package var terms: [BCFYearTerm]

  /// An account with its parts.
  package init(
    area: BCFAreaYear, sources: [BCFSource], minima: [BCFMinimum], terms: [BCFYearTerm]
  ) {
    self.area = area
    self.sources = sources
    self.minima = minima
    self.terms = terms
  }
}

/// An area of the Better Care Fund in one year: with a plan, or without, which is not a plan of
/// nothing.
package struct BCFAreaYear: Hashable, Sendable {
  /// What is known of an area's plan.
  package enum Plan: String, CaseIterable, Sendable {
    /// There is one.
    case plan
    /// There is one that was not approved: its figures are in no sum.
    case notApproved = "not approved"
    /// None is known.
    case unknown = "no plan"
    /// No area made one in the year.
    case noneMade = "no plan made"
  }

  /// The area's id.
  package var area: String
  /// For people.
  package var name: String
  /// The year.
  package var year: FinancialYear
  /// Organisation ids of its councils in the year, in the file's order.
  package var councils: [String] = []
  /// Organisation ids of its NHS bodies in the year, in the file's order.
  package var nhsBodies: [String] = []
  /// Whether it has a plan.
  package var plan = Plan.unknown
  /// Why no area made one in the year, in our words; empty outside such years.
  package var reason = ""
  /// The pool's account, such as `northbeck-bcf/2023-24`; empty: no agreement is of the area.
  package var account = ""
  /// The plan's income; nil: not stated, or no plan.
  package var income: Money?
  /// The plan's spending, capital with it; nil: not stated, or no plan.
  package var spending: Money?

  /// An area of which no plan is known.
  package init(area: String, name: String, year: FinancialYear) {
    self.area = area
    self.name = name
    self.year = year
  }
}

/// What one source of a plan brings, and what is spent from it.
package struct BCFSource: Hashable, Sendable {
  /// As the year's list writes it; as the plan does where that has no such source; empty: the plan
  /// does not say.
  package var source: String
  /// Whether the year's list has it.
  package var isListed: Bool
  /// Nil: not stated, which is not zero.
  package var income: Money?
  /// Nil: no row spends from it.
  package var spending: Money?

  /// A source without figures yet.
  package init(source: String, isListed: Bool) {
    self.source = source
    self.isListed = isListed
  }

  /// What is left of the income; nil where it is not stated.
  package var left: Money? { income.map { $0 - (spending ?? .zero) } }
}

/// A minimum that a plan must reach.
package struct BCFMinimum: Hashable, Sendable {
  /// Its slug, such as `adult-social-care`.
  package var minimum: String
  /// For people.
  package var label: String
  /// Nil: not stated.
  package var required: Money?
  /// What the plan has; nil: nothing is read of it, or a row does not say enough to tell.
  package var planned: Money?
  /// Where the required figure is said.
  package var source = ""
  /// How sure the table is of the required figure: `verified`, `recalled` or `judged`; empty: not
  /// stated.
  package var certainty = ""
  /// How sure the table is of what counts towards it.
  package var ruleCertainty: String

  /// A minimum without a required figure.
  package init(minimum: String, label: String, planned: Money?, ruleCertainty: String) {
    self.minimum = minimum
    self.label = label
    self.planned = planned
    self.ruleCertainty = ruleCertainty
  }

  /// By how much the plan falls short; nil where it does not, or where one of the two is not known.
  package var shortfall: Money? {
    guard let required, let planned, planned < required else { return nil }
    return required - planned
  }
}

/// A national condition or a version of the performance element in one year.
package struct BCFYearTerm: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, CaseIterable, Sendable {
    case condition
    case performance
  }

  /// What it is.
  package var kind: Kind
  /// Its number, or the name of the version.
  package var name: String
  /// In our words.
  package var text: String
  /// When a version was announced; nil for conditions.
  package var announced: CalendarDay?
  /// False: a later version took its place before the year began.
  package var isInForce: Bool
  /// How sure the tables are of it: `verified`, `recalled` or `judged`; empty: not stated.
  package var certainty: String

  /// A term.
  package init(
    kind: Kind, name: String, text: String, announced: CalendarDay? = nil, isInForce: Bool = true,
    certainty: String
  ) {
    self.kind = kind
    self.name = name
    self.text = text
    self.announced = announced
    self.isInForce = isInForce
    self.certainty = certainty
  }
}
