/// The blocks that a name stands in: one for each rare word, each two of its four rarest words, the
/// whole of its letters, its words in any order, its first letters, and its initials.
enum NameBlocks {
  /// A word that more names of the reference corpus hold makes no block by itself.
  static let mostNamesOfWord: Int32 = 500
  private static let prefixes = [6, 10]
  private static let rarestWords = 4

  // The sort of a block goes into its hash, so that blocks of two sorts are never one.
  private enum Sort: UInt64 {
    case letters = 1, words, prefix, word, twoWords, initials
  }

  /// Adds the hashes of an entry's blocks, some of them maybe twice.
  static func add(of entry: NameEntry, _ catalogue: NameCatalogue, to keys: inout [UInt64]) {
    add(of: entry.text, catalogue, to: &keys)
    for alias in catalogue.aliases(of: entry) { add(of: alias.text, catalogue, to: &keys) }
    if entry.acronymCount > 0 {
      let start = Int(entry.acronym)
      let acronym = catalogue.letters[start..<(start + Int(entry.acronymCount))]
      keys.append(hash(.letters, acronym))
      keys.append(hash(.initials, acronym))
    }
  }

  private static func hash(_ sort: Sort, _ bytes: some Sequence<UInt8>) -> UInt64 {
    StableHash.of(bytes) &* 31 &+ sort.rawValue
  }

  private static func add(
    of text: NameEntry.Text, _ catalogue: NameCatalogue, to keys: inout [UInt64]
  ) {
    let letters = catalogue.letters(of: text)
    guard !letters.isEmpty else { return }
    keys.append(hash(.letters, letters))
    for length in prefixes where letters.count >= length {
      keys.append(hash(.prefix, letters.prefix(length)) &+ UInt64(length))
    }
    addWords(catalogue.words(of: text), catalogue.table.known, to: &keys)
  }

  private static func addWords(
    _ words: ArraySlice<Int32>, _ table: KnownWords, to keys: inout [UInt64]
  ) {
    // Words of one rarity in an order that does not hang on when they were met.
    let rarest = words.map {
      (names: table.facts[Int($0)].names, hash: hash(.word, table.letters(of: $0)))
    }
    .sorted { $0 < $1 }
    for word in rarest where word.names <= mostNamesOfWord { keys.append(word.hash) }
    let few = rarest.prefix(rarestWords)
    for (place, one) in few.enumerated() {
      for other in few.dropFirst(place + 1) where other.hash != one.hash {
        // The sum does not depend on the order of the two.
        keys.append((one.hash &+ other.hash) &* 31 &+ Sort.twoWords.rawValue)
      }
    }
    let all = words.reduce(UInt64(0)) { $0 &+ hash(.words, table.letters(of: $1)) }
    keys.append(all)
    addInitials(words, table, to: &keys)
  }

  /// A name's initials, and a short first word that may be those of another.
  private static func addInitials(
    _ words: ArraySlice<Int32>, _ table: KnownWords, to keys: inout [UInt64]
  ) {
    if words.count > 1 {
      keys.append(hash(.initials, words.compactMap { table.letters(of: $0).first }))
    }
    if let first = words.first, (2...6).contains(table.facts[Int(first)].length) {
      keys.append(hash(.initials, table.letters(of: first)))
    }
  }
}
