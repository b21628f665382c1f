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
  /// `facts` are sums of kept lines, without those in `transferLines`; these are the single lines
  /// whose flow is a transfer or whose payee is a known body. `areaStatuses` is what exports of plans
  /// say of each area, with or without an amount.
  package func build(
    facts: [PoolFact], transferLines: [TransferLine], areaStatuses: [AreaStatus]
  ) -> PoolBuildingResult {
    var ledger = PoolLedger(mappings: mappings)
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
    for pool in ledger.pools {
      let closing = PoolClosing(pool: pool, mappings: mappings, areaStatuses: areaStatuses)
      result.accounts.append(closing.account)
      result.targets += closing.targetReadings
      findings += closing.findings
    }
    result.findings = findings.sorted {
      Finding.inReadingOrder($0, $1)
        || !Finding.inReadingOrder($1, $0) && $0.message < $1.message
    }
    return result
  }
}

extension SourcePosition {
  /// The folder of a publisher's exports, for what is said of its money as a whole.
  init(exportsOf publisher: String) { self.init(file: "data/exports/\(publisher)") }
}
