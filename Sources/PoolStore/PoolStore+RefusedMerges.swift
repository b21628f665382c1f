import GRDB
package import PoolModel

/// The providers that were not made one, with the reasons.
extension PoolStore {
  /// Replaces what the run before refused.
  package func setRefusedMerges(_ merges: [RefusedMerge]) throws {
    try queue.writeWithoutTransaction { database in
      try database.replaceRows(
        of: "refused_merge", "insert into refused_merge values (?, ?, ?, ?, ?, ?, ?)", with: merges
      ) {
        [
          $0.provider, $0.other, $0.name, $0.otherName, $0.reason.rawValue, $0.score,
          $0.atStake.pence,
        ]
      }
    }
  }

  /// What the last run refused, those with the most money first.
  package func refusedMerges() throws -> [RefusedMerge] {
    try queue.unsafeRead { database in
      try Row.fetchAll(
        database,
        sql: """
          select provider, name, other, other_name, reason, score, at_stake from refused_merge
          order by at_stake desc, provider, other
          """
      ).compactMap { row in
        RefusedMerge.Reason(rawValue: row[4]).map {
          RefusedMerge(
            provider: row[0], name: row[1], other: row[2], otherName: row[3], reason: $0,
            score: row[5], atStake: Money(pence: row[6]))
        }
      }
    }
  }
}
