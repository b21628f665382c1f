/// Known names as bytes, for a file: a head, whole arrays one after the other in the machine's own
/// order, and a hash of all of it at the end.
extension KnownNames {
  // "WEIR" and the version of the shape. A machine of the other byte order reads another number.
  private static let mark: UInt64 = 0x5745_4952_0000_0001

  /// As bytes; `program` tells the program that worked this out from every other version.
  package func bytes(program: UInt64) -> [UInt8] {
    let head: [UInt64] = [
      KnownNames.mark, program, tables.high, tables.low, UInt64(names.count),
      UInt64(names.bytes.count), UInt64(readings.count), UInt64(largeBlocks.count),
      UInt64(pairs.count),
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(names.bytes.count + 24 * names.count + 16 * readings.count)
    KnownNames.append(head, to: &bytes)
    KnownNames.append(names.names, to: &bytes)
    KnownNames.append(names.starts, to: &bytes)
    KnownNames.append(readings, to: &bytes)
    KnownNames.append(largeBlocks, to: &bytes)
    KnownNames.append(pairs, to: &bytes)
    bytes += names.bytes
    KnownNames.append([KnownNames.hash(bytes[...])], to: &bytes)
    return bytes
  }

  /// Known names from bytes; nil where another version of the program wrote them, or where they were
  /// cut off or changed.
  package init?(bytes: [UInt8], program: UInt64) {
    let body = bytes.dropLast(8)
    var rest = bytes[...]
    guard let head: [UInt64] = KnownNames.take(9, from: &rest), head[0] == KnownNames.mark,
      head[1] == program, head[4...].allSatisfy({ $0 <= UInt64(bytes.count) }),
      KnownNames.take(1, from: body.endIndex, of: bytes) == [KnownNames.hash(body)]
    else { return nil }
    let counts = head.map { Int(truncatingIfNeeded: $0) }
    guard let digests: [ReadingDigest] = KnownNames.take(counts[4], from: &rest),
      let starts: [Int] = KnownNames.take(counts[4] + 1, from: &rest),
      let readings: [ReadingDigest] = KnownNames.take(counts[6], from: &rest),
      let largeBlocks: [UInt64] = KnownNames.take(counts[7], from: &rest),
      let pairs: [Pair] = KnownNames.take(counts[8], from: &rest), rest.count == counts[5] + 8,
      let names = KnownReadings(names: digests, starts: starts, bytes: Array(rest.dropLast(8)))
    else { return nil }
    for pair in pairs {
      let isRight =
        pair.left >= 0 && pair.left < pair.right && pair.right < readings.count
        && MatchReason.allCases.indices.contains(Int(pair.reason))
      guard isRight else { return nil }
    }
    self.init(
      tables: ReadingDigest(high: head[2], low: head[3]), names: names, readings: readings,
      largeBlocks: largeBlocks, pairs: pairs)
  }

  private static func append<Element: BitwiseCopyable>(
    _ elements: [Element], to bytes: inout [UInt8]
  ) {
    // Safe: the bytes are read while the array stands, and its elements hold no references.
    unsafe elements.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  private static func take<Element: BitwiseCopyable>(
    _ count: Int, from rest: inout ArraySlice<UInt8>
  ) -> [Element]? {
    let size = count * MemoryLayout<Element>.stride
    guard size <= rest.count else { return nil }
    defer { rest.removeFirst(size) }
    // Safe: as many bytes as the elements have are copied, and each pattern of bits is an element.
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe rest.prefix(size).withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0)
      }
      filled = count
    }
  }

  private static func take(_ count: Int, from place: Int, of bytes: [UInt8]) -> [UInt64]? {
    var rest = bytes[min(place, bytes.count)...]
    return take(count, from: &rest)
  }

  /// A hash of all bytes, eight at a time.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ word: UInt64) { hash = (hash ^ (hash >> 29) ^ word) &* 0xBF58_476D_1CE4_E5B9 }
    // Safe: every word that is loaded lies within the bytes.
    unsafe bytes.withUnsafeBytes { all in
      let words = all.count / 8
      for place in 0..<words {
        take(unsafe all.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
      }
      for place in (words * 8)..<all.count { take(UInt64(unsafe all[place])) }
    }
    take(UInt64(bytes.count))
    return hash
  }
}
