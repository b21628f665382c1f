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
  private var pieces = PieceFilter()

  /// Adds a pattern; one that cannot be read is passed over.
  mutating func insert(_ pattern: String, becomes: String, rule: String) {
    guard let cell = CellPattern(cell: pattern) else { return }
    let row = Row(pattern: cell, becomes: becomes, rule: rule)
    let folded = CellPattern.folded(pattern)
    let literals = folded.split { $0 == "*" || $0 == "?" }
    pieces.insert(Array((literals.max { $0.utf8.count < $1.utf8.count } ?? "").utf8))
    let words = folded.split(separator: " ")
    if let word = words.first(where: { !$0.contains("*") && !$0.contains("?") }) {
      byWord[String(word), default: []].append(row)
    } else {
      others.append(row)
    }
  }

  /// What the first pattern by rule number that matches makes of a text, with its rule.
  func match(_ text: String) -> (becomes: String, rule: String)? {
    guard !text.isEmpty, pieces.mayStand(in: text) else { return nil }
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
