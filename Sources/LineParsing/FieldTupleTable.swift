import Glibc

/// Gives equal tuples of fields the same number, in order of first appearance.
///
/// Keys are hashed and compared as bytes, so that a tuple that was seen before costs no `String`.
struct FieldTupleTable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing; -1 is free.
  ///
  /// Its size is a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// How many different tuples were seen.
  var count: Int { ends.count }

  /// The number of a tuple, and whether it is seen for the first time.
  mutating func place(of key: TupleKey) -> (place: Int32, isNew: Bool) {
    unsafe key.withBytes { unsafe place(of: $0) }
  }

  /// The number of a key of these bytes, and whether it is seen for the first time.
  mutating func place(of key: UnsafeRawBufferPointer) -> (place: Int32, isNew: Bool) {
    let hash = unsafe FieldTupleTable.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, unsafe equals(key, place) { return (slots[slot], false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let place = Int32(ends.count)
    slots[slot] = place
    hashes.append(hash)
    unsafe arena.append(contentsOf: key)
    ends.append(arena.count)
    if ends.count * 2 > slots.count { grow() }
    return (place, true)
  }

  private func equals(_ key: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == key.count else { return false }
    return unsafe arena.withUnsafeBytes { stored in
      guard let left = stored.baseAddress, let right = key.baseAddress else { return true }
      // Safe: start + key.count is the stored key's end.
      return unsafe memcmp(left + start, right, key.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }

  /// Multiplies and folds eight bytes at a time.
  ///
  /// Not seeded: the numbers do not depend on it.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = mixed(hash ^ word)
      place += 8
    }
    var tail: UInt64 = 0
    while place < bytes.count {
      tail = tail << 8 | UInt64(unsafe bytes[place])
      place += 1
    }
    return mixed(hash ^ tail)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
