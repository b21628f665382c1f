internal import PoolModel

/// The sums of a pool that a report shows instead of its single lines.
struct PoolRollUp {
  /// Client group and care setting, the two axes that overlap.
  struct Cell: Hashable, Comparable {
    let clientGroup: String
    let careSetting: String

    static func < (left: Cell, right: Cell) -> Bool {
      (left.clientGroup, left.careSetting) < (right.clientGroup, right.careSetting)
    }
  }

  /// The areas with one status.
  struct AreaStatus {
    let status: String
    var areas = 0
    var notStated = 0
    var funding: Money?
  }

  /// Spending by category, in order of the codes.
  let categories: [(cell: Cell, tally: RowTally)]
  /// Spending by partner, in order of the ids.
  let partners: [(partner: String, tally: RowTally)]
  /// Transfers by state, in the states' order, with what the end that was found says.
  let transfers: [(state: Transfer.State, tally: RowTally)]
  /// Areas by status, in order of the status.
  let areas: [AreaStatus]

  /// The sums of one pool.
  init(of pool: PoolAccount) {
    categories = PoolRollUp.sums(pool.spending) {
      Cell(clientGroup: $0.category.clientGroup, careSetting: $0.category.careSetting)
    }.map { ($0.key, $0.tally) }
    partners = PoolRollUp.sums(pool.spending, by: \.partner).map { ($0.key, $0.tally) }
    transfers = Transfer.State.allCases.map { state in
      var tally = RowTally()
      for transfer in pool.transfers where transfer.state == state {
        // Of a group each line is a transfer: its receipts say the same money again.
        let received = state == .grouped ? nil : transfer.received
        tally.count(transfer.paid ?? received ?? .zero)
      }
      return (state, tally)
    }
    areas = PoolRollUp.statuses(of: pool.areas)
  }

  private static func sums<Key: Hashable & Comparable>(
    _ lines: [SpendingLine], by key: (SpendingLine) -> Key
  ) -> [(key: Key, tally: RowTally)] {
    var sums: [Key: RowTally] = [:]
    for line in lines { sums[key(line), default: RowTally()] += line.tally }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func statuses(of areas: [PoolArea]) -> [AreaStatus] {
    var statuses: [String: AreaStatus] = [:]
    for area in areas {
      var status = statuses[area.status] ?? AreaStatus(status: area.status)
      status.areas += 1
      if let funding = area.funding {
        status.funding = (status.funding ?? .zero) + funding
      } else {
        status.notStated += 1
      }
      statuses[area.status] = status
    }
    return statuses.values.sorted { $0.status < $1.status }
  }
}

extension PoolCondition {
  /// How many areas are in each state, in order of the state.
  var counts: [(state: String, areas: Int)] {
    Dictionary(grouping: states, by: \.state).mapValues(\.count)
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
