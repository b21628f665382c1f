import PoolModel

/// Pairs payments with receipts of the same amount.
///
/// Ends meet only where key and amount are equal to the penny. Among several that could, the two
/// whose days are nearest are paired first, then the earlier in the exports.
struct TransferPairing<Key: Hashable> {
  /// What one end of a transfer must agree on.
  struct Candidate {
    var key: Key
    var amount: Money
    var day: CalendarDay?
  }

  private struct Meeting: Hashable {
    var key: Key
    var amount: Money
  }

  /// The places of payment and receipt that belong together, in order of the payments.
  ///
  /// Both lists are in file order; a place that is nil takes no part.
  static func pairs(
    paid: [Candidate?], received: [Candidate?]
  ) -> [(paid: Int, received: Int)] {
    var receipts: [Meeting: [Int]] = [:]
    for (place, candidate) in received.enumerated() {
      guard let candidate else { continue }
      receipts[Meeting(key: candidate.key, amount: candidate.amount), default: []].append(place)
    }
    var possible: [(days: Int32, paid: Int, received: Int)] = []
    for (place, candidate) in paid.enumerated() {
      guard let candidate else { continue }
      let meeting = Meeting(key: candidate.key, amount: candidate.amount)
      for other in receipts[meeting] ?? [] {
        possible.append((days(from: candidate.day, to: received[other]?.day), place, other))
      }
    }
    possible.sort { $0 < $1 }
    var (takenPaid, takenReceived): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(paid: Int, received: Int)] = []
    for (_, paid, received) in possible
    where !takenPaid.contains(paid) && !takenReceived.contains(received) {
      takenPaid.insert(paid)
      takenReceived.insert(received)
      pairs.append((paid, received))
    }
    return pairs.sorted { $0 < $1 }
  }

  /// The distance of two days; an undated end is farther than any dated one.
  private static func days(from first: CalendarDay?, to second: CalendarDay?) -> Int32 {
    guard let first, let second else { return .max }
    return abs(first.daysSince1970 - second.daysSince1970)
  }
}
