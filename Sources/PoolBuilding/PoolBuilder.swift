package import MappingTables
package import PoolModel

/// Builds the pools of all agreements from kept money: a pure function, without input or output.
///
/// Each fact and each line ends in exactly one place: counted by a pool, outside any pool with a
/// reason, or eliminated as a movement between partners. The order of the input does not matter.
package struct PoolBuilder {
  private let mappings: MappingSet

  /// A builder for the agreements of these mappings.
  package init(mappings: MappingSet) { self.mappings = mappings }

  /// The pools' accounts, with what no pool counts and what should be looked at.
  ///
  /// `facts` are sums of kept lines, without those in `transferLines`, and are gone through twice; these are the single lines
  /// whose flow is a transfer or whose payee is a known body. `areaStatuses` is what exports of plans
  /// say of each area, with or without an amount.
  package func build(
    facts: some Sequence<PoolFact>, transferLines: [TransferLine], areaStatuses: [AreaStatus]
  ) -> PoolBuildingResult {
    var loaded = LoadedBodies()
    for fact in facts { loaded.note(fact) }
    for line in transferLines { loaded.note(line.fact) }
    var ledger = PoolLedger(mappings: mappings, loaded: loaded)
    for fact in facts {
      let position = SourcePosition(exportsOf: fact.publisher)
      ledger.place(TransferLine(fact: fact, day: nil, position: position))
    }
    for line in transferLines { ledger.place(line) }
    ledger.settleMovements()

    var result = PoolBuildingResult()
    result.placements = ledger.placementsInOrder
    result.outside = ledger.outsideInOrder
    var findings = ledger.findings + ledger.doubleClaimFindings + ledger.noPoolFindings
    findings += ledger.leftOver.findings(pools: ledger.pools, mappings: mappings)
    for pool in ledger.pools {
      let closing = PoolClosing(pool: pool, mappings: mappings, areaStatuses: areaStatuses)
      result.accounts.append(closing.account)
      result.targets += closing.targetReadings
      findings += closing.findings
    }
    for trend in trends(result.targets) {
      let points = trend.points
      result.trends += points
      findings += trend.findings(of: points)
    }
    result.bcfAreas = mappings.betterCareFund.areaYears(
      with: result.accounts.compactMap(\.betterCareFund))
    result.accounts = withMemoranda(result.accounts, of: ledger.pools)
    findings += balanceFindings(result.accounts)
    result.findings = findings.sorted {
      Finding.inReadingOrder($0, $1)
        || !Finding.inReadingOrder($1, $0) && $0.message < $1.message
    }
    return result
  }
}

extension PoolBuilder {
  private func trends(_ readings: [TargetReading]) -> [TargetTrend] {
    mappings.agreements.flatMap { agreement in
      agreement.targets.map { target in
        TargetTrend(
          agreement: agreement, target: target,
          readings: readings.filter {
            $0.agreement == agreement.agreement && $0.target == target.target
          })
      }
    }
  }

  /// Years that begin with another balance than the year before ended with.
  private func balanceFindings(_ accounts: [PoolAccount]) -> [Finding] {
    let byID = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    return accounts.compactMap { account in
      let before = FinancialYear(startYear: account.year.startYear - 1)
      guard let opened = account.balance(.broughtForward),
        let closed = byID["\(account.agreement)/\(before)"]?.balance(.carriedForward),
        opened != closed
      else { return nil }
      let file = mappings.agreements.first { $0.agreement == account.agreement }?.file ?? ""
      return Finding(
        .balanceDiffers, at: SourcePosition(file: file), value: account.id,
        atStake: (opened - closed).magnitude,
        message: "pool \(account.id) begins with \(opened), and \(before) ended with \(closed)",
        remedy: "find the \((opened - closed).magnitude) between them, or leave the balance out of "
          + "balances, so that it is carried forward")
    }
  }

  /// The accounts with their memoranda, each beside that of the year before.
  private func withMemoranda(_ accounts: [PoolAccount], of pools: [OpenPool]) -> [PoolAccount] {
    var fromOthers: [String: Money] = [:]
    for transfer in accounts.flatMap(\.transfers) where !transfer.payeePool.isEmpty {
      fromOthers[transfer.payeePool, default: .zero] += transfer.paid ?? .zero
    }
    var memoranda: [String: [MemorandumLine]] = [:]
    // Accounts stand in order of id, so that a year's comes before the next year's.
    return zip(accounts, pools).map { account, pool in
      let before = FinancialYear(startYear: account.year.startYear - 1)
      var account = account
      account.memorandum =
        Memorandum(
          pool: pool, account: account, prior: memoranda["\(account.agreement)/\(before)"] ?? [],
          fromOtherPools: fromOthers[account.id], mappings: mappings
        ).lines
      memoranda[account.id] = account.memorandum
      return account
    }
  }
}

extension SourcePosition {
  /// The folder of a publisher's exports, for what is said of its money as a whole.
  init(exportsOf publisher: String) { self.init(file: "data/exports/\(publisher)") }
}

extension PoolAccount {
  /// A balance of the memorandum account; nil where it is not stated.
  fileprivate func balance(_ section: MemorandumLine.Section) -> Money? {
    memorandum.first { $0.section == section }?.amount
  }
}
