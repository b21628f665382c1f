package import MappingTables
package import PoolModel

/// The words that state what money is for, made ready to be looked for in labels.
package struct LabelVocabulary: Sendable {
  /// The columns whose texts are labels.
  package static let columns: [CodeRule.Column] = [
    .expenseType, .subjectiveCode, .costCentre, .service, .description,
  ]

  private let words: [CompiledWord]
  private let trees: [LabelWord.Axis: CategoryAxis]

  /// The vocabulary of a workspace.
  package init(_ mappings: MappingSet) {
    words = mappings.labelWords.map(CompiledWord.init)
    trees = Dictionary(
      uniqueKeysWithValues: LabelWord.Axis.allCases.map { ($0, mappings.axis($0)) })
  }

  /// The codes of an axis.
  func tree(_ axis: LabelWord.Axis) -> CategoryAxis { trees[axis] ?? CategoryAxis(nodes: []) }

  /// What the labels of a line state; each word counts in the longest phrase that holds it.
  package func statement(of fields: CodeFields) -> LabelStatement {
    let labels = Self.columns.map { (column: $0, tokens: LabelTokens(fields[$0])) }
    let context = labels.map(\.tokens)
    var evidence: [LabelWord.Axis: [LabelStatement.Evidence]] = [:]
    for label in labels where !label.tokens.words.isEmpty {
      for axis in LabelWord.Axis.allCases {
        let found = self.evidence(of: axis, in: label.tokens, label.column, among: context)
        if !found.isEmpty { evidence[axis, default: []] += found }
      }
    }
    return LabelStatement(evidence: evidence)
  }

  private func evidence(
    of axis: LabelWord.Axis, in label: LabelTokens, _ column: CodeRule.Column,
    among context: [LabelTokens]
  ) -> [LabelStatement.Evidence] {
    var found: [Range<Int>: LabelStatement.Evidence] = [:]
    for word in words where word.row.axis == axis {
      let places = word.places(in: label)
      guard !places.isEmpty, word.isMeant(in: label, among: context) else { continue }
      for place in places {
        var evidence =
          found[place]
          ?? LabelStatement.Evidence(
            words: label.words[place].joined(separator: " "), column: column, codes: [],
            outweighs: [], place: place)
        evidence.codes.append(word.row.code)
        evidence.outweighs += word.row.outweighs
        found[place] = evidence
      }
    }
    return found.values.filter { one in
      !found.keys.contains { $0 != one.place && $0.contains(one.place) }
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }
}

/// A row of the vocabulary with its phrases taken apart.
private struct CompiledWord: Sendable {
  let row: LabelWord
  private let spellings: [LabelPhrase]
  private let unless: [LabelPhrase]
  private let needs: [LabelPhrase]

  init(_ row: LabelWord) {
    self.row = row
    spellings = row.spellings.map(LabelPhrase.init)
    unless = row.unless.map(LabelPhrase.init)
    needs = row.needs.map(LabelPhrase.init)
  }

  func places(in label: LabelTokens) -> Set<Range<Int>> {
    var places: Set<Range<Int>> = []
    for spelling in spellings {
      for place in label.words.indices where spelling.stands(at: place, in: label) {
        places.insert(place..<(place + spelling.words.count))
      }
    }
    return places
  }

  func isMeant(in label: LabelTokens, among context: [LabelTokens]) -> Bool {
    guard !unless.contains(where: { $0.stands(in: label) }) else { return false }
    return needs.isEmpty
      || needs.contains { phrase in context.contains { phrase.stands(in: $0) } }
  }
}
