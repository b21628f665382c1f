import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching
@testable import weir_bench

@Suite
struct FittingTests {
  @Test
  func `weights are the logarithms of odds, and evidence never counts against itself`() {
    // Step 0 is taken by 3 of 4 that are one, step 1 by 1 of 4: the second may not fall below zero.
    let samples = [
      LogisticFit.Sample(steps: [], isOne: true, weight: 50),
      .init(steps: [], isOne: false, weight: 50),
      .init(steps: [0], isOne: true, weight: 75), .init(steps: [0], isOne: false, weight: 25),
      .init(steps: [1], isOne: true, weight: 25), .init(steps: [1], isOne: false, weight: 75),
    ]
    let free = LogisticFit(samples, isRising: [false, false], penalty: 1e-9)
    #expect(abs(free.start) < 0.01)
    #expect(abs(free.weights[0] - 1.0986) < 0.01)
    #expect(abs(free.weights[1] + 1.0986) < 0.01)
    #expect(LogisticFit(samples, isRising: [true, true], penalty: 1e-9).weights[1] == 0)
    let held = LogisticFit(samples, isRising: [false, false], penalty: 100)
    #expect(held.weights[0] > 0 && held.weights[0] < free.weights[0])
  }

  @Test
  func `the shipped weights rise with every step of every order`() {
    let model = ShippedWords.model
    for aspect in EvidenceAspect.allCases {
      let weights = LevelOrder.of(aspect).map { model.weight(of: $0, aspect) }
      #expect(weights == weights.sorted(), "\(aspect.name)")
      #expect(Set(LevelOrder.of(aspect)) == Set(aspect.levels.indices), "\(aspect.name)")
    }
  }

  @Test
  func `decided pairs are fitted, and what was taken back is not`() {
    var mappings = ShippedWords.mappings
    mappings.providerDecisions = [
      .init(.same, "Quillfern Marrow Ltd", "Quillfern Marow Ltd", line: 2),
      .init(.different, "Quillfern Marrow Ltd", "Quillfern Marrow Services Ltd", line: 3),
      .init(.same, "Quillfern Thistle Ltd", "Quillfern Thistel Ltd", line: 4),
      .init(.unsure, "Quillfern Marrow Ltd", "Quillfern Thistle Ltd", line: 5),
    ]
    let thistle = DecisionLedger(mappings.providerDecisions, organisations: []).entries[2].id
    let position = SourcePosition(file: "mappings/providers/decisions.csv", line: 6)
    mappings.providerDecisions.append(
      ProviderDecision(verdict: .revoked, name: "", revokes: thistle, position: position))
    let samples = DecidedPairs(mappings).samples(ShippedWords.matcher())
    #expect(samples.samples.map(\.isOne).sorted { $0 && !$1 } == [true, false])
  }

  @Test
  func `words are counted once a name, and those of individuals never`() {
    var census = WordCensus(ShippedWords.mappings)
    for number in 0..<WordCensus.leastNames {
      let letters = String(repeating: "q", count: number + 3)
      census.count(PayeeMention("Quillferns \(letters)urn Marrow Ltd"))
      census.count(PayeeMention("QUILLFERN \(letters)URN MARROW LIMITED"))
      census.count(PayeeMention("Mr John \(letters)urn"))
    }
    let rows = census.rows.map { "\($0.word) \($0.names)" }
    #expect(rows == ["* 20", "marrow 20", "quillfern 20"])
  }

  @Test
  func `names like those fitted on do not drift, others do`() {
    let model = ShippedWords.model
    let (labelled, like) = (evidence(seed: 7), evidence(seed: 8))
    // Here "neither states a form" is no longer the sign that it was.
    let other = evidence(seed: 8).map { levels in
      var levels = levels
      levels[.form] = Int(PartAgreement.neither.rawValue)
      return levels
    }
    let same = MatchDrift(labelled: labelled, here: like, model: model)
    #expect(same.rows.filter { $0.pairs >= 200 }.allSatisfy { $0.bits.magnitude < 1 })
    #expect(abs(same.likely.here - same.likely.labelled) < 0.05)
    let moved = MatchDrift(labelled: labelled, here: other, model: model).rows
    #expect(moved.contains { $0.aspect == .form && $0.bits.magnitude > 1 })
  }

  private func evidence(seed: UInt64) -> [EvidenceLevels] {
    let mentions = NameGenerator.records(2_000, seed: seed).map { PayeeMention($0.name) }
    return ShippedWords.matcher().candidateEvidence(mentions).evidence.map(\.levels)
  }
}
