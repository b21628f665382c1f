/// The pairs of names that are worth comparing, by blocks of names that share something rare.
struct CandidatePairs {
  /// A block of more names than this says nothing.
  static let largestBlock = 60

  /// Places of entries, the smaller in the upper half; sorted and distinct.
  private(set) var pairs: [UInt64] = []
  /// How many pairs lie in blocks that were too large.
  private(set) var droppedPairs = 0

  init(_ entries: [NameEntry], _ weights: WordWeights) {
    let postings = CandidatePairs.postings(entries, words: weights.words.count)
    addSharedWords(postings, weights)
    addSlips(postings, weights)
    addPrefixes(entries, weights)
    pairs.sort()
    pairs = CandidatePairs.distinct(pairs)
  }

  private static func postings(_ entries: [NameEntry], words: Int) -> [[Int32]] {
    var postings = [[Int32]](repeating: [], count: words)
    for (place, entry) in entries.enumerated() {
      for word in entry.words where postings[Int(word)].last != Int32(place) {
        postings[Int(word)].append(Int32(place))
      }
    }
    return postings
  }

  private static func distinct(_ sorted: [UInt64]) -> [UInt64] {
    var kept: [UInt64] = []
    kept.reserveCapacity(sorted.count)
    for pair in sorted where kept.last != pair { kept.append(pair) }
    return kept
  }

  private mutating func add(_ left: Int32, _ right: Int32) {
    guard left != right else { return }
    pairs.append(UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
  }

  private mutating func addBlock(_ block: [Int32]) {
    guard block.count > 1 else { return }
    guard block.count <= CandidatePairs.largestBlock else {
      droppedPairs += block.count * (block.count - 1) / 2
      return
    }
    for (place, left) in block.enumerated() {
      for right in block[(place + 1)...] { add(left, right) }
    }
  }

  private mutating func addSharedWords(_ postings: [[Int32]], _ weights: WordWeights) {
    for word in postings.indices where !weights.isGeneric(Int32(word)) {
      addBlock(postings[word])
    }
  }

  /// Names with words that are one letter apart.
  private mutating func addSlips(_ postings: [[Int32]], _ weights: WordWeights) {
    var shapes: [(hash: UInt64, word: Int32)] = []
    for word in weights.words.indices where weights.bytes[word].count >= 5 {
      for hash in StableHash.withOneByteLess(weights.bytes[word]) {
        shapes.append((hash, Int32(word)))
      }
    }
    shapes.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    var start = 0
    while start < shapes.count {
      var end = start + 1
      while end < shapes.count, shapes[end].hash == shapes[start].hash { end += 1 }
      if end - start > 1, end - start <= CandidatePairs.largestBlock {
        addSlips(shapes[start..<end].map(\.word), postings, weights)
      }
      start = end
    }
  }

  private mutating func addSlips(_ words: [Int32], _ postings: [[Int32]], _ weights: WordWeights) {
    for (place, left) in words.enumerated() {
      for right in words[(place + 1)...] where left != right && weights.isSlip(left, right) {
        let (a, b) = (postings[Int(left)], postings[Int(right)])
        guard a.count * b.count <= CandidatePairs.largestBlock * 10 else {
          droppedPairs += a.count * b.count
          continue
        }
        for one in a { for other in b { add(one, other) } }
      }
    }
  }

  /// Names whose first ten letters are equal.
  private mutating func addPrefixes(_ entries: [NameEntry], _ weights: WordWeights) {
    var blocks: [(hash: UInt64, entry: Int32)] = []
    for (place, entry) in entries.enumerated() {
      var letters: [UInt8] = []
      for word in entry.words where letters.count < 10 {
        letters.append(contentsOf: weights.bytes[Int(word)])
      }
      guard letters.count >= 10 else { continue }
      blocks.append((StableHash.of(letters.prefix(10)), Int32(place)))
    }
    blocks.sort { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
    var start = 0
    while start < blocks.count {
      var end = start + 1
      while end < blocks.count, blocks[end].hash == blocks[start].hash { end += 1 }
      addBlock(blocks[start..<end].map(\.entry))
      start = end
    }
  }
}
