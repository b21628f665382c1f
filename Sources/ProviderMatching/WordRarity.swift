package import MappingTables

/// How rare words are in payees' names, by the reference list of `word-counts.csv`.
///
/// The list alone counts, not the names at hand: two names compare alike whatever else is in the
/// run, so that a run over new names gives what a run over all of them gives.
package struct WordRarity: Sendable {
  /// How many names hold a word that the list does not have: it is told from words of the list.
  private static let unlistedNames = 6
  /// One name in so many, and more, hold a word that says little.
  private static let commonShare = 120
  /// The row that counts all names.
  static let allNames = "*"

  private let counts: [String: Int]
  private let total: Int
  /// What tells the list from every other.
  let digest: ReadingDigest

  /// The rarity by these rows; without any, every word is as rare as another.
  package init(_ rows: [ProviderWordCount]) {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.word] = row.names }
    total = max(counts.removeValue(forKey: WordRarity.allNames) ?? 0, WordRarity.commonShare * 100)
    self.counts = counts
    digest = ReadingDigest(texts: rows.lazy.map { "\($0.word) \($0.names)" })
  }

  /// In how many names of the corpus the word stands; nil where the list does not have it.
  func names(with word: String) -> Int? { counts[word] }

  /// Whether a good part of all names hold the word.
  func isCommon(_ word: String) -> Bool {
    (counts[word] ?? 0) * WordRarity.commonShare >= total
  }

  /// How much the word tells: the binary logarithm of one in how many names holds it, in
  /// hundredths.
  func weight(of word: String) -> Int32 {
    let names = max(counts[word] ?? WordRarity.unlistedNames, 1)
    return WordRarity.hundredths(ofLog2: total) - WordRarity.hundredths(ofLog2: names)
  }

  /// The binary logarithm of a number from 1, in hundredths, rounded down; in whole numbers, so
  /// that every machine gives the same.
  static func hundredths(ofLog2 number: Int) -> Int32 {
    let whole = Int.bitWidth - 1 - max(number, 1).leadingZeroBitCount
    // The rest lies from 1 to under 2, with 24 binary places.
    var rest = (UInt64(max(number, 1)) << 24) >> UInt64(whole)
    var fraction: UInt64 = 0
    for _ in 0..<12 {
      rest = (rest * rest) >> 24
      fraction <<= 1
      if rest >= 2 << 24 {
        rest >>= 1
        fraction |= 1
      }
    }
    return Int32(whole) * 100 + Int32(truncatingIfNeeded: (fraction * 100) >> 12)
  }
}
