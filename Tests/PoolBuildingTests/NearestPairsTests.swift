import ImportTestSupport
import Testing
@testable import PoolBuilding

/// The pairing against a plain one that looks at every two points again and again.
struct NearestPairsTests {
  private typealias Point = NearestPairs.Point

  private static func plainPairs(_ ones: [Point], _ others: [Point], _ farthest: Int64?) -> [[Int]]
  {
    var (freeOnes, freeOthers) = (ones, others)
    var pairs: [[Int]] = []
    while true {
      var best: (distance: Int64, first: Int, second: Int)?
      for one in freeOnes {
        for other in freeOthers {
          var distance = Int64.max
          if let first = one.at, let second = other.at { distance = abs(first - second) }
          guard distance <= farthest ?? .max else { continue }
          let candidate = (distance, one.place, other.place)
          if best.map({ candidate < ($0.distance, $0.first, $0.second) }) ?? true {
            best = candidate
          }
        }
      }
      guard let best else { return pairs.sorted { $0[0] < $1[0] } }
      pairs.append([best.first, best.second])
      freeOnes.removeAll { $0.place == best.first }
      freeOthers.removeAll { $0.place == best.second }
    }
  }

  @Test(arguments: 1...60) func `Pairs are those that a plain search finds`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let days: [Int64?] = [nil, 1, 2, 3, 5, 9, 10, 14, 15, 30]
    func points() -> [Point] {
      (0..<Int(random.next() % 30)).map { Point(at: random.pick(days), place: $0) }
    }
    let (ones, others) = (points(), points())
    let farthest: Int64? = random.pick([nil, 0, 1, 4])
    let pairs = NearestPairs.pairs(ones, others, farthest: farthest).map { [$0.first, $0.second] }
    #expect(pairs == Self.plainPairs(ones, others, farthest))
  }

  @Test func `Two hundred thousand points are paired in little time`() {
    let ones = (0..<100_000).map { Point(at: Int64($0 % 300), place: $0) }
    let others = (0..<100_000).map { Point(at: Int64($0 % 290), place: $0) }
    #expect(NearestPairs.pairs(ones, others).count == 100_000)
  }
}
