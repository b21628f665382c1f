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
  static func read(_ file: MappingFile) -> [ProviderLimit: Int] {
    let columns = ["limit", "value"]
    guard let table = CSVTable(file, known: columns + ["note"], required: columns) else {
      return [:]
    }
    var names = RepeatedKeys(of: "the limit")
    var limits: [ProviderLimit: Int] = [:]
    for row in table.rows {
      let (limit, value) = (
        row.filledChoice("limit", of: ProviderLimit.self), row.wholeNumber("value")
      )
      guard let limit, let value, names.isNew(limit.rawValue, in: file, at: row.place("limit"))
      else { continue }
      limits[limit] = value
    }
    return limits
  }
}
