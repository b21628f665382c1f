/// What is known of the words of all names, by their numbers.
struct KnownWords {
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

  /// Adds a word with what is known of it.
  mutating func append(_ word: String, _ known: Facts) {
    facts.append(known)
    letters.append(contentsOf: word.utf8)
  }

  /// The letters of a word.
  func letters(of id: Int32) -> ArraySlice<UInt8> {
    let word = facts[Int(id)]
    return letters[Int(word.start)..<Int(word.start + word.length)]
  }
}
