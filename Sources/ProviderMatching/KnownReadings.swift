/// How names were read, as bytes, by the digests of the names.
///
/// The names themselves do not stand in it, and of an individual only that it is one.
struct KnownReadings: Equatable, Sendable {
  private(set) var names: [ReadingDigest] = []
  /// Where the bytes of each reading begin, and where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var bytes: [UInt8] = []

  /// No names.
  init() {}

  /// Readings whose parts come from a file; nil where they do not fit together.
  init?(names: [ReadingDigest], starts: [Int], bytes: [UInt8]) {
    guard starts.count == names.count + 1, starts.first == 0, starts.last == bytes.count else {
      return nil
    }
    for place in names.indices where starts[place] > starts[place + 1] { return nil }
    self.names = names
    self.starts = starts
    self.bytes = bytes
  }

  /// The readings of all parts; a name stands in one part only.
  init(_ parts: [KnownReadings]) {
    let all = parts.enumerated().flatMap { part, readings in
      readings.names.indices.map { (part: Int32(part), place: Int32($0)) }
    }
    func name(_ one: (part: Int32, place: Int32)) -> ReadingDigest {
      parts[Int(one.part)].names[Int(one.place)]
    }
    names.reserveCapacity(all.count)
    starts.reserveCapacity(all.count + 1)
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    for one in all.sorted(by: { name($0) < name($1) }) {
      add(name(one), parts[Int(one.part)].bytes(at: Int(one.place)))
    }
  }

  /// How many names it knows.
  var count: Int { names.count }

  /// What tells a name with a class of payee from every other.
  static func digest(_ name: String, creditorType: String) -> ReadingDigest {
    var hash = DoubleHash()
    hash.take(name)
    hash.take(creditorType)
    return ReadingDigest(high: hash.first, low: hash.second)
  }

  /// The reading of a name; nil where it is not known.
  func bytes(of name: ReadingDigest) -> ArraySlice<UInt8>? { names.place(of: name).map(bytes) }

  /// Adds a reading behind the others, in the order in which they come.
  mutating func add(_ name: ReadingDigest, _ reading: some Sequence<UInt8>) {
    names.append(name)
    bytes += reading
    starts.append(bytes.count)
  }

  private func bytes(at place: Int) -> ArraySlice<UInt8> {
    bytes[starts[place]..<starts[place + 1]]
  }
}
