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

/// `mappings/providers/decisions.csv`: what people decided about names.
enum ProviderDecisionTable {
  static let path = "mappings/providers/decisions.csv"

  /// The decisions in the file's order.
  static func read(_ file: MappingFile) -> [ProviderDecision] {
    file.quotesValues = false
    let required = ["decision", "publisher", "name", "other-publisher", "other-name"]
    let columns = required + ["decided-on", "decided-by", "reason"]
    guard let table = CSVTable(file, known: columns, required: required) else { return [] }
    return table.rows.compactMap(decision)
  }

  private static func decision(_ row: TableRow) -> ProviderDecision? {
    _ = row.day("decided-on")
    let verdict = row.filledChoice("decision", of: ProviderDecision.Verdict.self)
    let name = row.filled("name")
    guard let verdict, checkOtherName(row, verdict), let name else { return nil }
    return ProviderDecision(
      verdict: verdict, publisher: row["publisher"], name: name,
      otherPublisher: row["other-publisher"], otherName: row["other-name"],
      position: SourcePosition(file: row.file.path, line: row.line))
  }

  private static func checkOtherName(
    _ row: TableRow, _ verdict: ProviderDecision.Verdict
  ) -> Bool {
    switch verdict {
    case .same, .different:
      return row.filled("other-name") != nil
    case .individual, .organisation:
      guard row["other-name"].isEmpty, row["other-publisher"].isEmpty else {
        row.file.report(
          .mappingValueUnreadable, row.place("other-name"),
          message: "a decision \(verdict.rawValue) is about one name, but a second one is filled",
          remedy: "leave other-publisher and other-name blank")
        return false
      }
      return true
    }
  }
}
