import PoolModel

/// Which bodies' payments are loaded, for which years and on which basis: the consolidation.
///
/// A body with a budget file alone shows no payments.
struct LoadedBodies {
  private struct Key: Hashable {
    var body: String
    var basis: FigureBasis
    var year: FinancialYear?
  }

  private var keys: Set<Key> = []

  /// No bodies yet.
  init() {}

  /// Takes in that a body shows money.
  mutating func note(_ fact: PoolFact) {
    guard fact.side == .spending else { return }
    keys.insert(Key(body: fact.organisation, basis: fact.basis, year: fact.year))
  }

  /// Whether a body shows payments of the year and basis of another's payment to it, or receipt from it.
  func holds(_ body: String, beside fact: PoolFact) -> Bool {
    keys.contains(Key(body: body, basis: fact.basis, year: fact.year))
  }
}
