import CodeMapping
import MappingTables
import PoolBuilding
import PoolModel
import PoolStore
import ProviderMatching

/// Stage 6 over the store: its facts and the lines that move money → pools.
struct PoolStage {
  private let store: PoolStore
  private let mappings: MappingSet
  private let resolver: BodyResolver
  private let names: [Int64: String]
  private let providers: [Int64: String]

  /// A stage over the store, whose payees are `suppliers`.
  init(store: PoolStore, mappings: MappingSet, suppliers: [StoredSupplier]) {
    self.store = store
    self.mappings = mappings
    resolver = BodyResolver(
      organisations: mappings.organisations.values.sorted { $0.id < $1.id },
      words: mappings.providerWords)
    names = Dictionary(uniqueKeysWithValues: suppliers.map { ($0.id, $0.mention.name) })
    providers = Dictionary(uniqueKeysWithValues: suppliers.map { ($0.id, $0.provider ?? "") })
  }

  /// The pools of all the store's facts.
  func build(_ facts: [StoredFact]) throws -> PoolBuildingResult {
    let bodies = bodyNames()
    let (moving, resting) = facts.split(by: { isMovement($0, bodies) })
    var poolFacts = resting.map(fact)
    var transfers: [TransferLine] = []
    try store.forEachLine(behind: moving) { line in
      add(line, facts: &poolFacts, transfers: &transfers)
    }
    return PoolBuilder(mappings: mappings).build(
      facts: poolFacts, transferLines: transfers, areaStatuses: try areaStatuses())
  }

  /// The payees that are a body of `organisations.csv` on some day.
  ///
  /// A body and its successor may share a name, so that only the day of a line tells which is
  /// meant.
  private func bodyNames() -> Set<Int64> {
    Set(names.filter { !$0.value.isEmpty && resolver.canMeanBody($0.value) }.keys)
  }

  private func isMovement(_ fact: StoredFact, _ bodies: Set<Int64>) -> Bool {
    bodies.contains(fact.supplier) || fact.decision.parts.contains(where: isTransfer)
  }

  private func isTransfer(_ part: CodeDecision.Part) -> Bool {
    switch mappings.flows[part.flow]?.treatment {
    case .transferOut, .transferIn: true
    default: false
    }
  }

  /// Gives each part of a line to the transfers where it moves money between bodies, else to the
  /// facts.
  private func add(
    _ line: StoredLine, facts: inout [PoolFact], transfers: inout [TransferLine]
  ) {
    let counterparty = names[line.supplier].flatMap {
      resolver.organisation(named: $0, on: line.day)
    }
    let amounts = line.decision.allocations(of: line.amount)
    for (place, part) in line.decision.parts.enumerated() {
      let fact = PoolFact(
        line, part, provider: providers[line.supplier] ?? "", counterparty: counterparty ?? "",
        tally: RowTally(rows: place == 0 ? 1 : 0, amount: amounts[place]))
      if counterparty != nil || isTransfer(part) {
        transfers.append(TransferLine(fact: fact, day: line.day, position: line.position))
      } else {
        facts.append(fact)
      }
    }
  }

  private func fact(_ stored: StoredFact) -> PoolFact {
    let part = stored.decision.parts[stored.part]
    var fact = PoolFact(
      publisher: stored.publisher, organisation: stored.organisation, side: stored.side,
      basis: stored.basis, year: stored.year, category: part.category, flow: part.flow,
      scheme: part.scheme, area: stored.area, label: stored.codes.label(on: stored.side),
      provider: providers[stored.supplier] ?? "", counterparty: "",
      coverage: stored.decision.coverage, ignoreReason: stored.decision.ignoreReason,
      tally: stored.tally)
    fact.export = stored.path
    return fact
  }

  private func areaStatuses() throws -> [AreaStatus] {
    try store.areaStatuses().map {
      AreaStatus(
        publisher: $0.publisher, area: $0.area, status: $0.status,
        rowsWithoutAmount: $0.statesAmount ? 0 : 1)
    }
  }
}

extension PoolFact {
  /// The fact of one part of one line.
  init(
    _ line: StoredLine, _ part: CodeDecision.Part, provider: String, counterparty: String,
    tally: RowTally
  ) {
    self.init(
      publisher: line.publisher, organisation: line.organisation, side: line.side,
      basis: line.basis, year: line.year, category: part.category, flow: part.flow,
      scheme: part.scheme, area: line.area, label: line.codes.label(on: line.side),
      provider: provider, counterparty: counterparty, coverage: line.decision.coverage,
      ignoreReason: line.decision.ignoreReason, tally: tally)
    export = line.position.file
  }
}

extension CodeFields {
  /// What a funding line calls itself; spending lines are told by category.
  func label(on side: PoolSide) -> String {
    guard side == .funding else { return "" }
    return [expenseType, description, service].first { !$0.isEmpty } ?? ""
  }
}

extension Array {
  /// The elements that meet a condition, and the others, each in order.
  fileprivate func split(by condition: (Element) -> Bool) -> ([Element], [Element]) {
    var (meeting, others): ([Element], [Element]) = ([], [])
    for element in self {
      if condition(element) { meeting.append(element) } else { others.append(element) }
    }
    return (meeting, others)
  }
}
