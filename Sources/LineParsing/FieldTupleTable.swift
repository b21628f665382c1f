/// Gives equal tuples of fields the same number, in order of first appearance.
///
/// Fields are hashed and compared as bytes where they stand, so that a tuple that was seen before
/// costs neither a copy nor a `String`.
struct FieldTupleTable {
  /// How many fields each tuple has.
  private let width: Int
  private var arena: [UInt8] = []
  /// Where each field of each tuple ends in the arena, after a 0.
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing; -1 is free.
  ///
  /// Its size is a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// A table of tuples with that many fields.
  init(width: Int) { self.width = width }

  /// How many different tuples were seen.
  var count: Int { hashes.count }

  /// The number of a tuple, and whether it is seen for the first time.
  ///
  /// `field` gives its fields from 0 to less than the table's width; it is asked more than once.
  @inline(__always)
  mutating func place(
    of field: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> (place: Int32, isNew: Bool) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<width { hash = unsafe ShortBytes.hash(field(index), seed: hash) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, unsafe equals(place, field) { return (slots[slot], false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in 0..<width {
      unsafe arena.append(contentsOf: field(index))
      ends.append(arena.count)
    }
    return (add(hash, at: slot), true)
  }

  @inline(__always)
  private func equals(_ place: Int, _ field: (Int) -> UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<width {
      let start = ends[place * width + index]
      let bytes = unsafe field(index)
      guard ends[place * width + index + 1] - start == bytes.count else { return false }
      let isEqual = unsafe arena.withUnsafeBufferPointer { stored in
        // Safe: start + bytes.count is the stored field's end.
        unsafe ShortBytes.areEqual(
          bytes, UnsafeBufferPointer(rebasing: stored[start..<(start + bytes.count)]))
      }
      if !isEqual { return false }
    }
    return true
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, at slot: Int) -> Int32 {
    let place = Int32(hashes.count)
    slots[slot] = place
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return place
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }
}
