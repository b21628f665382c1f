import PoolModel
import PoolStore

/// What a run publishes of each pool, partner and category, for the ledger.
enum RunFigures {
  /// Stated funding and spending, in order; what is not stated has no figure.
  static func figures(of run: RunSummary) -> [RunFigure] {
    var tallies: [RunFigure.Key: RowTally] = [:]
    for pool in run.pools {
      for line in pool.spending {
        let key = RunFigure.Key(
          pool: pool.id, side: .spending, partner: line.partner,
          clientGroup: line.category.clientGroup, careSetting: line.category.careSetting)
        tallies[key, default: RowTally()] += line.tally
      }
      for line in pool.funding {
        guard let amount = line.amount else { continue }
        let key = RunFigure.Key(
          pool: pool.id, side: .funding, partner: line.partner,
          clientGroup: line.category?.clientGroup ?? "",
          careSetting: line.category?.careSetting ?? "")
        tallies[key, default: RowTally()] += RowTally(rows: 1, amount: amount)
      }
    }
    return tallies.map { RunFigure(key: $0.key, tally: $0.value) }
  }
}
