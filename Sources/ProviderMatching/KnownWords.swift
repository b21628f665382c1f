/// What is known of the words of all names, by their numbers.
struct KnownWords: Sendable {
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

extension KnownWords {
  /// Whether so many letters from two places on are the same.
  func areEqual(_ one: Int32, _ other: Int32, count: Int32) -> Bool {
    for place in 0..<Int(count) where letters[Int(one) + place] != letters[Int(other) + place] {
      return false
    }
    return true
  }

  /// Whether one of two words is a slip for the other.
  func isSlip(_ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (facts[Int(one)], facts[Int(other)])
    let shorter = min(a.length, b.length)
    guard shorter >= 5, abs(a.length - b.length) <= 2, a.sort != .number, b.sort != .number,
      a.sort == .rare || b.sort == .rare, letters[Int(a.start)] == letters[Int(b.start)]
    else { return false }
    return areWithin(shorter >= 8 ? 2 : 1, one, other)
  }

  /// Whether at most `limit` changes make one word of another.
  func areWithin(_ limit: Int, _ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (facts[Int(one)], facts[Int(other)])
    return EditDistance.isWithin(
      limit, letters, Int(a.start)..<Int(a.start + a.length),
      Int(b.start)..<Int(b.start + b.length))
  }

  /// Whether a word is the start of another.
  func isStart(_ short: Int32, of long: Int32) -> Bool {
    let (a, b) = (facts[Int(short)], facts[Int(long)])
    guard a.length >= 3, a.length < b.length, a.sort != .number else { return false }
    return areEqual(a.start, b.start, count: a.length)
  }
}
