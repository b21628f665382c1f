/// Hashes and compares the few bytes of a cell without a call: most cells are shorter than what a
/// call of `memcmp` costs.
enum ShortBytes {
  /// A hash of the bytes, going on from the hash of those before.
  ///
  /// Reads eight bytes at a time, the last of them overlapping; not seeded by chance, since nothing
  /// that is given out depends on it.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    let count = bytes.count
    let start = mixed(seed ^ UInt64(truncatingIfNeeded: count))
    guard count > 0, let base = unsafe UnsafeRawPointer(bytes.baseAddress) else { return start }
    // Safe: every read begins and ends between the first and the last byte.
    if count >= 8 {
      var hash = start
      var place = 0
      while place + 8 < count {
        hash = unsafe mixed(hash ^ word(base, place))
        place += 8
      }
      return unsafe mixed(hash ^ word(base, count - 8))
    }
    if count >= 4 { return unsafe mixed(start ^ pair(base, count)) }
    return unsafe mixed(start ^ few(base, count))
  }

  /// Whether two runs of the same length hold the same bytes.
  @inline(__always)
  static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = left.count
    guard count > 0, let left = unsafe UnsafeRawPointer(left.baseAddress),
      let right = unsafe UnsafeRawPointer(right.baseAddress)
    else { return true }
    // Safe: every read begins and ends between the first and the last byte of each run.
    if count >= 8 {
      var place = 0
      while place + 8 < count {
        if unsafe word(left, place) != word(right, place) { return false }
        place += 8
      }
      return unsafe word(left, count - 8) == word(right, count - 8)
    }
    if count >= 4 { return unsafe pair(left, count) == pair(right, count) }
    return unsafe few(left, count) == few(right, count)
  }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ place: Int) -> UInt64 {
    unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Four to eight bytes as one word: the first four and the last four.
  @inline(__always)
  private static func pair(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let first = unsafe base.loadUnaligned(as: UInt32.self)
    let last = unsafe base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
    return UInt64(first) << 32 | UInt64(last)
  }

  /// One to three bytes as one word.
  @inline(__always)
  private static func few(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let first = unsafe UInt64(base.load(as: UInt8.self))
    let middle = unsafe UInt64(base.load(fromByteOffset: count / 2, as: UInt8.self))
    let last = unsafe UInt64(base.load(fromByteOffset: count - 1, as: UInt8.self))
    return first << 16 | middle << 8 | last
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
