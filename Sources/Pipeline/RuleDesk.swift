import CodeMapping
package import MappingTables
package import PoolModel

/// Writes accepted suggestions into the rule files of a workspace.
package struct RuleDesk {
  private let workspace: Workspace
  /// Nil in a dry run, which writes nothing.
  private let lock: WorkspaceLock?
  private let mappings: MappingSet
  private let suggestions: CodeSuggestions
  private let codes: StoredCodes

  /// A desk for the last run of a workspace, which no run can change while the desk is open; nil where
  /// there is none.
  ///
  /// `mappings` reads the mapping files once that is sure.
  ///
  /// - Throws: ``WorkspaceLockError`` where a run holds the workspace, and what `mappings` throws.
  package init?(
    workspace: Workspace, isDryRun: Bool, mappings: () throws -> MappingSet
  ) throws {
    if isDryRun {
      lock = nil
    } else {
      try workspace.makeDataFolder()
      lock = try WorkspaceLock.take(workspace.lockPath)
    }
    self.mappings = try mappings()
    guard let codes = try StoredCodes.last(in: workspace) else { return nil }
    self.workspace = workspace
    self.codes = codes
    suggestions = CodeSuggestions(codes.entries, self.mappings)
  }

  /// Why nothing was written.
  package enum Refusal: Error, CustomStringConvertible {
    /// No suggestion of the last run has this id.
    case unknown(String)
    /// A rule would also decide lines that another rule decides.
    case takesOver(id: String, rule: String)
    /// A rule would also decide lines of other codes, since a blank code of its own stands for any.
    case reachesFurther(id: String, codes: String)
    /// The rules as they are now decide the codes already.
    case decidedAlready(id: String, rule: String)
    /// With the rule the file would have this fault.
    case faulty(Finding)
    /// A changed meaning is no code of its axis.
    case noCode(String)

    /// One line for the terminal.
    package var description: String {
      switch self {
      case .unknown(let id):
        "no suggestion \(id.quotedForMessage); list them with: weir codes suggest"
      case .takesOver(let id, let rule):
        "\(id) would also decide lines of rule \(rule); write a rule by hand that says what is meant"
      case .reachesFurther(let id, let codes):
        "\(id) would also decide the codes \(codes.quotedForMessage), because a blank cell of a rule "
          + "stands for any code; write rules by hand that tell them apart"
      case .decidedAlready(let id, let rule):
        "rule \(rule) decides the codes of \(id) already; run weir run"
      case .faulty(let finding): "nothing was written: \(finding)"
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
  /// - Returns: the publishers with their new rules, in order.
  /// - Throws: ``Refusal``, a table that lacks columns, and what the file system says; nothing is then
  ///   written of the publisher.
  package func accept(
    _ ids: [String], changes: [LabelWord.Axis: String], by name: String, on day: CalendarDay
  ) throws -> [(publisher: String, rules: [AcceptedRule])] {
    for (axis, code) in changes where mappings.axis(axis)[code] == nil {
      throw Refusal.noCode(code)
    }
    var named: Set<String> = []
    let entries = try ids.filter { named.insert($0).inserted }.map { id in
      guard let entry = suggestions.entries.first(where: { $0.id == id }) else {
        throw Refusal.unknown(id)
      }
      return entry
    }
    let byPublisher = Dictionary(grouping: entries, by: \.suggestion.publisher)
      .sorted { $0.key < $1.key }
      .map { publisher, entries in (publisher, entries.map { rule($0, changes, name, day) }) }
    // All are checked before any is written.
    let files = try byPublisher.map { publisher, rules in try changed(rules, of: publisher) }
    if lock != nil {
      for (file, bytes) in files { try file.replace(with: bytes) }
    }
    return byPublisher
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

  /// A publisher's rule file with rules at its end, checked.
  private func changed(
    _ rules: [AcceptedRule], of publisher: String
  ) throws -> (file: LedgerFile, bytes: [UInt8]) {
    let file = LedgerFile(path: workspace.path(AcceptedRule.path(ofPublisher: publisher)))
    let bytes = try AcceptedRule.appending(rules, toRulesOf: publisher, try file.bytes())
    let (all, findings) = AcceptedRule.rules(of: publisher, bytes)
    for (accepted, rule) in zip(rules, all.suffix(rules.count)) {
      try check(rule, accepted, at: publisher)
    }
    var mappings = mappings
    mappings.codeRules[publisher] = all
    let faults = (findings + CodeRuleLint.findings(in: all, mappings: mappings))
      .filter(\.code.isConfigurationFault)
    if let fault = faults.first { throw Refusal.faulty(fault) }
    return (file, bytes)
  }

  /// An accepted rule decides what it was made for, which none decided before, and nothing else.
  private func check(
    _ rule: CodeRule, _ accepted: AcceptedRule, at publisher: String
  ) throws {
    let rules = CompiledRules(
      layers: mappings.codeRuleLayers(of: publisher), flows: mappings.flows)
    for entry in codes.entries where entry.publisher == publisher && rule.decides(entry) {
      let now = rules.decision(
        for: entry.codes, on: entry.year?.days.first, amount: entry.tally.amount)
      if entry.codes.withoutPeople != accepted.codes {
        guard entry.decision.coverage == .unmapped else {
          throw Refusal.takesOver(id: rule.name, rule: entry.decision.rule)
        }
        throw Refusal.reachesFurther(id: rule.name, codes: entry.codes.withoutPeople.words)
      }
      if entry.decision.coverage != .unmapped {
        throw Refusal.takesOver(id: rule.name, rule: entry.decision.rule)
      }
      if now.coverage != .unmapped {
        throw Refusal.decidedAlready(id: rule.name, rule: now.rule)
      }
    }
  }
}

extension CodeRule {
  /// Whether it can decide lines with the codes of an entry, in the entry's year.
  fileprivate func decides(_ entry: StoredCodes.Entry) -> Bool {
    let isInForce =
      entry.year.map { year in
        (from.map { $0 <= year.days.last } ?? true) && (to.map { $0 >= year.days.first } ?? true)
      } ?? true
    return isInForce && Column.allCases.allSatisfy { self[$0].matches(entry.codes[$0]) }
  }
}
