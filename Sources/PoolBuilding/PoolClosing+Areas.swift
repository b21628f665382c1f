import MappingTables
import PoolModel

extension PoolClosing {
  /// One area each that the roll-up's publisher names, with an amount or without, by name.
  static func areas(
    of pool: OpenPool, funding: [FundingLine], statuses: [AreaStatus]
  ) -> [PoolArea] {
    guard let publisher = pool.agreement.areasFrom else { return [] }
    var sums: [String: Money] = [:]
    for line in funding where line.source == publisher && !line.area.isEmpty {
      if let amount = line.amount { sums[line.area, default: .zero] += amount }
    }
    var said: [String: Set<String>] = [:]
    for status in statuses where status.publisher == publisher {
      guard status.year == nil || status.year == pool.year else { continue }
      said[status.area, default: []].insert(status.status)
    }
    let names = Set(sums.keys).union(said.keys).sorted()
    return names.map { name in
      let words = (said[name] ?? []).filter { !$0.isEmpty }.sorted()
      return PoolArea(name: name, status: words.joined(separator: ", "), funding: sums[name])
    }
  }

  /// Areas of the roll-up that state no amount: they have no plan, which is not a plan of nothing.
  var areaFindings: [Finding] {
    guard let publisher = pool.agreement.areasFrom else { return [] }
    let silent = account.areas.filter { $0.funding == nil }
    return silent.map { area in
      let status = area.status.isEmpty ? "without status" : "status \(area.status.quotedForMessage)"
      let rows = areaStatuses.lazy
        .filter { $0.publisher == publisher && $0.area == area.name }
        .map(\.rowsWithoutAmount).reduce(0, +)
      return Finding(
        .areaWithoutPlan, at: SourcePosition(exportsOf: publisher), value: area.name,
        rows: max(rows, 1),
        message:
          "area \(area.name.quotedForMessage) (\(status)) states no amount in pool \(account.id)",
        remedy: "nothing, unless a plan has been published since")
    }
  }
}
