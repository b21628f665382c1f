/// Two names laid side by side: which words they share, which are slips of one another, and what is
/// left over.
struct NameAlignment {
  /// More words than this are not looked at.
  static let mostWords = 16

  /// The first words of a name, by their numbers.
  struct Words {
    private(set) var words = SIMD16<Int32>(repeating: -1)
    let count: Int

    init(_ text: NameEntry.Text, of all: [Int32]) {
      count = min(Int(text.wordCount), NameAlignment.mostWords)
      for place in 0..<count { words[place] = all[Int(text.words) + place] }
    }

    subscript(place: Int) -> Int32 { words[place] }
  }

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

  let left: Words
  let right: Words

  /// Names that are not laid side by side yet.
  init(_ left: Words, _ right: Words) {
    self.left = left
    self.right = right
    leftRest = UInt16(truncatingIfNeeded: (UInt32(1) << UInt32(left.count)) - 1)
    rightRest = UInt16(truncatingIfNeeded: (UInt32(1) << UInt32(right.count)) - 1)
  }

  /// Lays the names side by side.
  mutating func align(_ words: KnownWords) {
    alignEqual(words)
    guard leftRest != 0, rightRest != 0 else { return }
    alignJoined(words)
    alignSlips(words)
    alignCutOff(words)
  }

  private mutating func alignEqual(_ words: KnownWords) {
    for place in 0..<left.count {
      let word = left[place]
      for other in 0..<right.count where rightRest & 1 << other != 0 && right[other] == word {
        rightRest &= ~(1 << other)
        leftRest &= ~(1 << place)
        shared |= 1 << place
        agreement += words.facts[Int(word)].weight
        break
      }
    }
  }

  /// "Care Focus" beside "Carefocus".
  private mutating func alignJoined(_ words: KnownWords) {
    for place in 0..<left.count where leftRest & 1 << place != 0 {
      if let other = NameAlignment.pair(of: left[place], in: right, rest: rightRest, words) {
        rightRest &= ~(3 << other)
        leftRest &= ~(1 << place)
        noteJoin(words.facts[Int(left[place])])
      }
    }
    for place in 0..<right.count where rightRest & 1 << place != 0 {
      if let other = NameAlignment.pair(of: right[place], in: left, rest: leftRest, words) {
        leftRest &= ~(3 << other)
        rightRest &= ~(1 << place)
        noteJoin(words.facts[Int(right[place])])
      }
    }
  }

  private mutating func noteJoin(_ whole: KnownWords.Facts) {
    if whole.sort == .rare { rareOthers += 1 }
    agreement += whole.weight
  }

  /// The place of the first of two neighbours that make up a word.
  private static func pair(
    of whole: Int32, in names: Words, rest: UInt16, _ words: KnownWords
  ) -> Int? {
    guard names.count > 1 else { return nil }
    let all = words.facts[Int(whole)]
    for place in 0..<(names.count - 1) where rest & 3 << place == 3 << place {
      let one = words.facts[Int(names[place])]
      let other = words.facts[Int(names[place + 1])]
      guard one.length + other.length == all.length else { continue }
      if words.areEqual(one.start, all.start, count: one.length),
        words.areEqual(other.start, all.start + one.length, count: other.length)
      {
        return place
      }
    }
    return nil
  }

  private mutating func alignSlips(_ words: KnownWords) {
    for place in 0..<left.count where leftRest & 1 << place != 0 {
      for other in 0..<right.count
      where rightRest & 1 << other != 0 && words.isSlip(left[place], right[other]) {
        takeSlip(place, other, words)
        break
      }
    }
  }

  /// A slip in a long word leaves enough of it to tell the name; in a short one it may be another.
  private mutating func takeSlip(_ place: Int, _ other: Int, _ words: KnownWords) {
    let facts = (words.facts[Int(left[place])], words.facts[Int(right[other])])
    let isLong = min(facts.0.length, facts.1.length) >= 8
    if isLong, facts.0.sort == .rare, facts.1.sort == .rare { rareOthers += 1 }
    let isOneLetter = isLong && words.areWithin(1, left[place], right[other])
    take(place, other, eighths: isOneLetter ? 7 : 6, words)
  }

  /// A name that a column's width cut off ends within a word.
  private mutating func alignCutOff(_ words: KnownWords) {
    let (last, otherLast) = (left.count - 1, right.count - 1)
    for other in 0..<right.count where isOpen(last, other) {
      guard words.isStart(left[last], of: right[other]) else { continue }
      take(last, other, eighths: 5, words)
    }
    for place in 0..<left.count where isOpen(place, otherLast) {
      guard words.isStart(right[otherLast], of: left[place]) else { continue }
      take(place, otherLast, eighths: 5, words)
    }
  }

  /// Whether two words are both left over.
  private func isOpen(_ place: Int, _ other: Int) -> Bool {
    leftRest & 1 << place != 0 && rightRest & 1 << other != 0
  }

  private mutating func take(_ place: Int, _ other: Int, eighths: Int32, _ words: KnownWords) {
    leftRest &= ~(1 << place)
    rightRest &= ~(1 << other)
    isSpelledAlike = false
    let weights = (words.facts[Int(left[place])].weight, words.facts[Int(right[other])].weight)
    agreement += min(weights.0, weights.1) * eighths / 8
  }
}
