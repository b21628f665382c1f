/// What was paid to a provider as one body of `organisations.csv`: of a name that two bodies had one
/// after the other, the day of payment tells which.
package struct ProviderBody: Hashable, Sendable {
  /// The provider's id.
  package var provider: String
  /// The body's id.
  package var body: String
  /// The first and the last day of payment; nil where no line is dated.
  package var firstDay: CalendarDay?
  /// The last day of payment; nil where no line is dated.
  package var lastDay: CalendarDay?
  /// The lines and their sum.
  package var tally: RowTally

  /// A body without payments yet.
  package init(provider: String, body: String) {
    self.provider = provider
    self.body = body
    firstDay = nil
    lastDay = nil
    tally = RowTally()
  }

  /// Takes a payment in.
  package mutating func count(_ amount: Money, on day: CalendarDay?) {
    tally.count(amount)
    guard let day else { return }
    firstDay = min(firstDay ?? day, day)
    lastDay = max(lastDay ?? day, day)
  }
}

/// One provider following another, because its body followed the other's.
package struct ProviderSuccession: Hashable, Sendable {
  /// The body that ended.
  package var predecessorBody: String
  /// The provider that it is; empty where nobody pays it.
  package var predecessor: String
  /// The body that followed.
  package var successorBody: String
  /// The provider that it is; empty where nobody pays it.
  package var successor: String
  /// The first day of the body that followed.
  package var effective: CalendarDay
  /// What happened, such as `merger`.
  package var kind: String
  /// How many publishers' supplier numbers stand with both providers.
  package var sharedSupplierNumbers: Int

  /// A succession of providers.
  package init(
    predecessorBody: String, predecessor: String, successorBody: String, successor: String,
    effective: CalendarDay, kind: String, sharedSupplierNumbers: Int
  ) {
    self.predecessorBody = predecessorBody
    self.predecessor = predecessor
    self.successorBody = successorBody
    self.successor = successor
    self.effective = effective
    self.kind = kind
    self.sharedSupplierNumbers = sharedSupplierNumbers
  }
}
