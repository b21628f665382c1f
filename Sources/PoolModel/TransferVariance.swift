/// What remains between payments and receipts that belong together.
package struct TransferVariance: Hashable, Sendable {
  /// What explains it.
  package enum Kind: String, CaseIterable, Sendable {
    /// The other end lies in the year before or after.
    case timing
    /// No more than the agreement's tolerance.
    case rounding
    /// One side's amounts hold value added tax and the other's do not.
    case valueAddedTax = "vat"
    case unexplained
  }

  /// The organisation id of who paid.
  package var payer: String
  /// The organisation id of who received.
  package var payee: String
  /// What explains it.
  package var kind: Kind
  /// What the payer's lines say; nil where they lie in another year.
  package var paid: Money?
  /// What the receiver's lines say; nil where they lie in another year.
  package var received: Money?
  /// The number of the group; nil for a pair.
  package var group: Int?
  /// The first line of those that belong together.
  package var at: SourcePosition

  /// Paid less received; what lies in another year counts as nothing in this one.
  package var amount: Money { (paid ?? .zero) - (received ?? .zero) }

  /// A variance.
  package init(
    payer: String, payee: String, kind: Kind, paid: Money?, received: Money?, group: Int? = nil,
    at: SourcePosition
  ) {
    self.payer = payer
    self.payee = payee
    self.kind = kind
    self.paid = paid
    self.received = received
    self.group = group
    self.at = at
  }
}
