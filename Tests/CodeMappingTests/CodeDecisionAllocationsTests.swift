import CodeMapping
import ImportTestSupport
import PoolModel
import Testing

struct CodeDecisionAllocationsTests {
  private func decision(_ shares: [Int], reversesSign: Bool = false) -> CodeDecision {
    CodeDecision(
      rule: "northshire.csv:r1", coverage: .mapped, reversesSign: reversesSign,
      parts: shares.map { CodeDecision.Part(share: $0, category: .unknown, flow: "FL-EXP") })
  }

  @Test(
    arguments: [
      ([10_000], 12_345, [12_345]),
      ([5_000, 5_000], 1, [1, 0]),
      ([5_000, 5_000], -1, [-1, 0]),
      ([3_333, 3_333, 3_334], 100, [33, 33, 34]),
      ([3_333, 3_333, 3_334], -100, [-33, -33, -34]),
      ([3_333, 6_667], 1, [0, 1]),
      ([2_500, 7_500], 0, [0, 0]),
      ([0, 0], 5, [5, 0]),
    ] as [([Int], Int64, [Int64])])
  func `an amount is split to the penny`(shares: [Int], pence: Int64, parts: [Int64]) {
    let split = decision(shares).allocations(of: Money(pence: pence))
    #expect(split.map(\.pence) == parts)
  }

  @Test func `a reversed sign turns every part`() {
    let split = decision([2_500, 7_500], reversesSign: true).allocations(of: Money(pence: 101))
    #expect(split.map(\.pence) == [-25, -76])
    #expect(
      decision([10_000], reversesSign: true).allocations(of: Money(pence: -7)) == [Money(pence: 7)])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no penny is lost or made`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<2_000 {
      let shares = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
        Int.random(in: 0...10_000, using: &numbers)
      }
      let bound = Int64.random(in: 0...10_000_000_000_000, using: &numbers)
      let amount = Money(pence: Int64.random(in: -bound...bound, using: &numbers))
      let reverses = Bool.random(using: &numbers)
      let split = decision(shares, reversesSign: reverses).allocations(of: amount)
      #expect(split.count == shares.count)
      #expect(split.reduce(.zero, +) == (reverses ? -amount : amount), "seed \(seed), \(shares)")
    }
  }
}
