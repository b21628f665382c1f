package import MappingTables
package import PoolModel

/// Works out what codes without a rule may mean from their labels.
///
/// Only what a label states is suggested: neighbours choose between what it states, and where it
/// states nothing there is no suggestion.
package struct CodeSuggester: Sendable {
  /// A code that is mapped, of the same publisher.
  package struct Neighbour: Sendable {
    /// Its codes.
    package var codes: CodeFields
    /// What it means.
    package var category: Category

    /// A neighbour.
    package init(codes: CodeFields, category: Category) {
      self.codes = codes
      self.category = category
    }
  }

  private let vocabulary: LabelVocabulary
  private let learned: LearnedWords
  /// Columns in which neighbours share a value.
  private static let sharedColumns: [CodeRule.Column] = [
    .subjectiveCode, .expenseType, .costCentre, .service,
  ]

  /// A suggester with a vocabulary and with what the rules of all publishers teach.
  package init(vocabulary: LabelVocabulary, learned: LearnedWords) {
    self.vocabulary = vocabulary
    self.learned = learned
  }

  /// What codes may mean on a day; empty where the labels state no group and no setting.
  ///
  /// - Parameters:
  ///   - codes: the codes, with their labels.
  ///   - publisher: whose they are; its own rules teach nothing.
  ///   - day: a day of the lines; nil where they have none.
  ///   - neighbours: mapped codes of the publisher, in any order.
  /// - Returns: the meaning by axis; an age band only beside one of the others.
  package func meanings(
    of codes: CodeFields, at publisher: String, on day: CalendarDay?, among neighbours: [Neighbour]
  ) -> [LabelWord.Axis: CodeSuggestion.Meaning] {
    let statement = vocabulary.statement(of: codes)
    var meanings: [LabelWord.Axis: CodeSuggestion.Meaning] = [:]
    for axis in [LabelWord.Axis.clientGroup, .careSetting] {
      let stated = vocabulary.codes(axis, of: statement, on: day)
      let near = NearMeanings(axis, of: codes, in: Self.sharedColumns, among: neighbours)
      if var meaning = stated.isEmpty
        ? learned.meaning(axis, of: codes, at: publisher) : chosen(stated, axis, statement, near)
      {
        if let ground = near.ground(for: meaning.code, in: vocabulary.tree(axis)) {
          meaning.grounds.append(ground)
        }
        meanings[axis] = meaning
      }
    }
    guard !meanings.isEmpty else { return [:] }
    let ages = vocabulary.codes(.ageBand, of: statement, on: day)
    if let age = ages.first, ages.count == 1 {
      meanings[.ageBand] = CodeSuggestion.Meaning(
        code: age, grounds: CodeSuggester.grounds(statement, .ageBand))
    }
    return meanings
  }

  /// The one code that the labels state; of several the one that neighbours have, or the nearest
  /// code above all of them.
  private func chosen(
    _ stated: [String], _ axis: LabelWord.Axis, _ statement: LabelStatement, _ near: NearMeanings
  ) -> CodeSuggestion.Meaning? {
    let tree = vocabulary.tree(axis)
    let code =
      stated.count == 1
      ? stated[0]
      : stated.first(where: { $0 == near.agreed }) ?? tree.nearest(aboveAll: stated)
    guard let code else { return nil }
    return CodeSuggestion.Meaning(code: code, grounds: CodeSuggester.grounds(statement, axis))
  }

  private static func grounds(
    _ statement: LabelStatement, _ axis: LabelWord.Axis
  ) -> [CodeSuggestion.Ground] {
    (statement.evidence[axis] ?? []).map {
      CodeSuggestion.Ground(
        kind: .words, text: "\($0.words.quotedForMessage) in \($0.column.rawValue)")
    }
  }
}

/// What the mapped codes of a publisher that share a column with others mean.
private struct NearMeanings {
  /// The column that is shared, with how many codes have which meaning.
  private var column: CodeRule.Column?
  private var counts: [String: Int] = [:]

  /// Counts over the first column in which a neighbour shares the value.
  init(
    _ axis: LabelWord.Axis, of codes: CodeFields, in columns: [CodeRule.Column],
    among neighbours: [CodeSuggester.Neighbour]
  ) {
    for column in columns where !codes[column].isEmpty {
      for neighbour in neighbours where neighbour.codes[column] == codes[column] {
        let code = axis.code(of: neighbour.category)
        if code != axis.unknownCode { counts[code, default: 0] += 1 }
      }
      if !counts.isEmpty {
        self.column = column
        return
      }
    }
  }

  /// The meaning that all of them have; nil where they differ.
  var agreed: String? { counts.count == 1 ? counts.keys.first : nil }

  func ground(for code: String, in tree: CategoryAxis) -> CodeSuggestion.Ground? {
    guard let column else { return nil }
    let all = counts.values.reduce(0, +)
    let same = counts.filter { tree.agrees($0.key, withStated: [code]) }.values.reduce(0, +)
    return CodeSuggestion.Ground(
      kind: .neighbours,
      text: "\(same) of \(all) mapped codes with the same \(column.rawValue) agree")
  }
}

extension CategoryAxis {
  /// The nearest code above all of some; nil where only the root of the axis is.
  fileprivate func nearest(aboveAll codes: [String]) -> String? {
    var code = codes.first.flatMap { self[$0]?.parent }
    while let here = code {
      guard let parent = self[here]?.parent else { return nil }
      if codes.allSatisfy({ isCode($0, within: here) }) { return here }
      code = parent
    }
    return nil
  }
}
