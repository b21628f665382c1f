/// One line of an export that shows money on its way between bodies.
package struct TransferEnd: Hashable, Sendable {
  /// Where it stands.
  package var position: SourcePosition
  /// What it says was paid; negative where it was taken back.
  package var amount: Money
  /// The organisation id of who paid.
  package var payer: String
}

extension PoolAccount {
  /// The bodies that paid contributions, in order of id.
  package var contributors: [String] {
    Set(transfers.filter(\.isContribution).map(\.payer)).sorted()
  }

  /// What shows the contributions that a body paid in: its own lines where its exports show any payment
  /// to a partner, the receivers' otherwise.
  ///
  /// A receipt beside the body's own lines may be of one of them, or of another year's.
  package func contributions(paidBy payer: String) -> [TransferEnd] {
    let own = transfers.filter { $0.payer == payer }
    let showsPayments = own.contains { $0.paid != nil }
    let early = Set(variances.filter { $0.kind == .timing }.map(\.at))
    return own.filter(\.isContribution).compactMap { transfer in
      guard showsPayments else {
        return transfer.receivedEnd.flatMap { early.contains($0.position) ? nil : $0 }
      }
      return transfer.paidEnd
    }
  }

  /// What the pool paid to other pools that are loaded; what it paid to others stands in its spending.
  package var paidToOtherPools: [TransferEnd] {
    transfers.filter { $0.isBetweenPools && $0.state != .counterpartOutside }
      .compactMap(\.paidEnd)
  }

  /// Where payments for other pools stand that are kept in the spending, because no such pool is
  /// loaded.
  package var keptPayments: Set<SourcePosition> {
    Set(
      transfers.filter { $0.isBetweenPools && $0.state == .counterpartOutside }
        .compactMap(\.paidAt))
  }
}

extension Transfer {
  /// Whether it is a contribution, by either side's flow.
  package var isContribution: Bool {
    flow == Flow.contributionCode || flow == Flow.receivedContributionCode
  }

  /// Whether one pool pays another.
  package var isBetweenPools: Bool { flow == Flow.betweenPoolsCode }

  /// The payer's line; nil where it was not found.
  package var paidEnd: TransferEnd? {
    guard let paid, let paidAt else { return nil }
    return TransferEnd(position: paidAt, amount: paid, payer: payer)
  }

  /// The receiver's line; nil where it was not found.
  package var receivedEnd: TransferEnd? {
    guard let received, let receivedAt else { return nil }
    return TransferEnd(position: receivedAt, amount: received, payer: payer)
  }
}
