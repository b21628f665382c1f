/// A figure above which a result of matching is worth a look: a row of
/// `mappings/providers/limits.csv`.
package enum ProviderLimit: String, CaseIterable, Sendable {
  /// A provider with more spellings is told.
  case mostSpellings = "most-spellings"
}

/// `mappings/providers/limits.csv`.
enum ProviderLimitTable {
  static let path = "mappings/providers/limits.csv"

  /// The figures that the table states.
  static func read(_ file: MappingFile) -> [ProviderLimit: Int] { LimitTable.read(file) }
}
