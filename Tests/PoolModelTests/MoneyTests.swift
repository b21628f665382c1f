import ImportTestSupport
import PoolModel
import Testing

struct MoneyTests {
  @Test(
    arguments: [
      (0, "£0.00", "0.00"),
      (5, "£0.05", "0.05"),
      (-5, "-£0.05", "-0.05"),
      (99_999, "£999.99", "999.99"),
      (100_000, "£1,000.00", "1000.00"),
      (-123_456_789, "-£1,234,567.89", "-1234567.89"),
      (Int64.min, "-£92,233,720,368,547,758.08", "-92233720368547758.08"),
    ] as [(Int64, String, String)])
  func `Pence are shown with thousands to people and without them to files`(
    pence: Int64, forPeople: String, forFiles: String
  ) {
    let money = Money(pence: pence)
    #expect(money.description == forPeople)
    #expect(money.decimal == forFiles)
  }

  @Test(
    arguments: [
      (100, [5000, 5000], [50, 50]),
      (100, [3333, 3333, 3334], [33, 33, 34]),
      (1, [5000, 5000], [1, 0]),
      (-1, [5000, 5000], [-1, 0]),
      (-101, [2500, 7500], [-25, -76]),
      (10, [0, 10_000], [0, 10]),
      (10, [1, 1, 1], [4, 3, 3]),
      (0, [1, 2], [0, 0]),
      (10, [], []),
    ] as [(Int64, [Int], [Int64])])
  func `Money is split by largest remainder, equal remainders by order`(
    pence: Int64, shares: [Int], parts: [Int64]
  ) {
    #expect(Money(pence: pence).split(inProportionTo: shares).map(\.pence) == parts)
  }

  @Test(arguments: 1...200) func `The parts of a split make the whole`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let pence = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
    let shares = (0..<Int.random(in: 0...9, using: &random)).map { _ in
      Int.random(in: 0...10_000, using: &random)
    }
    let weights = shares + [1]
    let parts = Money(pence: pence).split(inProportionTo: weights)
    #expect(parts.reduce(.zero, +) == Money(pence: pence))
    // No part is a whole penny away from its exact share.
    let whole = Int128(weights.reduce(0, +))
    for (part, weight) in zip(parts, weights) {
      let distance = Int128(part.pence) * whole - Int128(pence) * Int128(weight)
      #expect(distance.magnitude < whole.magnitude)
    }
  }
}
