import MappingTables
import PoolModel

/// Finds payments that stand in an old and in a new ledger's file: while a ledger is changed by and
/// by, both files of a month are needed, and what is in both would count twice.
enum SharedLines {
  private struct Payment: Hashable {
    var body: String
    var day: CalendarDay
    var payee: String
    var amount: Money
  }

  /// One finding a pair of files with the same payments.
  static func findings(
    in lines: [LegacyLine], _ migration: Migration, _ crosswalk: Crosswalk
  ) -> [Finding] {
    var files: [Payment: [String: [LegacyLine]]] = [:]
    for line in lines {
      guard let day = line.day, !line.payee.isEmpty else { continue }
      let payment = Payment(body: line.body, day: day, payee: line.payee, amount: line.amount)
      files[payment, default: [:]][line.position.file, default: []].append(line)
    }
    var shared: [[String]: (tally: RowTally, first: SourcePosition)] = [:]
    for (payment, byFile) in files where byFile.count > 1 {
      let names = byFile.keys.sorted()
      for (place, name) in names.enumerated().dropFirst() {
        let pair = [names[place - 1], name]
        let count = min(byFile[pair[0]]?.count ?? 0, byFile[name]?.count ?? 0)
        let here = byFile[name]?.map(\.position).min { $0.line < $1.line }
        guard let here else { continue }
        var entry = shared[pair] ?? (RowTally(), here)
        for _ in 0..<count { entry.tally.count(payment.amount) }
        if here.line < entry.first.line { entry.first = here }
        shared[pair] = entry
      }
    }
    return shared.map { pair, entry in
      Finding(
        .lineInBothLedgers, at: entry.first, value: pair[0], atStake: entry.tally.amount,
        rows: entry.tally.rows,
        message: "payments of the same day, payee and amount stand in \(pair[0]) too, "
          + "\(entry.tally.amount) in all; both count",
        remedy: "see whether they are one payment in two ledgers; take one file's rows out if so")
    }
  }
}
