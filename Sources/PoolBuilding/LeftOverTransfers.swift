import MappingTables
import PoolModel

/// Ends of transfers that have no other end, gathered by pool and counterparty.
struct LeftOverTransfers {
  private struct Key: Hashable {
    var code: FindingCode
    var pool: Int
    var payer: String
    var payee: String
    var end: Movement.End
    var isBetweenPools: Bool
  }

  private struct Found {
    var tally: RowTally
    var position: SourcePosition
  }

  private var found: [Key: Found] = [:]

  /// Takes an end in; ends come in file order.
  mutating func note(_ end: Movement, _ code: FindingCode, in pool: Int) {
    let key = Key(
      code: code, pool: pool, payer: end.payer, payee: end.payee, end: end.end,
      isBetweenPools: end.isBetweenPools)
    let first = Found(tally: RowTally(), position: end.line.position)
    found[key, default: first].tally += RowTally(rows: 1, amount: end.amount)
  }

  /// One finding a pool, counterparty and side.
  func findings(pools: [OpenPool], mappings: MappingSet) -> [Finding] {
    found.map { key, found in
      let (payer, payee) = (
        mappings.printedName(ofBody: key.payer), mappings.printedName(ofBody: key.payee)
      )
      let many = found.tally.rows > 1
      let amount = "\(found.tally.amount)\(many ? " in \(found.tally.rows) lines" : "")"
      let it = many ? "them" : "it"
      let (message, remedy) =
        key.code == .counterpartOutside
        ? LeftOverTransfers.outside(key, amount, payer, payee)
        : key.end == .paid
          ? ("\(payer) paid \(amount) to \(payee), and no receipt of \(it) is found", Self.remedy)
          : (
            "\(payee) received \(amount) from \(payer), and no payment of \(it) is found",
            Self.remedy
          )
      return Finding(
        key.code, at: found.position, value: pools[key.pool].id,
        atStake: found.tally.amount.magnitude, rows: found.tally.rows, message: message,
        remedy: remedy)
    }
  }

  private static let remedy =
    "add the other body's exports of these months, or give the line another flow"

  private static func outside(
    _ key: Key, _ amount: String, _ payer: String, _ payee: String
  ) -> (String, String) {
    if key.isBetweenPools {
      return (
        "\(payer) paid \(amount) into another pool, which is not loaded: kept as spending",
        "add the agreement and the exports of the other pool, where there are any"
      )
    }
    return key.end == .paid
      ? (
        "\(payer) paid \(amount) to \(payee), whose exports of the year are not loaded: kept, "
          + "not eliminated", "add the exports of \(payee)"
      )
      : (
        "\(payee) received \(amount) from \(payer), whose exports of the year are not loaded: "
          + "kept, not eliminated", "add the exports of \(payer)"
      )
  }
}

extension PoolLedger {
  /// Rows of `mappings/eliminations.csv` that name no line of a transfer.
  func unusedDecisions(positions: Set<SourcePosition>) -> [Finding] {
    mappings.eliminations.compactMap { decision in
      let position = SourcePosition(file: decision.file, line: decision.line)
      guard !positions.contains(position) else { return nil }
      return Finding(
        .eliminationUnused, at: decision.position, value: decision.match,
        message: "\(position) is no line that moves money between partners of a pool",
        remedy: "correct file and line, or take the row out")
    }
  }
}
