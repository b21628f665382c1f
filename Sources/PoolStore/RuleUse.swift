import GRDB
package import PoolModel

/// The days of the lines that a rule decided.
package struct RuleUse: Sendable {
  /// The first of them.
  package var first: CalendarDay
  /// The last of them.
  package var last: CalendarDay
}

extension PoolStore {
  /// The days of lines by the names of the rules that decided them; rules whose lines have no day
  /// are left out.
  package func ruleUse() throws -> [String: RuleUse] {
    try queue.unsafeRead { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          select rule, min(first), max(last) from decision join (
            select decision_id, min(day) as first, max(day) as last from line group by decision_id
          ) using (decision_id) where first is not null and rule <> '' group by rule
          """)
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (
            row[0],
            RuleUse(
              first: CalendarDay(daysSince1970: row[1]), last: CalendarDay(daysSince1970: row[2]))
          )
        })
    }
  }
}
