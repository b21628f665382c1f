/// Money that moved between two partners and is therefore not spending.
package struct Transfer: Hashable, Sendable {
  /// Whether both ends were found.
  package enum State: String, CaseIterable, Sendable {
    /// Paid and received, the same amount.
    case paired
    /// Only the payer's export shows it.
    case paidOnly = "paid-only"
    /// Only the receiver's export shows it.
    case receivedOnly = "received-only"
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
  /// Whether a rule named it a transfer (`rule`) or the payee being a partner did (`payee`).
  package var foundBy: String
  /// The payer's line; nil where it was not found.
  package var paidAt: SourcePosition?
  /// The receiver's line; nil where it was not found.
  package var receivedAt: SourcePosition?

  /// A transfer with the ends that were found.
  package init(
    payer: String, payee: String, flow: String, paid: Money?, received: Money?, state: State,
    foundBy: String, paidAt: SourcePosition?, receivedAt: SourcePosition?
  ) {
    self.payer = payer
    self.payee = payee
    self.flow = flow
    self.paid = paid
    self.received = received
    self.state = state
    self.foundBy = foundBy
    self.paidAt = paidAt
    self.receivedAt = receivedAt
  }
}
