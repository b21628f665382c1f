import PoolModel

/// Reads mentions and collapses them to nodes; individuals, redacted and unnamed payees are set
/// aside before anything is matched.
struct MentionCollection {
  /// So many distinct names are read before their readings are put away, and so many by one thread
  /// at a time.
  private static let namesOfWave = 65_536
  private static let namesOfPart = 1024

  /// The nodes in an order that does not depend on that of the input.
  private(set) var nodes: [NameNode] = []
  /// The class of each mention that has no provider of its own, by its place in the input.
  private(set) var classIDs: [Int32: String] = [:]
  /// The readings of all names that are matched.
  private(set) var catalogue: NameCatalogue
  private(set) var faults: [StatedIdentifiers.Fault: RowTally] = [:]
  /// How the names were read, for the next run; none where nothing is kept.
  private(set) var readings = KnownReadings()

  /// Takes all mentions in; `known` is what an earlier run kept, nil where nothing is to be kept.
  init(
    _ matcher: ProviderMatcher, _ mentions: [PayeeMention], known: KnownReadings? = nil,
    threads: Int = 1
  ) {
    catalogue = NameCatalogue(rules: matcher.reader.rules, rarity: matcher.rarity)
    let names = SortedNames(mentions, threads: threads)
    var kept: [KnownReadings] = []
    for start in stride(from: 0, to: names.count, by: MentionCollection.namesOfWave) {
      let count = min(MentionCollection.namesOfWave, names.count - start)
      let parts = Concurrently.parts(
        of: count, size: MentionCollection.namesOfPart, threads: threads
      ) { part in
        var reading = MentionReading(matcher, mentions, known)
        for name in part { reading.read(names.mentions(ofName: start + name)) }
        return reading
      }
      for part in parts { take(part) }
      if known != nil { kept += parts.map(\.readings) }
    }
    readings = KnownReadings(kept)
    catalogue.close()
  }

  private mutating func take(_ part: MentionReading) {
    for (place, id) in part.classIDs { classIDs[place] = id }
    for (fault, tally) in part.faults { faults[fault, default: RowTally()] += tally }
    for draft in part.drafts {
      let entry = catalogue.entry(
        of: draft.reading, company: draft.node.identity.company,
        charity: draft.node.identity.charity, digest: draft.digest)
      var node = draft.node
      node.entry = entry
      catalogue.note(node: Int32(nodes.count), of: entry)
      nodes.append(node)
    }
  }
}

/// The distinct names of mentions in order, each with the places of its mentions.
struct SortedNames: Sendable {
  /// Places of mentions, by name and then in order of the input.
  private let places: [Int32]
  /// Where the mentions of each name begin.
  private let starts: [Int32]

  /// How many distinct names there are.
  var count: Int { starts.count - 1 }

  init(_ mentions: [PayeeMention], threads: Int) {
    let size = (mentions.count + threads - 1) / max(threads, 1)
    let parts = Concurrently.parts(of: mentions.count, size: size, threads: threads) { range in
      range.map { Int32($0) }.sorted { SortedNames.precedes($0, $1, mentions) }
    }
    let places = parts.reduce([]) { SortedNames.merged($0, $1, mentions) }
    var starts: [Int32] = []
    for (at, place) in places.enumerated()
    where at == 0
      || mentions[Int(place)].supplier.name != mentions[Int(places[at - 1])].supplier.name
    {
      starts.append(Int32(at))
    }
    self.places = places
    self.starts = starts + [Int32(places.count)]
  }

  /// The places of the mentions with a name, in order of the input.
  func mentions(ofName name: Int) -> ArraySlice<Int32> {
    places[Int(starts[name])..<Int(starts[name + 1])]
  }

  private static func precedes(
    _ one: Int32, _ other: Int32, _ mentions: [PayeeMention]
  ) -> Bool {
    let (left, right) = (mentions[Int(one)].supplier.name, mentions[Int(other)].supplier.name)
    return left == right ? one < other : left < right
  }

  private static func merged(
    _ left: [Int32], _ right: [Int32], _ mentions: [PayeeMention]
  ) -> [Int32] {
    guard !left.isEmpty else { return right }
    var merged: [Int32] = []
    merged.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count, other < right.count {
      if precedes(right[other], left[one], mentions) {
        merged.append(right[other])
        other += 1
      } else {
        merged.append(left[one])
        one += 1
      }
    }
    return merged + left[one...] + right[other...]
  }
}
