/// Which names are worth comparing: those that share something rare.
///
/// What a block is depends on the name alone (see ``NameBlocks``), so that new names never change
/// which blocks an old one is in.
struct CandidatePairs: Sendable {
  /// A block of more names than this says nothing.
  static let largestBlock = 60
  /// Memory is saved by taking the blocks in so many portions, by their hashes.
  private static let portions = 8
  private static let entriesOfPart = 4096

  /// How many pairs lie in blocks that are too large; a pair counts in each of them.
  private(set) var droppedPairs = 0
  /// The blocks that are too large, in order.
  private(set) var largeBlocks: [UInt64] = []
  /// Whether each entry stands in a block that was too large for an earlier run; empty where none
  /// does.
  private var reopened: [Bool] = []
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

  private struct Portion {
    var members: [Int32] = []
    var sizes: [Int32] = []
    var droppedPairs = 0
    var largeBlocks: [UInt64] = []
    var reopened: [Int32] = []
  }

  /// The pairs of all entries; `known` is what an earlier run kept.
  init(_ catalogue: NameCatalogue, known: KnownNames? = nil, threads: Int = 1) {
    let keys = Concurrently.parts(
      of: catalogue.entries.count, size: CandidatePairs.entriesOfPart, threads: threads
    ) { range in
      CandidatePairs.memberships(range, catalogue)
    }
    let portions = Concurrently.parts(
      of: CandidatePairs.portions, size: 1, threads: threads
    ) { portion in
      CandidatePairs.portion(keys.flatMap { $0[portion.lowerBound] }, known)
    }
    for portion in portions {
      droppedPairs += portion.droppedPairs
      for size in portion.sizes { starts.append((starts.last ?? 0) + size) }
      members += portion.members
      largeBlocks += portion.largeBlocks
    }
    largeBlocks.sort()
    reopen(portions.flatMap(\.reopened), entries: catalogue.entries.count)
    turn(entries: catalogue.entries.count)
  }

  /// The entries after `entry` that share a block with it, each once, in order.
  func partners(of entry: Int32, into found: inout [Int32]) {
    partners(of: entry, after: entry, into: &found)
  }

  /// The other entries behind the one at `first` that share a block with `entry`, each once, in order.
  func partners(of entry: Int32, after first: Int32, into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    for at in Int(blockStarts[Int(entry)])..<Int(blockStarts[Int(entry) + 1]) {
      let block = Int(blocks[at])
      var place = Int(starts[block + 1]) - 1
      while place >= Int(starts[block]), members[place] > first {
        if members[place] != entry { found.append(members[place]) }
        place -= 1
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

  /// Whether two entries share a block.
  func shareBlock(_ one: Int32, _ other: Int32) -> Bool {
    var (left, right) = (Int(blockStarts[Int(one)]), Int(blockStarts[Int(other)]))
    let (leftEnd, rightEnd) = (
      Int(blockStarts[Int(one) + 1]), Int(blockStarts[Int(other) + 1])
    )
    while left < leftEnd, right < rightEnd {
      if blocks[left] == blocks[right] { return true }
      if blocks[left] < blocks[right] { left += 1 } else { right += 1 }
    }
    return false
  }

  /// Whether an entry stands in a block that was too large for an earlier run and no longer is.
  func isReopened(_ entry: Int32) -> Bool { !reopened.isEmpty && reopened[Int(entry)] }

  private mutating func reopen(_ places: [Int32], entries: Int) {
    guard !places.isEmpty else { return }
    reopened = [Bool](repeating: false, count: entries)
    for place in places { reopened[Int(place)] = true }
  }

  /// The blocks of some entries, by portions.
  private static func memberships(
    _ entries: Range<Int>, _ catalogue: NameCatalogue
  ) -> [[Membership]] {
    var found = [[Membership]](repeating: [], count: portions)
    var keys: [UInt64] = []
    for place in entries {
      keys.removeAll(keepingCapacity: true)
      NameBlocks.add(of: catalogue.entries[place], catalogue, to: &keys)
      keys.sort()
      for (at, key) in keys.enumerated() where at == 0 || keys[at - 1] != key {
        found[Int(key % UInt64(portions))].append(Membership(block: key, entry: Int32(place)))
      }
    }
    return found
  }

  /// The blocks of a portion that have two names or more, without those that are too large.
  private static func portion(_ all: [Membership], _ known: KnownNames?) -> Portion {
    let all = all.sorted { ($0.block, $0.entry) < ($1.block, $1.entry) }
    var portion = Portion()
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].block == all[start].block { end += 1 }
      let size = end - start
      if size > largestBlock {
        portion.droppedPairs += size * (size - 1) / 2
        portion.largeBlocks.append(all[start].block)
      } else if size > 1 {
        let members = all[start..<end].lazy.map(\.entry)
        if known?.wasTooLarge(all[start].block) ?? false { portion.reopened += members }
        portion.members += members
        portion.sizes.append(Int32(size))
      }
      start = end
    }
    return portion
  }

  /// Works out the blocks of each entry from the entries of each block.
  private mutating func turn(entries: Int) {
    blockStarts = [Int32](repeating: 0, count: entries + 1)
    for entry in members { blockStarts[Int(entry) + 1] += 1 }
    for entry in 0..<entries { blockStarts[entry + 1] += blockStarts[entry] }
    blocks = [Int32](repeating: 0, count: members.count)
    var next = blockStarts
    for block in 0..<(starts.count - 1) {
      for place in Int(starts[block])..<Int(starts[block + 1]) {
        let entry = Int(members[place])
        blocks[Int(next[entry])] = Int32(block)
        next[entry] += 1
      }
    }
  }
}
