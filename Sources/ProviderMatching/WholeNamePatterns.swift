import MappingTables

/// Patterns with `*` and `?` that a whole name or a class of payees must match.
struct WholeNamePatterns: Sendable {
  private struct Row: Sendable {
    let pattern: CellPattern
    let becomes: String
    let rule: String
  }

  /// By the first complete word of the pattern, so that a name is held against few of them.
  private var byWord: [String: [Row]] = [:]
  private var others: [Row] = []

  /// Adds a pattern; one that cannot be read is passed over.
  mutating func insert(_ pattern: String, becomes: String, rule: String) {
    guard let cell = CellPattern(cell: pattern) else { return }
    let row = Row(pattern: cell, becomes: becomes, rule: rule)
    let words = CellPattern.folded(pattern).split(separator: " ")
    if let word = words.first(where: { !$0.contains("*") && !$0.contains("?") }) {
      byWord[String(word), default: []].append(row)
    } else {
      others.append(row)
    }
  }

  /// What the first pattern by rule number that matches makes of a text, with its rule.
  func match(_ text: String) -> (becomes: String, rule: String)? {
    let folded = CellPattern.folded(text)
    guard !folded.isEmpty else { return nil }
    var found: Row?
    func hold(_ rows: [Row]) {
      for row in rows where row.pattern.matches(folded: folded) {
        if found.map({ row.rule < $0.rule }) ?? true { found = row }
      }
    }
    hold(others)
    if !byWord.isEmpty {
      for word in folded.split(separator: " ") { hold(byWord[String(word)] ?? []) }
    }
    return found.map { ($0.becomes, $0.rule) }
  }
}
