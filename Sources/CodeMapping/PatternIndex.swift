/// The rules of one column that hold patterns, found by the literal text that a value must hold.
///
/// Each pattern is filed under one run of literal bytes: what it begins with where that is long
/// enough, else its longest run anywhere. A value is read once; every run of bytes that some
/// pattern is filed under gives candidates, which the caller must still match.
struct PatternIndex: Sendable {
  /// The column's place in `CodeRule.Column.allCases`.
  let column: Int
  private var rules: [UInt64: [Int32]] = [:]
  /// Bit `n` is set where a run of `n` bytes at the start of a value is filed.
  private var startLengths: UInt64 = 0
  /// The same for runs that may stand anywhere.
  private var innerLengths: UInt64 = 0
  /// Patterns without a literal byte.
  private var unfiled: [Int32] = []
  /// One bit for each hash that may be filed: most lookups end here, without the dictionary.
  private var filter: [UInt64]

  /// A longer run is filed under its first bytes.
  private static let longestRun = 32
  /// A beginning of this length is preferred to a longer run further on: it is looked up once.
  private static let goodStart = 4
  private static let startSeed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let innerSeed: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// An index of folded patterns with the places of their rules.
  init(column: Int, patterns: [(pattern: String, rule: Int32)]) {
    self.column = column
    var words = 16
    while words * 8 < patterns.count { words *= 2 }
    filter = Array(repeating: 0, count: words)
    for (pattern, rule) in patterns { file(Array(pattern.utf8), rule) }
  }

  /// Calls `body` with each rule whose pattern may match a folded value; some more than once.
  func forEachCandidate(for value: String, _ body: (Int32) -> Void) {
    unfiled.forEach(body)
    let bytes = Array(value.utf8)
    look(in: bytes, from: 0, seed: Self.startSeed, lengths: startLengths, body)
    guard innerLengths != 0 else { return }
    for start in bytes.indices {
      look(in: bytes, from: start, seed: Self.innerSeed, lengths: innerLengths, body)
    }
  }

  private func look(
    in bytes: [UInt8], from start: Int, seed: UInt64, lengths: UInt64, _ body: (Int32) -> Void
  ) {
    var hash = seed
    // The lengths still wanted, shifted so that bit 1 is the next one.
    var wanted = lengths
    var place = start
    while wanted > 1, place < bytes.count {
      hash = Self.hash(hash, bytes[place])
      wanted >>= 1
      place += 1
      if wanted & 1 == 1, mayHold(hash) { rules[hash]?.forEach(body) }
    }
  }

  private mutating func file(_ pattern: [UInt8], _ rule: Int32) {
    let runs = pattern.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?")
    }
    let start = runs.first ?? []
    let longest = runs.max { $0.count < $1.count } ?? []
    guard !longest.isEmpty else { return unfiled.append(rule) }
    let isStart = start.count >= min(Self.goodStart, longest.count)
    let run = (isStart ? start : longest).prefix(Self.longestRun)
    let hash = run.reduce(isStart ? Self.startSeed : Self.innerSeed, Self.hash)
    if isStart { startLengths |= 1 << run.count } else { innerLengths |= 1 << run.count }
    rules[hash, default: []].append(rule)
    filter[word(hash)] |= bit(hash)
  }

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    // FNV-1a; runs that share a hash only cost a match that fails.
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private func mayHold(_ hash: UInt64) -> Bool { filter[word(hash)] & bit(hash) != 0 }
  private func word(_ hash: UInt64) -> Int { Int((hash >> 32) & UInt64(filter.count - 1)) }
  private func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 58) }
}
