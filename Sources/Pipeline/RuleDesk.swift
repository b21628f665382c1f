import CodeMapping
package import MappingTables
package import PoolModel

/// Writes accepted suggestions into the rule files of a workspace.
package struct RuleDesk {
  private let workspace: Workspace
  private let mappings: MappingSet
  private let suggestions: CodeSuggestions
  private let codes: StoredCodes

  /// A desk for the last run of a workspace; nil where it has none.
  package init?(workspace: Workspace, mappings: MappingSet) throws {
    guard let codes = try StoredCodes.last(in: workspace) else { return nil }
    self.workspace = workspace
    self.mappings = mappings
    self.codes = codes
    suggestions = CodeSuggestions(codes.entries, mappings)
  }

  /// Why nothing was written.
  package enum Refusal: Error, CustomStringConvertible {
    /// No suggestion of the last run has this id.
    case unknown(String)
    /// A rule would also decide lines that another rule decides.
    case takesOver(id: String, rule: String)
    /// A changed meaning is no code of its axis.
    case noCode(String)

    /// One line for the terminal.
    package var description: String {
      switch self {
      case .unknown(let id):
        "no suggestion \(id.quotedForMessage); list them with: weir codes suggest"
      case .takesOver(let id, let rule):
        "\(id) would also decide lines of rule \(rule); write a rule by hand that says what is meant"
      case .noCode(let code):
        "\(code.quotedForMessage) is in no table under mappings/categories"
      }
    }
  }

  /// Accepts suggestions: each becomes a rule at the end of its publisher's file.
  ///
  /// - Parameters:
  ///   - ids: the suggestions, by id.
  ///   - changes: codes that a person puts in the place of those suggested, by axis; empty: none.
  ///   - name: who accepts.
  ///   - day: when.
  ///   - isDryRun: whether to write nothing.
  /// - Returns: the publishers with their new rules, in order.
  /// - Throws: ``Refusal``, ``WorkspaceLockError`` where a run holds the workspace, a table that lacks
  ///   columns, and what the file system says; nothing is then written of the publisher.
  package func accept(
    _ ids: [String], changes: [LabelWord.Axis: String], by name: String, on day: CalendarDay,
    isDryRun: Bool
  ) throws -> [(publisher: String, rules: [AcceptedRule])] {
    for (axis, code) in changes where mappings.axis(axis)[code] == nil {
      throw Refusal.noCode(code)
    }
    let entries = try ids.map { id in
      guard let entry = suggestions.entries.first(where: { $0.id == id }) else {
        throw Refusal.unknown(id)
      }
      return entry
    }
    let lock = isDryRun ? nil : try takeLock()
    defer { withExtendedLifetime(lock) {} }
    return try Dictionary(grouping: entries, by: \.suggestion.publisher)
      .sorted { $0.key < $1.key }.map { publisher, entries in
        let rules = entries.map { rule($0, changes, name, day) }
        try write(rules, of: publisher, isDryRun)
        return (publisher, rules)
      }
  }

  private func takeLock() throws -> WorkspaceLock {
    try workspace.makeDataFolder()
    return try WorkspaceLock.take(workspace.lockPath)
  }

  private func rule(
    _ entry: CodeSuggestions.Entry, _ changes: [LabelWord.Axis: String], _ name: String,
    _ day: CalendarDay
  ) -> AcceptedRule {
    let suggestion = entry.suggestion
    let grounds = LabelWord.Axis.allCases.compactMap { suggestion.meanings[$0] }
      .flatMap(\.grounds).map(\.text)
    return AcceptedRule(
      name: "accepted-\(entry.id)", codes: suggestion.codes,
      meanings: suggestion.meanings.mapValues(\.code).merging(changes) { $1 },
      from: suggestion.from, to: suggestion.to, approvedBy: name, approvedOn: day,
      note: "suggested by " + grounds.joined(separator: "; "))
  }

  private func write(
    _ rules: [AcceptedRule], of publisher: String, _ isDryRun: Bool
  ) throws {
    let file = LedgerFile(path: workspace.path(AcceptedRule.path(ofPublisher: publisher)))
    let changed = try AcceptedRule.appending(rules, toRulesOf: publisher, try file.bytes())
    try check(AcceptedRule.rules(of: publisher, changed).rules.suffix(rules.count), publisher)
    if !isDryRun { try file.replace(with: changed) }
  }

  /// An accepted rule decides what none decided before, and nothing else.
  private func check(_ rules: some Sequence<CodeRule>, _ publisher: String) throws {
    for rule in rules {
      for entry in codes.entries where entry.publisher == publisher {
        let isMeant = CodeRule.Column.allCases.allSatisfy { rule[$0].matches(entry.codes[$0]) }
        if isMeant, entry.decision.coverage != .unmapped {
          throw Refusal.takesOver(id: rule.name, rule: entry.decision.rule)
        }
      }
    }
  }
}
