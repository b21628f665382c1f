import Pipeline
import PoolModel

extension TraceCommand {
  /// Prints what is stated of some of a pool's funding, and for all of it what other pools paid.
  func traceFunding(
    _ part: FundingPart, of account: PoolAccount, _ run: StoredRun, _ sums: [String: String]
  ) throws -> RowTally {
    func isWanted(_ line: FundingLine) -> Bool {
      part.holds(line, account.statedAgreement.schemes)
    }
    var tally = RowTally()
    for line in account.funding where line.source.hasPrefix("mappings/") && isWanted(line) {
      guard let amount = line.amount else { continue }
      tally.count(amount)
      write(SourcePosition(file: line.source), amount, partner: line.partner, sums)
    }
    try run.fundingLines(behind: account.id, where: isWanted) { position, amount, line in
      tally.count(amount)
      write(position, amount, partner: line.partner, sums)
    }
    return part.isAllRevenue
      ? tally + trace(paidByOtherPools(to: account, run), sums) : tally
  }

  /// What other pools paid to this one.
  func paidByOtherPools(to account: PoolAccount, _ run: StoredRun) -> [TransferEnd] {
    run.summary.pools.flatMap(\.transfers).filter { $0.payeePool == account.id }
      .compactMap(\.paidEnd)
  }

  /// Prints lines of money between bodies.
  func trace(_ ends: [TransferEnd], _ sums: [String: String]) -> RowTally {
    var tally = RowTally()
    for end in ends {
      tally.count(end.amount)
      write(end.position, end.amount, partner: end.payer, sums)
    }
    return tally
  }

  /// A sum of £0.00 would read as an amount, where nothing is stated.
  func tell(_ tally: RowTally) {
    guard !options.quiet else { return }
    Terminal.message(
      tally.rows == 0 ? "no line stands behind it" : "\(tally.rows) lines, \(tally.amount)")
  }

  /// A row without what only payments have; an agreement's file has no line of an export.
  private func write(
    _ position: SourcePosition, _ amount: Money, partner: String, _ sums: [String: String]
  ) {
    Terminal.write(
      CSVText.line([
        position.file, sums[position.file] ?? "", position.line > 0 ? "\(position.line)" : "",
        position.line > 0 ? "\(position.byte)" : "", "", amount.decimal, "", "", "", "", partner,
        "", "",
      ]))
  }
}
