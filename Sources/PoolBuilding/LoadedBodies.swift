package import PoolModel

/// Which bodies' payments are loaded, and for which years: the consolidation.
package struct LoadedBodies: Sendable {
  private struct Key: Hashable {
    var body: String
    var year: FinancialYear?
  }

  private var keys: Set<Key> = []

  /// No bodies yet.
  package init() {}

  /// Takes in that a body shows money of a year.
  package mutating func note(_ body: String, side: PoolSide, year: FinancialYear?) {
    if side == .spending { keys.insert(Key(body: body, year: year)) }
  }

  /// Whether a body shows payments of a year.
  package func holds(_ body: String, in year: FinancialYear?) -> Bool {
    keys.contains(Key(body: body, year: year))
  }
}
