/// Phrases of one or more words with what they mean; the longest that stands at a place counts.
struct PhraseTable<Meaning: Sendable>: Sendable {
  /// A phrase that was found.
  struct Match {
    /// How many words it has.
    let length: Int
    let meaning: Meaning
    /// The number of the rule.
    let rule: String
  }

  private struct Phrase: Sendable {
    let rest: [String]
    let meaning: Meaning
    let rule: String
  }

  private var phrases: [String: [Phrase]] = [:]

  /// The words that phrases begin with, in no order.
  var firstWords: some Sequence<String> { phrases.keys }

  /// Adds a phrase; an empty one is passed over.
  mutating func insert(_ words: [String], meaning: Meaning, rule: String) {
    guard let first = words.first else { return }
    let phrase = Phrase(rest: Array(words.dropFirst()), meaning: meaning, rule: rule)
    phrases[first, default: []].append(phrase)
    phrases[first]?.sort { ($1.rest.count, $0.rule) < ($0.rest.count, $1.rule) }
  }

  /// The longest phrase whose first word stands at `place`, of those that count there.
  ///
  /// A `#` in a phrase stands for a word with at least four digits.
  func match(
    _ words: [String], at place: Int, where counts: (Match) -> Bool = { _ in true }
  ) -> Match? {
    guard let candidates = phrases[words[place]] else { return nil }
    for phrase in candidates where fits(phrase.rest, words, after: place) {
      let match = Match(
        length: phrase.rest.count + 1, meaning: phrase.meaning, rule: phrase.rule)
      if counts(match) { return match }
    }
    return nil
  }

  private func fits(_ rest: [String], _ words: [String], after place: Int) -> Bool {
    guard place + rest.count < words.count else { return false }
    for (offset, wanted) in rest.enumerated() {
      let found = words[place + 1 + offset]
      if wanted == "#" ? found.digitCount < 4 : wanted != found { return false }
    }
    return true
  }
}

extension String {
  /// Whether the word has an ASCII digit.
  var holdsDigit: Bool {
    for byte in utf8 where byte >= 0x30 && byte <= 0x39 { return true }
    return false
  }

  /// How many ASCII digits the word has.
  var digitCount: Int {
    var count = 0
    for byte in utf8 where byte >= 0x30 && byte <= 0x39 { count += 1 }
    return count
  }
}
