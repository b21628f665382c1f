package import CodeMapping
package import MappingTables
import PoolModel

/// Suggestions for the codes of the last run that no rule maps.
package struct CodeSuggestions {
  /// A suggestion with what a person names it by.
  package struct Entry: Sendable {
    /// Stays the same while the publisher's codes and what is suggested stay the same.
    package var id: String
    /// What is suggested.
    package var suggestion: CodeSuggestion
  }

  /// In order of publisher and then of money, the most first.
  package let entries: [Entry]
  /// All publishers with lines, with or without suggestions.
  package let publishers: Set<String>

  /// The suggestions for the last run of a workspace; nil where it has none.
  ///
  /// What is learned for a publisher comes from the rules of the others.
  package static func last(
    in workspace: Workspace, _ mappings: MappingSet, publisher: String? = nil
  ) throws -> CodeSuggestions? {
    guard let codes = try StoredCodes.last(in: workspace) else { return nil }
    return CodeSuggestions(codes.entries, mappings, publisher: publisher)
  }

  /// The suggestions for stored codes; `publisher` nil: for all publishers.
  init(_ codes: [StoredCodes.Entry], _ mappings: MappingSet, publisher: String? = nil) {
    let suggester = CodeSuggester(
      vocabulary: LabelVocabulary(mappings),
      learned: LearnedWords(CodeSuggestions.samples(of: codes, mappings)))
    let byPublisher = Dictionary(grouping: codes, by: \.publisher)
    publishers = Set(byPublisher.keys)
    entries = byPublisher.keys.sorted().filter { publisher == nil || $0 == publisher }
      .flatMap { name in
        CodeSuggestions.suggestions(byPublisher[name] ?? [], of: name, suggester)
          .map { Entry(id: CodeSuggestions.id(of: $0), suggestion: $0) }
          .sorted(by: CodeSuggestions.inOrder)
      }
  }

  /// The decided codes of publishers, each once, as words are learned from them.
  package static func samples(
    of codes: [StoredCodes.Entry], _ mappings: MappingSet
  ) -> [LearnedWords.Sample] {
    let columns = decidingColumns(mappings)
    struct Key: Hashable {
      var publisher: String
      var codes: CodeFields
      var rule: String
    }
    var seen: Set<Key> = []
    return codes.compactMap { entry in
      guard entry.decision.coverage != .unmapped,
        seen.insert(
          Key(publisher: entry.publisher, codes: entry.codes, rule: entry.decision.rule)
        ).inserted
      else { return nil }
      return LearnedWords.Sample(
        publisher: entry.publisher, codes: entry.codes, decision: entry.decision,
        column: columns[entry.decision.rule])
    }
  }

  /// The one column that each rule looks at, by its name; rules that look at several are left out.
  private static func decidingColumns(_ mappings: MappingSet) -> [String: CodeRule.Column] {
    var columns: [String: CodeRule.Column] = [:]
    for rule in mappings.codeRules.values.joined() {
      let filled = zip(CodeRule.Column.allCases, rule.cells).filter { $1 != .any }.map(\.0)
      if filled.count == 1 { columns[rule.qualifiedName] = filled[0] }
    }
    return columns
  }

  /// The mapped codes of a publisher, each once.
  package static func neighbours(of codes: [StoredCodes.Entry]) -> [CodeSuggester.Neighbour] {
    var seen: Set<CodeFields> = []
    return codes.filter { [.mapped, .partlyMapped].contains($0.decision.coverage) }.compactMap {
      let codes = $0.codes.withoutPeople
      guard seen.insert(codes).inserted else { return nil }
      return CodeSuggester.Neighbour(codes: codes, category: $0.part.category)
    }
  }

  private static func suggestions(
    _ codes: [StoredCodes.Entry], of publisher: String, _ suggester: CodeSuggester
  ) -> [CodeSuggestion] {
    let neighbours = neighbours(of: codes)
    let taken = Dictionary(
      grouping: codes.filter { $0.decision.coverage != .unmapped }, by: \.codes.withoutPeople)
    // Codes that rules tie on need no further rule.
    let open = codes.filter { $0.decision.coverage == .unmapped && $0.decision.tiedRules.isEmpty }
    return Dictionary(grouping: open, by: \.codes.withoutPeople).flatMap { codes, entries in
      SuggestedYears(entries, taken: Set((taken[codes] ?? []).compactMap(\.year))) {
        suggester.meanings(of: codes, at: publisher, on: $0, among: neighbours)
      }
      .suggestions(of: codes)
    }
  }

  private static func inOrder(_ left: Entry, _ right: Entry) -> Bool {
    let (more, less) = (
      left.suggestion.tally.amount.magnitude, right.suggestion.tally.amount.magnitude
    )
    return more != less ? more > less : left.id < right.id
  }

  private static func id(of suggestion: CodeSuggestion) -> String {
    let texts =
      CodeRule.Column.allCases.map { suggestion.codes[$0] }
      + LabelWord.Axis.allCases.map { suggestion.meanings[$0]?.code ?? "" }
      + [suggestion.from, suggestion.to].map { $0?.description ?? "" }
    return String(Fingerprint.ofTexts([suggestion.publisher] + texts).prefix(8))
  }
}

/// The years of codes without a rule, taken together where the same is suggested for them.
private struct SuggestedYears {
  private struct Span {
    var first: FinancialYear?
    var last: FinancialYear?
    var meanings: [LabelWord.Axis: CodeSuggestion.Meaning]
    var tally: RowTally
  }

  private let publisher: String
  /// The years in which rules decide the codes.
  private let taken: Set<FinancialYear>
  private var spans: [Span] = []

  init(
    _ entries: [StoredCodes.Entry], taken: Set<FinancialYear>,
    meanings: (CalendarDay?) -> [LabelWord.Axis: CodeSuggestion.Meaning]
  ) {
    publisher = entries.first?.publisher ?? ""
    self.taken = taken
    var tallies: [FinancialYear?: RowTally] = [:]
    for entry in entries { tallies[entry.year, default: RowTally()] += entry.tally }
    let years = tallies.keys.sorted { ($0?.startYear ?? 0) < ($1?.startYear ?? 0) }
    for year in years {
      let span = Span(
        first: year, last: year, meanings: meanings(year?.days.first),
        tally: tallies[year] ?? RowTally())
      if let before = spans.last,
        before.meanings.mapValues(\.code) == span.meanings.mapValues(\.code)
      {
        spans[spans.count - 1].last = year
        spans[spans.count - 1].tally += span.tally
      } else {
        spans.append(span)
      }
    }
  }

  /// One suggestion a span that has meanings; the first and the last are open to their sides, unless
  /// rules decide the codes there.
  func suggestions(of codes: CodeFields) -> [CodeSuggestion] {
    spans.enumerated().filter { !$0.element.meanings.isEmpty }.map { place, span in
      CodeSuggestion(
        publisher: publisher, codes: codes, meanings: span.meanings,
        from: place == 0 && !isTaken(before: span) ? nil : span.first?.days.first,
        to: place == spans.count - 1 && !isTaken(after: span) ? nil : span.last?.days.last,
        tally: span.tally)
    }
  }

  private func isTaken(before span: Span) -> Bool {
    span.first.map { first in taken.contains { $0.startYear < first.startYear } } ?? false
  }

  private func isTaken(after span: Span) -> Bool {
    span.last.map { last in taken.contains { $0.startYear > last.startYear } } ?? false
  }
}
