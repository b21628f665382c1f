import ExportReading
package import MappingTables

/// What the words of headers say, by the tables under `mappings/headers/`.
package struct HeaderReading: Sendable {
  /// What a header's words say for one role.
  struct Claim: Sendable {
    var role: HeaderRole
    /// 1 to 100.
    var weight: Int
    var strength: RoleEvidence.Strength
    /// In words, for the evidence.
    var reason: String
  }

  private struct Phrase: Sendable {
    var words: [String]
    var squashed: [UInt8]
    var row: HeaderWord
  }

  private var whole: [String: [Phrase]] = [:]
  private var wholeInOrder: [Phrase] = []
  private var inside: [Phrase] = []
  /// Every word of every phrase: a header of these words is no misspelling of another.
  private var vocabulary: Set<String> = []
  /// The words with which a header is hardly of a role.
  private var denials: [HeaderRole: Set<String>] = [:]
  /// What headers say that money is counted in.
  let units: HeaderUnits
  /// Words that do not tell columns apart.
  let fillers: Set<String>
  /// The names of bodies that a heading may hold.
  let bodies: BodyHeadings
  /// The words that tell credits from payments.
  let creditMarks: CreditMarks
  /// The labels of printed sums, for the exports that are read by a guess.
  let totalWords: [TotalWord]
  /// Words that end a company's name, such as `ltd`.
  let companyWords: Set<String>

  /// Tables ready for use; the order of rows does not matter.
  package init(_ mappings: MappingSet) {
    units = HeaderUnits(mappings.headerUnits)
    fillers = Set(mappings.headerFillers)
    bodies = BodyHeadings(mappings)
    creditMarks = CreditMarks(mappings)
    totalWords = mappings.totalWords
    companyWords = Set(
      mappings.providerWords.filter { $0.kind == .legalForm || $0.kind == .nhsForm }.map(\.pattern)
        .filter { !$0.contains(" ") && $0.count > 2 })
    for row in mappings.headerDenials { denials[row.role, default: []].insert(row.word) }
    for row in mappings.headerWords {
      let wording = HeaderWording(row.header)
      vocabulary.formUnion(wording.words)
      let phrase = Phrase(
        words: wording.words, squashed: Array(wording.squashed.utf8), row: row)
      switch row.match {
      case .whole:
        whole[wording.squashed, default: []].append(phrase)
        wholeInOrder.append(phrase)
      case .words: inside.append(phrase)
      }
    }
  }

  /// The claims of a header, at most one a role, the strongest first.
  func claims(of header: String) -> [Claim] {
    let wording = HeaderWording(withoutYear(units.rest(of: header)))
    guard !wording.squashed.isEmpty else { return [] }
    var best: [HeaderRole: Claim] = [:]
    func note(_ phrase: Phrase, less: Int, _ strength: RoleEvidence.Strength) {
      let weight = phrase.row.weight - less
      guard weight > best[phrase.row.role]?.weight ?? 0 else { return }
      best[phrase.row.role] = Claim(
        role: phrase.row.role, weight: weight, strength: strength,
        reason: "header \(strength.rawValue) \(phrase.row.header.quotedForReason)")
    }
    for phrase in whole[wording.squashed] ?? [] { note(phrase, less: 0, .whole) }
    if best.isEmpty {
      for (phrase, less) in nearPhrases(wording) { note(phrase, less: less, .nearly) }
    }
    for phrase in inside where wording.contains(phrase.words) {
      note(phrase, less: 0, .inside)
    }
    return best.values.filter { $0.strength == .whole || !denies(wording, $0.role) }.sorted {
      ($1.weight, $0.role.rawValue) < ($0.weight, $1.role.rawValue)
    }
  }

  /// Whether a word of a header says that its column is hardly of a role.
  private func denies(_ wording: HeaderWording, _ role: HeaderRole) -> Bool {
    guard let words = denials[role.isSummed ? .amount : role] else { return false }
    return wording.words.contains(where: words.contains)
  }

  /// A header without its financial year: `2014/15 Outturn` is the outturn.
  func withoutYear(_ header: String) -> String {
    let words = header.split(whereSeparator: \.isWhitespace)
    let others = words.filter { PeriodHeading.year(of: $0.lowercased(), fillers) == nil }
    let rest = others.joined(separator: " ")
    return rest.contains(where: \.isLetter) ? rest : header
  }

  /// How many of a row's cells have a role by their words, how many of them are known words as a
  /// whole, and how much the words say in all; misspelt ones do not count.
  func known(_ cells: [String]) -> (cells: Int, wholeCells: Int, weight: Int) {
    cells.reduce(into: (0, 0, 0)) { sum, cell in
      guard cell.utf8.count <= 60 else { return }
      let wording = HeaderWording(cell)
      let named = whole[wording.squashed] ?? []
      let phrases = named + inside.filter { wording.contains($0.words) }
      guard let weight = phrases.map(\.row.weight).max() else { return }
      sum = (sum.0 + 1, sum.1 + (named.isEmpty ? 0 : 1), sum.2 + weight)
    }
  }

  /// Phrases that the header is but for a slip of the pen, or of which it is the beginning.
  private func nearPhrases(_ wording: HeaderWording) -> [(Phrase, Int)] {
    let header = Array(wording.squashed.utf8)
    guard header.count >= 5, header.count <= 40 else { return [] }
    let isSpelledRight = wording.words.allSatisfy(vocabulary.contains)
    let allowed = isSpelledRight ? 0 : min(2, header.count / 6 + (header.count == 5 ? 1 : 0))
    return wholeInOrder.compactMap { phrase in
      if header.count >= 7, header.count * 5 >= phrase.squashed.count * 3,
        phrase.squashed.starts(with: header)
      {
        return (phrase, 15)
      }
      guard abs(phrase.squashed.count - header.count) <= allowed, phrase.squashed.count >= 5,
        phrase.squashed.first == header.first
          || phrase.squashed.last == header.last,
        NearestName.edits(from: header, to: phrase.squashed) <= allowed
      else { return nil }
      return (phrase, 10)
    }
  }
}

extension String {
  fileprivate var quotedForReason: String { "\"\(self)\"" }
}
