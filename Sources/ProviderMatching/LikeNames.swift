/// The pairs of readings that their words hold to be one, or maybe one.
struct LikeNames: Sendable {
  /// Two entries of the catalogue, the first one first.
  struct Pair: Sendable {
    let left: Int32
    let right: Int32
    /// How likely both are one, in thousandths.
    let permille: Int16
    /// The place of the reason among all.
    let reason: Int16
  }

  /// So many entries, or known pairs, are looked at by one thread before it takes the next.
  private static let entriesOfPart = 2048
  private static let pairsOfPart = 65_536

  private(set) var pairs: [Pair] = []
  let droppedPairs: Int
  /// How many pairs were compared, apart from those that were known.
  private(set) var comparedPairs = 0
  /// The blocks that had too many readings to be compared, in order.
  let largeBlocks: [UInt64]

  private let catalogue: NameCatalogue
  private let candidates: CandidatePairs
  /// The place of each entry among the known readings; below 0 for new ones.
  private let known: [Int32]

  /// Compares the readings of a catalogue two by two, apart from pairs of which it is known how they
  /// compare.
  init(
    _ comparison: NameComparison, _ model: MatchModel, known: KnownNames?, threads: Int
  ) {
    catalogue = comparison.catalogue
    candidates = CandidatePairs(catalogue, known: known, threads: threads)
    droppedPairs = candidates.droppedPairs
    largeBlocks = candidates.largeBlocks
    let known = known.flatMap { $0.readings.isEmpty ? nil : $0 }
    self.known = known?.places(of: catalogue, threads: threads) ?? []
    guard model.isFitted else { return }
    if let known { addKnown(known, threads: threads) }
    addNew(PairScoring(comparison: comparison, model: model), threads: threads)
  }

  /// The pairs that were worth a question before and still share a block that is small enough.
  private mutating func addKnown(_ names: KnownNames, threads: Int) {
    var entries = [Int32](repeating: -1, count: names.readings.count)
    for (entry, place) in known.enumerated() where place >= 0 { entries[Int(place)] = Int32(entry) }
    let parts = Concurrently.parts(
      of: names.pairs.count, size: LikeNames.pairsOfPart, threads: threads
    ) { [self, entries] range in
      range.compactMap { place -> Pair? in
        let pair = names.pairs[place]
        let (one, other) = (entries[Int(pair.left)], entries[Int(pair.right)])
        guard one >= 0, other >= 0, !wasApart(one, other), candidates.shareBlock(one, other) else {
          return nil
        }
        return Pair(
          left: min(one, other), right: max(one, other), permille: pair.permille,
          reason: pair.reason)
      }
    }
    for part in parts { pairs += part }
  }

  private mutating func addNew(_ scoring: PairScoring, threads: Int) {
    let parts = Concurrently.parts(
      of: catalogue.entries.count, size: LikeNames.entriesOfPart, threads: threads
    ) { [self] range in
      var found: (pairs: [Pair], compared: Int) = ([], 0)
      var partners: [Int32] = []
      for place in range {
        newPartners(of: Int32(place), into: &partners)
        found.compared += partners.count
        for partner in partners {
          if let pair = pair(Int32(place), partner, scoring) { found.pairs.append(pair) }
        }
      }
      return found
    }
    for part in parts {
      comparedPairs += part.compared
      pairs += part.pairs
    }
  }

  /// The entries with which an entry has to be compared, each pair from one of its sides.
  private func newPartners(of entry: Int32, into found: inout [Int32]) {
    guard !known.isEmpty else { return candidates.partners(of: entry, into: &found) }
    if isNew(entry) {
      candidates.partners(of: entry, after: -1, into: &found)
      found.removeAll { isNew($0) && $0 < entry }
    } else if candidates.isReopened(entry) {
      candidates.partners(of: entry, into: &found)
      found.removeAll { !wasApart(entry, $0) }
    } else {
      found.removeAll(keepingCapacity: true)
    }
  }

  private func isNew(_ entry: Int32) -> Bool { known[Int(entry)] < 0 }

  /// Whether two known entries may not have been compared, as a block of both was too large.
  private func wasApart(_ one: Int32, _ other: Int32) -> Bool {
    candidates.isReopened(one) && candidates.isReopened(other) && !isNew(one) && !isNew(other)
  }

  private func pair(_ one: Int32, _ other: Int32, _ scoring: PairScoring) -> Pair? {
    let (left, right) = catalogue.pair(one, other)
    guard let found = scoring.worthAsking(left, right) else { return nil }
    return Pair(
      left: min(one, other), right: max(one, other), permille: Int16(clamping: found.permille),
      reason: Int16(clamping: MatchReason.allCases.firstIndex(of: found.reason) ?? 0))
  }
}
