package import PoolModel

/// Tells providers that have more spellings than one body mostly has.
package enum SpellingAlarm {
  /// Looks for providers with more than so many distinct spellings.
  ///
  /// - Parameters:
  ///   - most: the limit that `limits.csv` states.
  ///   - payees: the payees of the run.
  ///   - providerIDs: the provider's id of each payee; classes, such as individuals, never count.
  /// - Returns: one finding for all of them; none where there is no such provider.
  package static func findings(
    most: Int, payees: [PayeeMention], providerIDs: [String]
  ) -> [Finding] {
    var names: [String: Set<String>] = [:]
    for (payee, id) in zip(payees, providerIDs) where PayeeClass.withID(id) == nil {
      names[id, default: []].insert(payee.supplier.name)
    }
    let large = names.filter { $0.value.count > most }.map { (id: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    guard let first = large.first else { return [] }
    let providers = large.count == 1 ? "a provider has" : "\(large.count) providers have"
    return [
      Finding(
        .providerManySpellings, at: SourcePosition(file: "mappings/providers/limits.csv"),
        value: first.id, rows: large.count,
        message: "\(providers) more than \(most) spellings; \(first.id) has \(first.count)",
        remedy: "look at them: weir providers list --names --provider \(first.id); what is another "
          + "provider's, part with: weir providers split")
    ]
  }
}
