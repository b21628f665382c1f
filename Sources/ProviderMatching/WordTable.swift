/// The distinct words of the names that are compared, each with what it tells.
struct WordTable: Sendable {
  /// What comparing needs of the words.
  private(set) var known = KnownWords()
  private var numbers: [String: Int32] = [:]
  private let rules: NameRules
  private let rarity: WordRarity

  init(rules: NameRules, rarity: WordRarity) {
    self.rules = rules
    self.rarity = rarity
  }

  /// The number of a word as published; its plural has the same, and so has a number in digits.
  mutating func number(of published: String) -> Int32 {
    let word = rules.compared(published)
    if let number = numbers[word] { return number }
    let id = Int32(known.facts.count)
    numbers[word] = id
    let senses = (rules.senses[word] ?? []).union(rules.senses[published] ?? [])
    known.append(
      word,
      KnownWords.Facts(
        weight: rarity.weight(of: word), sort: sort(of: word, senses),
        isCommonInNHS: senses.contains(.genericInNHS),
        names: Int32(rarity.names(with: word) ?? 0), start: Int32(known.letters.count),
        length: Int32(word.utf8.count)))
    return id
  }

  /// Lets go of what is needed only while words are put in.
  mutating func close() { numbers = [:] }

  /// What the words say of a company's being another body's arm.
  func armSense(of words: [String]) -> NameRules.WordSense {
    let senses = words.reduce(into: NameRules.WordSense()) { $0.formUnion(rules.senses[$1] ?? []) }
    return senses.intersection([.tradingArm, .charityArm])
  }

  private func sort(of word: String, _ senses: NameRules.WordSense) -> KnownWords.Sort {
    if word.digitCount > 0 { return .number }
    if senses.contains(.place) { return .place }
    if !senses.isDisjoint(with: [.generic, .genericInNHS, .bodySort]) || rarity.isCommon(word) {
      return .common
    }
    if rarity.names(with: word) != nil { return .known }
    return word.utf8.count <= 2 ? .short : .rare
  }
}

extension NameRules {
  /// A word as it is compared and counted: in the singular, numbers in digits.
  func compared(_ word: String) -> String {
    // `i` is a number at the end of a name only, which a word by itself does not tell.
    guard let number = numberWords[word], !number.isAtEndOnly else {
      return PayeeName.singular(word)
    }
    return number.digits
  }
}
