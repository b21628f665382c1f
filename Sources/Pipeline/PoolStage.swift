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
  private let bodies: DatedBodies
  private let payees: [Int64: StoredSupplier]
  private let providers: [Int64: String]

  /// A stage over the store, whose payees are `suppliers`.
  init(store: PoolStore, mappings: MappingSet, suppliers: [StoredSupplier]) {
    self.store = store
    self.mappings = mappings
    bodies = DatedBodies(mappings)
    payees = Dictionary(uniqueKeysWithValues: suppliers.map { ($0.id, $0) })
    providers = Dictionary(uniqueKeysWithValues: suppliers.map { ($0.id, $0.provider ?? "") })
  }

  /// What a stage gives.
  struct Outcome {
    let pools: PoolBuildingResult
    /// In order of providers and bodies.
    let bodies: [ProviderBody]
  }

  /// The pools of all the store's facts, and the bodies that providers were on the days of payment.
  func build(_ facts: [StoredFact]) throws -> Outcome {
    let names = bodyNames()
    let (moving, resting) = facts.split(by: { isMovement($0, names) })
    var poolFacts: [PoolFact] = []
    var transfers: [TransferLine] = []
    var paid = PaidBodies()
    try store.forEachLine(behind: moving) { line in
      let counterparty = payees[line.supplier].flatMap {
        bodies.body(named: $0.mention.name, publisher: $0.publisher, on: line.day)
      }
      paid.count(line, provider: providers[line.supplier] ?? "", body: counterparty)
      add(line, counterparty, facts: &poolFacts, transfers: &transfers)
    }
    // Made one at a time: all of them at once would take several times the room of the facts.
    let all = [AnySequence(resting.lazy.map(fact)), AnySequence(poolFacts)].joined()
    let pools = PoolBuilder(mappings: mappings).build(
      facts: all, transferLines: transfers, areaStatuses: try areaStatuses())
    return Outcome(pools: pools, bodies: paid.all)
  }

  /// The payees that are a body of `organisations.csv` on some day.
  ///
  /// A body and its successor may share a name, so that only the day of a line tells which is
  /// meant.
  private func bodyNames() -> Set<Int64> {
    Set(
      payees.values.filter {
        !$0.mention.name.isEmpty && bodies.canBeBody($0.mention.name, publisher: $0.publisher)
      }.map(\.id))
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
    _ line: StoredLine, _ counterparty: String?, facts: inout [PoolFact],
    transfers: inout [TransferLine]
  ) {
    let amounts = line.decision.allocations(of: line.amount)
    for (place, part) in line.decision.parts.enumerated() {
      let fact = PoolFact(
        line, part, provider: providers[line.supplier] ?? "", counterparty: counterparty ?? "",
        tally: RowTally(rows: place == 0 ? 1 : 0, amount: amounts[place]))
      if counterparty != nil || isTransfer(part) {
        transfers.append(
          TransferLine(
            fact: fact, day: line.day, position: line.position, reference: line.reference))
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
      scheme: part.scheme, area: stored.plan.area, label: stored.codes.label(on: stored.side),
      provider: providers[stored.supplier] ?? "", counterparty: "",
      coverage: stored.decision.coverage, ignoreReason: stored.decision.ignoreReason,
      tally: stored.tally)
    fact.export = stored.path
    fact.plan = stored.plan
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

/// What each provider was paid as which body.
private struct PaidBodies {
  private var found: [[String]: ProviderBody] = [:]

  /// In order of providers and bodies.
  var all: [ProviderBody] {
    found.values.sorted { ($0.provider, $0.body) < ($1.provider, $1.body) }
  }

  /// Takes a line in, where it is a payment to a body.
  mutating func count(_ line: StoredLine, provider: String, body: String?) {
    guard let body, !provider.isEmpty, line.side == .spending, PayeeClass.withID(provider) == nil
    else { return }
    found[[provider, body], default: ProviderBody(provider: provider, body: body)]
      .count(line.amount, on: line.day)
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
      scheme: part.scheme, area: line.plan.area, label: line.codes.label(on: line.side),
      provider: provider, counterparty: counterparty, coverage: line.decision.coverage,
      ignoreReason: line.decision.ignoreReason, tally: tally)
    export = line.position.file
    plan = line.plan
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
