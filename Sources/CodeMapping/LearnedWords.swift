package import MappingTables
package import PoolModel

/// Words that the labels of mapped codes share, and what the accepted rules of several publishers
/// all take them for.
///
/// A word is learned from labels that alone decided; every other label can only speak against it.
package struct LearnedWords: Sendable {
  /// Labels that a rule has decided.
  package struct Sample: Sendable {
    /// The publisher's slug.
    package var publisher: String
    /// The codes with their labels.
    package var codes: CodeFields
    /// What was decided of them.
    package var decision: CodeDecision
    /// The column whose label alone decided it; nil where the rule looks at several, so that nobody
    /// knows which of them says what.
    package var column: CodeRule.Column?

    /// A sample.
    package init(
      publisher: String, codes: CodeFields, decision: CodeDecision, column: CodeRule.Column?
    ) {
      self.publisher = publisher
      self.codes = codes
      self.decision = decision
      self.column = column
    }
  }

  /// With how many publishers words must mean one thing.
  private static let leastPublishers = 2
  /// On how many different labels, without one that says otherwise.
  private static let leastLabels = 3
  private static let longestPhrase = 3

  /// What the rules of one publisher, or of several, take words for.
  fileprivate struct Use {
    var codes: Set<String> = []
    var publishers: Set<String> = []
    var labels: Set<String> = []
    var rules: Set<String> = []
  }

  /// By axis, words and publisher.
  private var uses: [LabelWord.Axis: [String: [String: Use]]] = [:]

  /// Learns from samples, in any order.
  package init(_ samples: [Sample]) {
    for sample in samples {
      for column in LabelVocabulary.columns {
        let label = LabelTokens(sample.codes[column]).words
        for phrase in Set(LearnedWords.phrases(label).map(\.text)) {
          for axis in [LabelWord.Axis.clientGroup, .careSetting] {
            uses[axis, default: [:]][phrase, default: [:]][sample.publisher, default: Use()]
              .note(sample, column, label, axis)
          }
        }
      }
    }
  }

  /// What publishers other than one take words for; nil where they differ or are too few.
  private func use(
    of phrase: String, _ axis: LabelWord.Axis, besides publisher: String
  ) -> Use? {
    guard let uses = uses[axis]?[phrase], uses.count >= LearnedWords.leastPublishers else {
      return nil
    }
    var all = Use()
    for (name, use) in uses where name != publisher { all.add(use) }
    let isSure =
      all.codes.count == 1 && !all.codes.contains(axis.unknownCode)
      && all.publishers.count >= LearnedWords.leastPublishers
      && all.labels.count >= LearnedWords.leastLabels
    return isSure ? all : nil
  }

  /// What the words of a publisher's label stand for with others, by the longest of them; nil where
  /// they disagree or where nothing is known of them.
  package func meaning(
    _ axis: LabelWord.Axis, of codes: CodeFields, at publisher: String
  ) -> CodeSuggestion.Meaning? {
    var found: [(column: CodeRule.Column, phrase: Phrase, use: Use)] = []
    for column in LabelVocabulary.columns {
      for phrase in LearnedWords.phrases(LabelTokens(codes[column]).words) {
        if let use = use(of: phrase.text, axis, besides: publisher) {
          found.append((column, phrase, use))
        }
      }
    }
    let longest = found.filter { one in
      !found.contains {
        $0.column == one.column && $0.phrase.place != one.phrase.place
          && $0.phrase.place.contains(one.phrase.place)
      }
    }
    let codes = Set(longest.flatMap(\.use.codes))
    guard let code = codes.first, codes.count == 1 else { return nil }
    let grounds = longest.map { column, phrase, use in
      CodeSuggestion.Ground(
        kind: .rules,
        text: "\(phrase.text.quotedForMessage) in \(column.rawValue) means it in "
          + "\(use.labels.count) labels of \(use.publishers.count) publishers, first by "
          + "\(use.rules.min() ?? "")")
    }
    return CodeSuggestion.Meaning(code: code, grounds: grounds)
  }

  private struct Phrase {
    var place: Range<Int>
    var text: String
  }

  private static func phrases(_ words: [String]) -> [Phrase] {
    words.indices.flatMap { first in
      (1...longestPhrase).compactMap { count -> Phrase? in
        let place = first..<(first + count)
        guard place.upperBound <= words.count else { return nil }
        let text = words[place].joined(separator: " ")
        return text.contains(where: \.isLetter) ? Phrase(place: place, text: text) : nil
      }
    }
  }
}

extension LearnedWords.Use {
  fileprivate mutating func add(_ other: LearnedWords.Use) {
    codes.formUnion(other.codes)
    publishers.formUnion(other.publishers)
    labels.formUnion(other.labels)
    rules.formUnion(other.rules)
  }

  /// Money that is ignored or moves between partners says of its words that they mean no care.
  fileprivate mutating func note(
    _ sample: LearnedWords.Sample, _ column: CodeRule.Column, _ label: [String],
    _ axis: LabelWord.Axis
  ) {
    for part in sample.decision.parts {
      codes.insert(
        sample.decision.coverage == .ignored ? axis.unknownCode : axis.code(of: part.category))
    }
    guard sample.column == column else { return }
    publishers.insert(sample.publisher)
    labels.insert(label.joined(separator: " "))
    rules.insert(sample.decision.rule)
  }
}
