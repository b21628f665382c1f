/// Two names laid side by side: which words they share, which are slips of one another, and what is
/// left over.
struct NameAlignment {
  /// More words than this are not looked at.
  static let mostWords = 16

  /// Words of the left name that the right one has, too; by bits.
  private(set) var shared: UInt16 = 0
  /// Words of the left name that are left over; by bits.
  private(set) var leftRest: UInt16
  /// Words of the right name that are left over; by bits.
  private(set) var rightRest: UInt16
  /// Whether no word had to be taken for a slip of the pen or for one cut off.
  private(set) var isSpelledAlike = true
  /// How many words are rare and are two in the other name, or a slip in a long one.
  private(set) var rareOthers = 0
  /// What the words say that agree, in hundredths of a bit.
  private(set) var agreement: Int32 = 0

  private let left: ArraySlice<Int32>
  private let right: ArraySlice<Int32>
  private let words: KnownWords

  init(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>, words: KnownWords) {
    self.left = left.prefix(NameAlignment.mostWords)
    self.right = right.prefix(NameAlignment.mostWords)
    self.words = words
    leftRest = UInt16(truncatingIfNeeded: (UInt32(1) << UInt32(self.left.count)) - 1)
    rightRest = UInt16(truncatingIfNeeded: (UInt32(1) << UInt32(self.right.count)) - 1)
    alignEqual()
    guard leftRest != 0, rightRest != 0 else { return }
    alignJoined()
    alignSlips()
    alignCutOff()
  }

  private func left(_ place: Int) -> Int32 { left[left.startIndex + place] }
  private func right(_ place: Int) -> Int32 { right[right.startIndex + place] }

  private mutating func alignEqual() {
    for place in 0..<left.count {
      let word = left(place)
      for other in 0..<right.count where rightRest & 1 << other != 0 && right(other) == word {
        rightRest &= ~(1 << other)
        leftRest &= ~(1 << place)
        shared |= 1 << place
        agreement += words.facts[Int(word)].weight
        break
      }
    }
  }

  /// "Care Focus" beside "Carefocus".
  private mutating func alignJoined() {
    for place in 0..<left.count where leftRest & 1 << place != 0 {
      if let other = pair(of: left(place), in: right, rest: rightRest) {
        rightRest &= ~(3 << other)
        leftRest &= ~(1 << place)
        noteJoin(left(place))
      }
    }
    for place in 0..<right.count where rightRest & 1 << place != 0 {
      if let other = pair(of: right(place), in: left, rest: leftRest) {
        leftRest &= ~(3 << other)
        rightRest &= ~(1 << place)
        noteJoin(right(place))
      }
    }
  }

  private mutating func noteJoin(_ whole: Int32) {
    if words.facts[Int(whole)].sort == .rare { rareOthers += 1 }
    agreement += words.facts[Int(whole)].weight
  }

  /// The place of the first of two neighbours that make up a word.
  private func pair(of whole: Int32, in names: ArraySlice<Int32>, rest: UInt16) -> Int? {
    guard names.count > 1 else { return nil }
    for place in 0..<(names.count - 1) where rest & 3 << place == 3 << place {
      let one = words.facts[Int(names[names.startIndex + place])]
      let other = words.facts[Int(names[names.startIndex + place + 1])]
      guard one.length + other.length == words.facts[Int(whole)].length else { continue }
      let letters = words.letters(of: whole)
      if letters.prefix(Int(one.length)) == words.letters(of: names[names.startIndex + place]),
        letters.suffix(Int(other.length)) == words.letters(of: names[names.startIndex + place + 1])
      {
        return place
      }
    }
    return nil
  }

  private mutating func alignSlips() {
    for place in 0..<left.count where leftRest & 1 << place != 0 {
      for other in 0..<right.count
      where rightRest & 1 << other != 0 && isSlip(left(place), right(other)) {
        takeSlip(place, other)
        break
      }
    }
  }

  /// A slip in a long word leaves enough of it to tell the name; in a short one it may be another.
  private mutating func takeSlip(_ place: Int, _ other: Int) {
    let words = (left(place), right(other))
    let facts = (self.words.facts[Int(words.0)], self.words.facts[Int(words.1)])
    let isLong = min(facts.0.length, facts.1.length) >= 8
    if isLong, facts.0.sort == .rare, facts.1.sort == .rare { rareOthers += 1 }
    let isOneLetter =
      isLong
      && EditDistance.isWithin(
        1, self.words.letters(of: words.0), self.words.letters(of: words.1))
    take(place, other, eighths: isOneLetter ? 7 : 6)
  }

  /// A name that a column's width cut off ends within a word.
  private mutating func alignCutOff() {
    for (place, other) in [(left.count - 1, nil), (nil, right.count - 1)] as [(Int?, Int?)] {
      let lefts = place.map { [$0] } ?? Array(0..<left.count)
      let rights = other.map { [$0] } ?? Array(0..<right.count)
      for one in lefts where one >= 0 && leftRest & 1 << one != 0 {
        for two in rights where two >= 0 && rightRest & 1 << two != 0 {
          let (short, long) = place == nil ? (right(two), left(one)) : (left(one), right(two))
          guard leftRest & 1 << one != 0, isStart(short, of: long) else { continue }
          take(one, two, eighths: 5)
        }
      }
    }
  }

  private mutating func take(_ place: Int, _ other: Int, eighths: Int32) {
    leftRest &= ~(1 << place)
    rightRest &= ~(1 << other)
    isSpelledAlike = false
    let weights = (
      words.facts[Int(left(place))].weight, words.facts[Int(right(other))].weight
    )
    agreement += min(weights.0, weights.1) * eighths / 8
  }

  /// Whether one of two words is a slip for the other.
  private func isSlip(_ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (words.facts[Int(one)], words.facts[Int(other)])
    let shorter = min(a.length, b.length)
    guard shorter >= 5, abs(a.length - b.length) <= 2, a.sort != .number, b.sort != .number,
      a.sort == .rare || b.sort == .rare, words.letters[Int(a.start)] == words.letters[Int(b.start)]
    else { return false }
    return EditDistance.isWithin(
      shorter >= 8 ? 2 : 1, words.letters(of: one), words.letters(of: other))
  }

  /// Whether a word is the start of another.
  private func isStart(_ short: Int32, of long: Int32) -> Bool {
    let (a, b) = (words.facts[Int(short)], words.facts[Int(long)])
    guard a.length >= 3, a.length < b.length, a.sort != .number else { return false }
    return words.letters(of: long).starts(with: words.letters(of: short))
  }
}
