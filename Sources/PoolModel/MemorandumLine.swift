/// One line of a pool's memorandum account.
package struct MemorandumLine: Hashable, Sendable {
  /// The parts of the account, in its order.
  package enum Section: String, CaseIterable, Sendable {
    case broughtForward = "brought-forward"
    case funding
    case fundingByKind = "funding-by-kind"
    case fundingByArrangement = "funding-by-arrangement"
    case capitalFunding = "capital-funding"
    case inKind = "in-kind"
    case paid = "paid-in"
    case expenditureByPartner = "expenditure-by-partner"
    case expenditureByService = "expenditure-by-service"
    case capitalExpenditure = "capital-expenditure"
    case net
    case share
    case carriedForward = "carried-forward"
  }

  /// What the line is in its section.
  package enum Kind: String, CaseIterable, Sendable {
    case line
    case total
    /// No figure of the agreement: worked out to show what a rule would give.
    case illustration
  }

  /// The part of the account.
  package var section: Section
  /// A line, a total or an illustration.
  package var kind: Kind
  /// What `weir trace --line` takes, such as `expenditure-by-partner/LA-BIRMINGHAM`.
  package var address: String
  /// For people.
  package var label: String
  /// Nil: not stated, which is not zero.
  package var amount: Money?
  /// The same line of the account of the year before; nil where there is none or it is not stated.
  package var prior: Money?
  /// What must be known beside the figure; empty where nothing must.
  package var note: String

  /// A line without a year before.
  package init(
    _ section: Section, _ kind: Kind = .line, item: String = "", label: String, amount: Money?,
    note: String = ""
  ) {
    self.section = section
    self.kind = kind
    address = item.isEmpty ? section.rawValue : "\(section.rawValue)/\(item)"
    self.label = label
    self.amount = amount
    self.note = note
  }
}
