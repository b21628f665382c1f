import CodeMapping
import MappingTables
import Pipeline
import PoolModel

/// How suggestions for one publisher's codes stand to the rules that its codes have, where those
/// rules were kept from the suggester.
struct SuggestionScore {
  /// Different codes and their money.
  struct Sum {
    var codes = 0
    var pence: Int64 = 0

    static func += (sum: inout Sum, pence: Int64) {
      sum.codes += 1
      sum.pence += pence
    }
    static func += (sum: inout Sum, other: Sum) {
      sum.codes += other.codes
      sum.pence += other.pence
    }
  }

  /// A suggestion that the rules do not bear out.
  struct Wrong: Hashable {
    var labels: String
    var suggested: String
    var mapped: String
  }

  let publisher: String
  /// The label states the axis, and a rule has a code of it.
  private(set) var stated = Sum()
  /// Of these, something was suggested.
  private(set) var suggested = Sum()
  /// Of these, the code is the rule's, or one above or below it.
  private(set) var right = Sum()
  /// The label states nothing by the vocabulary, and something was suggested all the same.
  private(set) var silent = Sum()
  /// Of these, a rule has such a code.
  private(set) var silentRight = Sum()
  /// A rule ignores the money, and something was suggested.
  private(set) var ignored = Sum()
  private(set) var wrong: [Wrong: Sum] = [:]

  /// The scores of each publisher with accepted rules on an axis, its own rules left out.
  ///
  /// Without `usesRules` the suggester has the vocabulary alone.
  static func scores(
    _ entries: [StoredCodes.Entry], _ axis: LabelWord.Axis, _ mappings: MappingSet, usesRules: Bool
  ) -> [SuggestionScore] {
    let vocabulary = LabelVocabulary(mappings)
    let byPublisher = Dictionary(grouping: entries, by: \.publisher)
    let suggester = CodeSuggester(
      vocabulary: vocabulary,
      learned: LearnedWords(usesRules ? CodeSuggestions.samples(of: entries, mappings) : []))
    return byPublisher.keys.sorted().map { publisher in
      var score = SuggestionScore(publisher: publisher)
      for (codes, entries) in Dictionary(grouping: byPublisher[publisher] ?? [], by: \.codes) {
        score.count(codes, entries, axis, suggester, vocabulary, mappings.axis(axis))
      }
      return score
    }.filter { $0.stated.codes + $0.silent.codes + $0.ignored.codes > 0 }
  }

  private init(publisher: String) { self.publisher = publisher }

  private mutating func count(
    _ codes: CodeFields, _ entries: [StoredCodes.Entry], _ axis: LabelWord.Axis,
    _ suggester: CodeSuggester, _ vocabulary: LabelVocabulary, _ tree: CategoryAxis
  ) {
    guard let entry = entries.max(by: { $0.magnitude < $1.magnitude }),
      entry.decision.coverage != .unmapped
    else { return }
    let pence = entries.reduce(0) { $0 + $1.magnitude.pence }
    let day = entry.year?.days.first
    let meaning = suggester.meanings(of: codes, at: publisher, on: day, among: [])[axis]
    let isStated = !vocabulary.codes(axis, of: vocabulary.statement(of: codes), on: day).isEmpty
    if entry.decision.coverage == .ignored {
      if meaning != nil { ignored += pence }
      return
    }
    let truth = axis.code(of: entry.part.category)
    let isRight = meaning.map { tree.agrees(truth, withStated: [$0.code]) } ?? false
    if isStated, truth != axis.unknownCode {
      stated += pence
      if meaning != nil { suggested += pence }
      if isRight { right += pence }
    } else if !isStated, meaning != nil {
      silent += pence
      if isRight { silentRight += pence }
    } else {
      return
    }
    if let meaning, !isRight {
      let labels = LabelVocabulary.columns.map { codes[$0] }.filter { !$0.isEmpty }
      wrong[
        Wrong(
          labels: labels.joined(separator: " · "), suggested: meaning.code, mapped: truth),
        default: Sum()] += pence
    }
  }

  /// The scores as a table, with all publishers together in the last row.
  static func table(_ scores: [SuggestionScore]) -> String {
    var table = MarkdownTable(headings: [
      "publisher", "stated", "suggested", "right", "right % of codes", "right % of £",
      "not stated, suggested", "of it right", "ignored, suggested",
    ])
    var all = SuggestionScore(publisher: "all")
    for score in scores {
      table.rows.append(score.row)
      all.add(score)
    }
    table.rows.append(all.row)
    return table.text
  }

  private mutating func add(_ other: SuggestionScore) {
    for part in [
      \SuggestionScore.stated, \.suggested, \.right, \.silent, \.silentRight, \.ignored,
    ] {
      self[keyPath: part] += other[keyPath: part]
    }
  }

  private var row: [String] {
    [
      publisher, "\(stated.codes)", "\(suggested.codes)", "\(right.codes)",
      percent(Int64(right.codes), of: Int64(suggested.codes)),
      percent(right.pence, of: suggested.pence), "\(silent.codes)", "\(silentRight.codes)",
      "\(ignored.codes)",
    ]
  }

  private func percent(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0 else { return "-" }
    let tenths = part * 1_000 / whole
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The wrong suggestions with the most money.
  func worst(_ count: Int) -> String {
    let sorted = wrong.sorted {
      ($1.value.pence, $0.key.labels) < ($0.value.pence, $1.key.labels)
    }
    let lines = sorted.prefix(count).map { wrong, sum in
      "- £\(sum.pence / 100) on \(sum.codes) codes: \(wrong.labels): suggested "
        + "\(wrong.suggested), mapped \(wrong.mapped)"
    }
    return "### \(publisher)\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
