import MappingTables
import PoolModel

/// Ends of transfers that belong together, as places in the lists of payments and receipts.
struct TransferMatch {
  /// In file order, like `received`.
  var paid: [Int]
  var received: [Int]
  var code: Transfer.Match
  /// Some ledgers print receipts as debits: their sign is then not turned.
  var printsDebits = false
}

/// What two ends must agree on before anything else is asked.
struct TransferKey: Hashable {
  var pool: Int?
  var year: FinancialYear?
  var payer: String
  var payee: String
}

/// Between which ends of transfers a match is looked for; the first scope goes first.
enum MatchingScope: CaseIterable {
  /// Both ends in the same pool.
  case withinPool
  /// A payment into another pool, and a receipt in whichever pool shows it.
  case betweenPools

  /// What an end must agree on; nil where it takes no part in this scope.
  func key(_ movement: Movement) -> TransferKey? {
    var key = TransferKey(
      pool: nil, year: movement.line.fact.year, payer: movement.payer, payee: movement.payee)
    switch self {
    case .withinPool:
      guard let pool = movement.pool else { return nil }
      key.pool = pool
    case .betweenPools:
      guard movement.end == .received || movement.isBetweenPools else { return nil }
    }
    return key
  }
}

/// The number that a line prints for its invoice or remittance, as both sides may write it.
enum FoldedReference {
  /// Letters and digits alone, in small letters; empty where no digit is among them: "Redacted under DP
  /// Act" is no number.
  static func whole(_ text: String) -> String {
    let folded = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    return folded.contains(where: \.isNumber) ? folded : ""
  }

  /// The words that can be a number of their own: five letters or digits, one of them a digit.
  static func words(_ text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return Set(words.filter { $0.count >= 5 && $0.contains(where: \.isNumber) }.map(String.init))
  }
}
