/// What a run keeps of its names, so that the next one reads and compares only what is new.
///
/// It holds how each name was read and how alike the readings were that are worth a question. Both
/// depend on the names and on the tables alone: rarity is counted over a reference list and blocks
/// are those of a name by itself. It is a cache and nothing more: a run that takes what it can from
/// here and works out the rest gives what a run without it gives.
package struct KnownNames: Equatable, Sendable {
  /// Two readings that are held to be one, or maybe one, by their places among ``readings``.
  struct Pair: Equatable, BitwiseCopyable {
    let left: Int32
    let right: Int32
    /// How likely both are one, in thousandths.
    let permille: Int16
    /// The place of the reason among all.
    let reason: Int16
  }

  /// What makes up the tables by which names are read and compared.
  let tables: ReadingDigest
  /// How names were read, by their digests.
  let names: KnownReadings
  /// The readings that were compared, in order.
  let readings: [ReadingDigest]
  /// The blocks that had too many readings to be compared, in order.
  let largeBlocks: [UInt64]
  /// In order of their places.
  let pairs: [Pair]

  init(
    tables: ReadingDigest, names: KnownReadings = KnownReadings(), readings: [ReadingDigest] = [],
    largeBlocks: [UInt64] = [], pairs: [Pair] = []
  ) {
    self.tables = tables
    self.names = names
    self.readings = readings
    self.largeBlocks = largeBlocks
    self.pairs = pairs
  }

  /// How many names it knows.
  package var count: Int { names.count }

  /// Whether a block had too many readings to be compared.
  func wasTooLarge(_ block: UInt64) -> Bool {
    largeBlocks.place(of: block) != nil
  }

  /// The place of each entry of a catalogue among ``readings``; below 0 for new ones.
  func places(of catalogue: NameCatalogue, threads: Int) -> [Int32] {
    guard !readings.isEmpty else { return [Int32](repeating: -1, count: catalogue.digests.count) }
    let parts = Concurrently.parts(of: catalogue.digests.count, size: 8192, threads: threads) {
      $0.map { readings.place(of: catalogue.digests[$0]).map { Int32($0) } ?? -1 }
    }
    return Array(parts.joined())
  }
}

extension KnownNames {
  /// What a run keeps.
  init(
    tables: ReadingDigest, names: KnownReadings, _ catalogue: NameCatalogue, _ likeNames: LikeNames
  ) {
    let digests = catalogue.digests
    let order = digests.indices.sorted { digests[$0] < digests[$1] }
    var places = [Int32](repeating: 0, count: order.count)
    for (place, entry) in order.enumerated() { places[entry] = Int32(place) }
    let pairs = likeNames.pairs.map { pair in
      let (one, other) = (places[Int(pair.left)], places[Int(pair.right)])
      return Pair(
        left: min(one, other), right: max(one, other), permille: pair.permille,
        reason: pair.reason)
    }
    self.init(
      tables: tables, names: names, readings: order.map { digests[$0] },
      largeBlocks: likeNames.largeBlocks,
      pairs: pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }
}

extension Array where Element: Comparable {
  /// Where an element stands in a sorted array; nil where it does not.
  func place(of element: Element) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element ? low : nil
  }
}
