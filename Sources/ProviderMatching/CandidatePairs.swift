/// Which names are worth comparing: those that share something rare.
///
/// A name stands in a block for each rare word, each two of its four rarest words, the whole of its
/// letters, its words in any order, its first letters, and its initials. What a block is depends on
/// the name alone, so that new names never change which blocks an old one is in.
struct CandidatePairs {
  /// A block of more names than this says nothing.
  static let largestBlock = 60
  /// A word that more names of the reference corpus hold makes no block by itself.
  static let mostNamesOfWord: Int32 = 500
  private static let prefixes = [6, 10]
  private static let rarestWords = 4

  /// How many pairs lie in blocks that are too large; a pair counts in each of them.
  private(set) var droppedPairs = 0
  /// Entries by block, one block after the other; blocks of one and those too large are left out.
  private var members: [Int32] = []
  private var starts: [Int32] = [0]
  /// The blocks of each entry, one entry after the other.
  private var blocks: [Int32] = []
  private var blockStarts: [Int32] = []

  private struct Membership {
    let block: UInt64
    let entry: Int32
  }

  init(_ catalogue: NameCatalogue) {
    var all: [Membership] = []
    all.reserveCapacity(catalogue.entries.count * 12)
    var keys: [UInt64] = []
    for (place, entry) in catalogue.entries.enumerated() {
      keys.removeAll(keepingCapacity: true)
      CandidatePairs.addBlocks(of: entry, catalogue, to: &keys)
      keys.sort()
      for (at, key) in keys.enumerated() where at == 0 || keys[at - 1] != key {
        all.append(Membership(block: key, entry: Int32(place)))
      }
    }
    all.sort { ($0.block, $0.entry) < ($1.block, $1.entry) }
    gather(all, entries: catalogue.entries.count)
  }

  /// The entries after `entry` that share a block with it, each once, in order.
  func partners(of entry: Int32, into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    let own = Int(blockStarts[Int(entry)])..<Int(blockStarts[Int(entry) + 1])
    for block in blocks[own] {
      let range = Int(starts[Int(block)])..<Int(starts[Int(block) + 1])
      for member in members[range].reversed() {
        if member <= entry { break }
        found.append(member)
      }
    }
    found.sort()
    var kept = 0
    for at in found.indices where at == 0 || found[at] != found[at - 1] {
      found[kept] = found[at]
      kept += 1
    }
    found.removeLast(found.count - kept)
  }

  private mutating func gather(_ all: [Membership], entries: Int) {
    var ofEntry: [(entry: Int32, block: Int32)] = []
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].block == all[start].block { end += 1 }
      let size = end - start
      if size > CandidatePairs.largestBlock {
        droppedPairs += size * (size - 1) / 2
      } else if size > 1 {
        let block = Int32(starts.count - 1)
        for membership in all[start..<end] {
          members.append(membership.entry)
          ofEntry.append((membership.entry, block))
        }
        starts.append(Int32(members.count))
      }
      start = end
    }
    blockStarts = [Int32](repeating: 0, count: entries + 1)
    for pair in ofEntry { blockStarts[Int(pair.entry) + 1] += 1 }
    for entry in 0..<entries { blockStarts[entry + 1] += blockStarts[entry] }
    blocks = [Int32](repeating: 0, count: ofEntry.count)
    var next = blockStarts
    for pair in ofEntry {
      blocks[Int(next[Int(pair.entry)])] = pair.block
      next[Int(pair.entry)] += 1
    }
  }

  // The sort of a block goes into its hash, so that blocks of two sorts are never one.
  private enum Sort: UInt64 {
    case letters = 1, words, prefix, word, twoWords, initials
  }

  private static func hash(_ sort: Sort, _ bytes: some Sequence<UInt8>) -> UInt64 {
    StableHash.of(bytes) &* 31 &+ sort.rawValue
  }

  private static func addBlocks(
    of entry: NameEntry, _ catalogue: NameCatalogue, to keys: inout [UInt64]
  ) {
    addBlocks(catalogue.words(of: entry), entry.letters, catalogue.table.known, to: &keys)
    for alias in entry.aliases {
      addBlocks(alias.words[...], alias.letters, catalogue.table.known, to: &keys)
    }
    if !entry.acronym.isEmpty {
      keys.append(hash(.letters, entry.acronym))
      keys.append(hash(.initials, entry.acronym))
    }
  }

  private static func addBlocks(
    _ words: ArraySlice<Int32>, _ letters: [UInt8], _ table: KnownWords, to keys: inout [UInt64]
  ) {
    guard !letters.isEmpty else { return }
    keys.append(hash(.letters, letters))
    for length in prefixes where letters.count >= length {
      keys.append(hash(.prefix, letters.prefix(length)) &+ UInt64(length))
    }
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
