internal import PoolModel

extension TerminalSummary {
  /// By what transfers were matched, and what remains between the two sides of those that were.
  static func matches(
    _ pool: PoolAccount, _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    var matches = TextTable(.text("matched by"), .text("state"), .number("lines"), .number("paid"))
    for match in Transfer.Match.allCases {
      let transfers = pool.transfers.filter { $0.match == match }
      guard !transfers.isEmpty else { continue }
      let paid = transfers.reduce(Money.zero) { $0 + ($1.paid ?? .zero) }
      matches.add(
        match.rawValue, match.isConfirmed ? "confirmed" : "suggested", transfers.count.grouped,
        paid.description)
    }
    page.table(matches, indent: 4)
    guard !pool.variances.isEmpty else { return }
    var variances = TextTable(
      .text("variance with"), .text("from"), .text("kind"), .number("paid less received"))
    struct Key: Hashable {
      var payer: String
      var payee: String
      var kind: TransferVariance.Kind
    }
    var order: [Key] = []
    var sums: [Key: Money] = [:]
    for variance in pool.variances {
      let key = Key(payer: variance.payer, payee: variance.payee, kind: variance.kind)
      if sums[key] == nil { order.append(key) }
      sums[key, default: .zero] += variance.amount
    }
    for key in order {
      variances.add(
        organisations.name(of: key.payee), organisations.name(of: key.payer), key.kind.rawValue,
        sums[key, default: .zero].description)
    }
    page.table(variances, indent: 4)
  }
}
