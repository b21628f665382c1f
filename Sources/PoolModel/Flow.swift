/// What a line of money does: buys care, moves between partners, funds a pool.
///
/// A row of `mappings/categories/flows.csv`.
package struct Flow: Hashable, Sendable {
  /// What the pools do with money of a flow.
  package enum Treatment: String, CaseIterable, Sendable {
    /// Final spending: counted once, never eliminated.
    case spending
    /// Paid by one partner to another or into a pool: not spending; the payer's side of a pair.
    case transferOut = "transfer-out"
    /// Received from another partner: the payee's side of a pair.
    case transferIn = "transfer-in"
    /// A grant or a charge that funds a pool from outside the partners: the funding side.
    case funding
    /// Capital: kept apart, never added to revenue.
    case capital
  }

  /// The code, such as `FL-CON`.
  package let code: String
  /// For people.
  package let label: String
  /// What the pools do with it.
  package let treatment: Treatment
  /// The flow that stands on the other side of the pair; nil where there is none.
  package let counterpart: String?

  /// A flow of the table.
  package init(code: String, label: String, treatment: Treatment, counterpart: String? = nil) {
    self.code = code
    self.label = label
    self.treatment = treatment
    self.counterpart = counterpart
  }

  /// The flow of a line for which no rule states another: spending outside the group of partners.
  package static let defaultCode = "FL-EXP"
  /// The flow of what a partner puts into a pool: what agreements list as contributions.
  package static let contributionCode = "FL-CON"
  /// The flow of a contribution as the body that receives it books it.
  package static let receivedContributionCode = "FL-CIN"
  /// The flow of what one pool puts into another.
  package static let betweenPoolsCode = "FL-XPL"
}
