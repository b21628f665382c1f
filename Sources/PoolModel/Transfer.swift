/// Money that moved between two partners and is therefore not spending.
///
/// A pair has both ends in one transfer; of a group (one payment against several receipts, say) each
/// line is a transfer of its own that has the group's number.
package struct Transfer: Hashable, Sendable {
  /// Whether both ends were found.
  package enum State: String, CaseIterable, Sendable {
    /// Paid and received.
    case paired
    /// One line of a group whose payments were received.
    case grouped
    /// Only the payer's export shows it.
    case paidOnly = "paid-only"
    /// Only the receiver's export shows it.
    case receivedOnly = "received-only"
    /// The other body's exports are not loaded: it is kept, not eliminated.
    case counterpartOutside = "counterpart-outside"
  }

  /// By what the ends were found to belong together.
  package enum Match: String, CaseIterable, Sendable {
    /// A row of `mappings/eliminations.csv`.
    case manual
    /// The same number of an invoice or a remittance on both sides.
    case identifier
    /// One side's number stands among the words of the other's.
    case reference
    /// The same amount, on the nearest days.
    case amountAndDate = "amount-and-date"

    /// Whether it needs nobody to confirm it.
    package var isConfirmed: Bool { self == .manual || self == .identifier }
  }

  /// The organisation id of who paid.
  package var payer: String
  /// The organisation id of who received; empty where the payee is no known body.
  package var payee: String
  /// The code of the flow, such as `FL-CON`.
  package var flow: String
  /// What the payer's line says; nil where it was not found.
  ///
  /// Positive.
  package var paid: Money?
  /// What the receiver's line says, turned positive; nil where it was not found.
  package var received: Money?
  /// Whether both ends were found.
  package var state: State
  /// By what they were found to belong together; nil where one end is missing.
  package var match: Match?
  /// The number of the group within its account, from 1; nil outside groups.
  package var group: Int?
  /// Whether a rule named it a transfer (`rule`) or the payee being a partner did (`payee`).
  package var foundBy: String
  /// The account of the pool that received it, where that is another pool; empty otherwise.
  package var payeePool = ""
  /// The payer's line; nil where it was not found.
  package var paidAt: SourcePosition?
  /// The receiver's line; nil where it was not found.
  package var receivedAt: SourcePosition?

  /// A transfer with the ends that were found.
  package init(
    payer: String, payee: String, flow: String, paid: Money?, received: Money?, state: State,
    match: Match? = nil, group: Int? = nil, foundBy: String, paidAt: SourcePosition?,
    receivedAt: SourcePosition?
  ) {
    self.payer = payer
    self.payee = payee
    self.flow = flow
    self.paid = paid
    self.received = received
    self.state = state
    self.match = match
    self.group = group
    self.foundBy = foundBy
    self.paidAt = paidAt
    self.receivedAt = receivedAt
  }
}
