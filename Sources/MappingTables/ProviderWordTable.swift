import PoolModel

/// `mappings/providers/words.csv`: numbered rules for reading names.
enum ProviderWordTable {
  static let path = "mappings/providers/words.csv"

  /// The rules in the file's order.
  static func read(_ file: MappingFile) -> [ProviderWord] {
    let columns = ["rule", "kind", "pattern", "becomes", "note"]
    let required = ["rule", "kind", "pattern", "becomes"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    var rules = RepeatedKeys(of: "the rule")
    return table.rows.compactMap { row in
      let kind = row.filledChoice("kind", of: ProviderWord.Kind.self)
      let pattern = row.filled("pattern")
      guard let rule = row.filled("rule"), rules.isNew(rule, in: file, at: row.place("rule")),
        let kind, let pattern
      else { return nil }
      return ProviderWord(rule: rule, kind: kind, pattern: pattern, becomes: row["becomes"])
    }
  }
}
