import ImportTestSupport
import PoolModel
import Testing
@testable import PoolBuilding

/// The pairing against a plain one that looks at every two ends again and again.
struct TransferPairingTests {
  private typealias Pairing = TransferPairing<String>

  private static func plainPairs(
    _ paid: [Pairing.Candidate?], _ received: [Pairing.Candidate?]
  ) -> [[Int]] {
    var (freePaid, freeReceived) = (Array(paid.indices), Array(received.indices))
    var pairs: [[Int]] = []
    while true {
      var best: (days: Int, paid: Int, received: Int)?
      for left in freePaid {
        for right in freeReceived {
          guard let payment = paid[left], let receipt = received[right],
            payment.key == receipt.key, payment.amount == receipt.amount
          else { continue }
          var days = Int.max
          if let first = payment.day, let second = receipt.day {
            days = abs(Int(first.daysSince1970) - Int(second.daysSince1970))
          }
          if best == nil || days < (best?.days ?? 0) { best = (days, left, right) }
        }
      }
      guard let best else { return pairs.sorted { $0[0] < $1[0] } }
      pairs.append([best.paid, best.received])
      freePaid.removeAll { $0 == best.paid }
      freeReceived.removeAll { $0 == best.received }
    }
  }

  @Test(arguments: 1...30) func `Pairs are those that a plain search finds`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    func candidates() -> [Pairing.Candidate?] {
      (0..<40).map { _ in
        let days: [Int32?] = [nil, 1, 2, 5, 9, 14]
        let day = random.pick(days).map { CalendarDay(daysSince1970: $0) }
        let candidate = Pairing.Candidate(
          key: random.pick(["a", "b"]), amount: Money(pence: random.pick([1, 2, 3])), day: day)
        return random.pick([candidate, candidate, candidate, nil])
      }
    }
    let (paid, received) = (candidates(), candidates())
    let pairs = Pairing.pairs(paid: paid, received: received).map { [$0.paid, $0.received] }
    #expect(pairs == Self.plainPairs(paid, received))
  }
}
