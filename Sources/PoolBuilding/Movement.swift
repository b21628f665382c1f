import PoolModel

/// One end of money that moves between bodies: a payment, or the receipt of one.
struct Movement {
  /// Whose export shows it.
  enum End { case paid, received }

  var line: TransferLine
  var end: End
  /// The organisation ids; empty where the other body is not known.
  var payer: String
  var payee: String
  /// The pool's place; nil for a receipt that only a payment between pools can place.
  var pool: Int?
  /// The scheme that claims it as spending; empty where a rule calls it a transfer.
  var scheme: String
  /// `rule` or `payee`, as ``Transfer/foundBy``.
  var foundBy: String

  /// The end of a line that a rule calls a transfer.
  init(foundByRule line: TransferLine, end: End, pool: Int?) {
    self.init(line: line, end: end, pool: pool, scheme: "", foundBy: "rule")
  }

  /// The end of a payment whose payee is a partner; a credit from a partner is money received.
  init(foundByPayee line: TransferLine, pool: Int, scheme: String) {
    let end: End = line.fact.tally.amount < .zero ? .received : .paid
    self.init(line: line, end: end, pool: pool, scheme: scheme, foundBy: "payee")
  }

  private init(line: TransferLine, end: End, pool: Int?, scheme: String, foundBy: String) {
    self.line = line
    self.end = end
    self.pool = pool
    self.scheme = scheme
    self.foundBy = foundBy
    let (publisher, other) = (line.fact.organisation, line.fact.counterparty)
    (payer, payee) = end == .paid ? (publisher, other) : (other, publisher)
  }

  /// Whether one pool pays another.
  var isBetweenPools: Bool { line.fact.flow == Flow.betweenPoolsCode }

  /// The amount as payer and payee would both state it; negative where it was taken back.
  ///
  /// Receipts print as credits, so their sign is turned.
  var amount: Money { end == .paid ? line.fact.tally.amount : -line.fact.tally.amount }

  /// By place in the exports, then by all that can differ between the shares of one line.
  static func inFileOrder(_ left: Movement, _ right: Movement) -> Bool {
    let (first, second) = (left.line, right.line)
    if first.position != second.position {
      return (first.position.file, first.position.line, first.position.byte)
        < (second.position.file, second.position.line, second.position.byte)
    }
    if first.fact.category != second.fact.category {
      return first.fact.category < second.fact.category
    }
    return (first.fact.flow, first.fact.scheme, left.amount)
      < (second.fact.flow, second.fact.scheme, right.amount)
  }
}
