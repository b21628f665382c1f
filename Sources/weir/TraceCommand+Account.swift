import MappingTables
import Pipeline
import PoolModel

/// What stands behind one line of a memorandum account.
enum AccountTrace {
  /// Payments of the pool, narrowed to a partner or a scheme; nil is any.
  case spending(partner: String?, scheme: String?)
  /// What is stated of a partner's funding, by agreement and exports.
  case funding(partner: String?)
  /// The lines of a partner's payments into the pool.
  case paidIn(partner: String)
  /// The lines of what the pool paid to other pools, or they to it.
  case otherPools

  /// What a line's address stands for; nil for one that is worked out from others.
  init?(_ address: String) {
    let parts = address.split(separator: "/", maxSplits: 1).map(String.init)
    let item = parts.count > 1 ? parts[1] : nil
    switch MemorandumLine.Section(rawValue: parts.first ?? "") {
    case .expenditureByPartner where item == "other-pools",
      .expenditureByService where item == "other-pools", .funding where item == "other-pools":
      self = .otherPools
    case .expenditureByPartner: self = .spending(partner: item, scheme: nil)
    case .expenditureByService:
      self = .spending(partner: nil, scheme: item == "no-scheme" ? "" : item)
    case .funding, .capitalFunding, .inKind:
      self = .funding(partner: item == "no-single-body" ? "" : item)
    case .paid: self = .paidIn(partner: item ?? "")
    default: return nil
    }
  }
}

extension TraceCommand {
  /// Prints what stands behind a line of the account that is no spending.
  func trace(
    _ kind: AccountTrace, of account: PoolAccount, _ run: StoredRun, _ sums: [String: String]
  ) throws {
    var tally = RowTally()
    func print(_ position: SourcePosition, _ amount: Money, partner: String) {
      tally.count(amount)
      Terminal.write(
        CSVText.line([
          position.file, sums[position.file] ?? "", position.line > 0 ? "\(position.line)" : "",
          position.line > 0 ? "\(position.byte)" : "", "", amount.decimal, "", "", "", "", partner,
          "", "",
        ]))
    }
    switch kind {
    case .spending: return
    case .funding(let partner):
      let stated = account.funding.filter { partner == nil || $0.partner == partner }
      for line in stated where line.source.hasPrefix("mappings/") {
        guard let amount = line.amount else { continue }
        print(SourcePosition(file: line.source), amount, partner: line.partner)
      }
      try run.fundingLines(behind: account.id, of: partner) { print($0, $1, partner: $2) }
    case .paidIn(let partner):
      for transfer in account.transfers where transfer.payer == partner {
        for (position, amount) in ends(of: transfer) { print(position, amount, partner: partner) }
      }
    case .otherPools:
      let others = run.summary.pools.flatMap(\.transfers).filter { $0.payeePool == account.id }
      let own = account.transfers.filter { !$0.payeePool.isEmpty }
      for transfer in own + others {
        for (position, amount) in ends(of: transfer) {
          print(position, amount, partner: transfer.payer)
        }
      }
    }
    if !options.quiet { Terminal.message("\(tally.rows) lines, \(tally.amount)") }
  }

  /// The payer's line, or the receiver's where the payer's was not found.
  private func ends(of transfer: Transfer) -> [(SourcePosition, Money)] {
    if let at = transfer.paidAt, let paid = transfer.paid { return [(at, paid)] }
    if transfer.group == nil, let at = transfer.receivedAt, let received = transfer.received {
      return [(at, received)]
    }
    return []
  }
}
