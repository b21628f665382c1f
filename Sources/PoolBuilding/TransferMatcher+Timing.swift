import MappingTables
import PoolModel

extension TransferMatcher {
  /// The ends whose other end lies in the year before or after in the same agreement's pool, by the
  /// number on both sides or, where the agreement allows days, by amount and nearest day.
  ///
  /// `agreement` gives the agreement of a pool.
  func timing(agreement: (Int) -> String) -> (paid: Set<Int>, received: Set<Int>) {
    struct Key: Hashable {
      var agreement: String
      var payer: String
      var payee: String
      var reference: String
      var amount: Money?
    }
    func key(_ movement: Movement, byAmount: Bool) -> Key? {
      guard let pool = movement.pool else { return nil }
      let reference = byAmount ? "" : FoldedReference.whole(movement.line.reference)
      guard byAmount ? rules[pool].days != nil : !reference.isEmpty else { return nil }
      return Key(
        agreement: agreement(pool), payer: movement.payer, payee: movement.payee,
        reference: reference, amount: byAmount ? movement.amount : nil)
    }
    var found: (paid: Set<Int>, received: Set<Int>) = ([], [])
    for (payments, receipts) in inOrder(openEnds { key($0, byAmount: false) }) {
      let years = Set((payments.map { paid[$0] } + receipts.map { received[$0] }).map(startYear))
      guard let first = years.min(), let last = years.max(), last == first + 1 else { continue }
      found.paid.formUnion(payments)
      found.received.formUnion(receipts)
    }
    for (payments, receipts) in inOrder(openEnds { key($0, byAmount: true) }) {
      guard let days = payments.first.flatMap({ paid[$0].pool }).flatMap({ rules[$0].days }) else {
        continue
      }
      func points(_ places: [Int], _ ends: [Movement], _ taken: Set<Int>) -> [NearestPairs.Point] {
        places.filter { !taken.contains($0) }.map { place in
          NearestPairs.Point(
            at: ends[place].line.day.map { Int64($0.daysSince1970) }, place: place)
        }
      }
      let pairs = NearestPairs.pairs(
        points(payments, paid, found.paid), points(receipts, received, found.received),
        farthest: Int64(days))
      for pair in pairs where startYear(paid[pair.first]) != startYear(received[pair.second]) {
        found.paid.insert(pair.first)
        found.received.insert(pair.second)
      }
    }
    return found
  }

  private func startYear(_ movement: Movement) -> Int { movement.line.fact.year?.startYear ?? 0 }
}
