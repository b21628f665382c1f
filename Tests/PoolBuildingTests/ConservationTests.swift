import ImportTestSupport
import MappingTables
import PoolModel
import Testing
@testable import PoolBuilding

/// Whatever is given ends in exactly one place, and the order in which it is given changes nothing.
struct ConservationTests {
  private static let mappings = mappings(tolerance: .zero)

  private static func mappings(tolerance: Money) -> MappingSet {
    var mappings = MadeUp.mappings(first, second)
    for place in mappings.agreements.indices {
      mappings.agreements[place].matching.amount = tolerance
    }
    return mappings
  }

  private static let first = MadeUp.agreement(
    "first", years: [MadeUp.year, MadeUp.nextYear],
    sources: [
      Agreement.ContributionSource(
        publisher: "pct-c", partner: "PCT-C", kind: "CK-REC", year: nil)
    ])
  private static let second = MadeUp.agreement(
    "second", partners: ["LA-A", "PCT-B", "PCT-C"],
    schemes: [MadeUp.scheme("mh", Agreement.Claim(clientGroups: ["CG-MH"]))])

  private static func madeUpFact(_ random: inout SeededNumbers) -> PoolFact {
    let bodies = ["LA-A", "PCT-B", "PCT-C", "TRUST-D"]
    let flows = ["FL-EXP", "FL-CON", "FL-CIN", "FL-256", "FL-XPL", "FL-GRT", "FL-CAP", "FL-?"]
    return MadeUp.fact(
      random.pick(bodies), random.pick([-3, -2, -1, 0, 1, 2, 3]),
      flow: random.pick(flows), random.pick(["CG-LD", "CG-MH", "CG-CYP"]),
      random.pick(["ST-RES", "ST-HC"]), to: random.pick(bodies + ["", ""]),
      scheme: random.pick(["", "", "first/all", "second/mh", "third/none"]),
      side: random.pick([.spending, .spending, .funding]),
      year: random.pick([MadeUp.year, MadeUp.nextYear, nil]),
      basis: random.pick([.outturn, .outturn, .budget]),
      ignored: random.pick(["", "", "", "not care"]))
  }

  @Test(arguments: 1...20) func `Pooled, outside and eliminated make what was given`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let facts = (0..<150).map { _ in Self.madeUpFact(&random) }
    let lines = (0..<150).map { line in
      MadeUp.line(
        Self.madeUpFact(&random), at: line, day: random.pick([1, 9, 20, nil]),
        reference: random.pick(["", "", "A10001", "A10002", "your A10001"]))
    }
    let tolerance: Money = random.pick([.zero, .pounds(1), .pounds(2)])
    let result = MadeUp.build(Self.mappings(tolerance: tolerance), facts, lines)

    var given: [[String]: RowTally] = [:]
    for fact in facts + lines.map(\.fact) {
      given[[fact.publisher, fact.side.rawValue], default: RowTally()] += fact.tally
    }
    for place in result.placements {
      let key = [place.publisher, place.side.rawValue]
      #expect(place.pooled + place.outside + place.eliminated == given.removeValue(forKey: key))
    }
    #expect(given.isEmpty)

    // The lists that are published say the same as the placements.
    let outside = result.placements.reduce(into: RowTally()) { $0 += $1.outside }
    #expect(result.outside.reduce(into: RowTally()) { $0 += $1.tally } == outside)
    let spent = result.accounts.compactMap(\.knownSpending).reduce(.zero, +)
    #expect(spent == result.spendingPlaced(\.pooled))
    let moved = result.accounts.flatMap(\.transfers).filter { $0.state != .counterpartOutside }
    let ends = moved.flatMap { [$0.paidAt, $0.receivedAt] }
    let eliminated = result.placements.reduce(0) { $0 + $1.eliminated.rows }
    #expect(ends.count { $0 != nil } == eliminated)

    // Payments less receipts are what is left over and what differs.
    for account in result.accounts {
      let matched = account.transfers.filter { $0.match != nil }
      let net = matched.reduce(Money.zero) { $0 + ($1.paid ?? .zero) - ($1.received ?? .zero) }
      let variances = account.variances.filter { $0.kind != .timing }
      #expect(net == variances.reduce(.zero) { $0 + $1.amount })
    }
  }

  @Test(arguments: 1...10) func `The order of the input changes nothing`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let facts = (0..<80).map { _ in Self.madeUpFact(&random) }
    let lines = (0..<80).map { line in
      MadeUp.line(
        Self.madeUpFact(&random), at: line / 2, day: random.pick([1, 9, nil]),
        reference: random.pick(["", "", "A10001", "A10002"]))
    }
    let straight = MadeUp.build(Self.mappings, facts, lines)
    let shuffled = MadeUp.build(
      Self.mappings, facts.shuffled(using: &random), lines.shuffled(using: &random))
    #expect(shuffled == straight)
  }
}
