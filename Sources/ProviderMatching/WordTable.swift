/// The distinct words of the names that are compared, each with what it tells.
struct WordTable {
  /// What a word that stands in one name only says of the two.
  enum Sort: UInt8 {
    case number, place, common, known, short, rare
  }

  /// What is known of one word.
  struct Facts {
    /// Hundredths of a bit.
    let weight: Int32
    let sort: Sort
    /// Whether it says little in the names of NHS bodies.
    let isCommonInNHS: Bool
    /// In how many names of the corpus it stands; 0 where it is in too few to be listed.
    let names: Int32
    /// Where its letters begin among those of all words.
    let start: Int32
    let length: Int32
  }

  private(set) var facts: [Facts] = []
  /// The letters of all words, one after the other.
  private(set) var letters: [UInt8] = []
  private var numbers: [String: Int32] = [:]
  private let rules: NameRules
  private let rarity: WordRarity

  init(rules: NameRules, rarity: WordRarity) {
    self.rules = rules
    self.rarity = rarity
  }

  /// The number of a word as published; its plural has the same, and so has a number in digits.
  mutating func number(of published: String) -> Int32 {
    let word = written(published)
    if let known = numbers[word] { return known }
    let id = Int32(facts.count)
    numbers[word] = id
    let senses = (rules.senses[word] ?? []).union(rules.senses[published] ?? [])
    facts.append(
      Facts(
        weight: rarity.weight(of: word), sort: sort(of: word, senses),
        isCommonInNHS: senses.contains(.genericInNHS),
        names: Int32(rarity.names(with: word) ?? 0), start: Int32(letters.count),
        length: Int32(word.utf8.count)))
    letters.append(contentsOf: word.utf8)
    return id
  }

  private func written(_ published: String) -> String {
    // `i` is a number at the end of a name only, which a word by itself does not tell.
    guard let number = rules.numberWords[published], !number.isAtEndOnly else {
      return PayeeName.singular(published)
    }
    return number.digits
  }

  private func sort(of word: String, _ senses: NameRules.WordSense) -> Sort {
    if word.digitCount > 0 { return .number }
    if senses.contains(.place) { return .place }
    if !senses.isDisjoint(with: [.generic, .genericInNHS, .bodySort]) || rarity.isCommon(word) {
      return .common
    }
    if rarity.names(with: word) != nil { return .known }
    return word.utf8.count <= 2 ? .short : .rare
  }

  /// The letters of a word.
  func letters(of id: Int32) -> ArraySlice<UInt8> {
    let word = facts[Int(id)]
    return letters[Int(word.start)..<Int(word.start + word.length)]
  }
}
