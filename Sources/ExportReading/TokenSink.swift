import CLibCSV

/// What libcsv's callbacks write to: plain memory, so that a callback counts no references.
// Safe: room is made before libcsv is fed, every read stays below the counts.
@safe struct TokenSink {
  /// The bytes of all fields; the open field stands behind them.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var byteCount = 0
  private var byteCapacity: Int
  /// One element before the first field's end holds 0, so that a field's start needs no branch.
  private var endsBase: UnsafeMutablePointer<Int32>
  private(set) var ends: UnsafeMutablePointer<Int32>
  private(set) var endCount = 0
  private var endCapacity: Int
  /// The parser whose open field stands behind the bytes.
  var parser: UnsafeMutablePointer<csv_parser>?

  init(byteCapacity: Int, fieldCapacity: Int) {
    self.byteCapacity = byteCapacity
    endCapacity = fieldCapacity
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe endsBase = .allocate(capacity: fieldCapacity + 1)
    unsafe endsBase[0] = 0
    unsafe ends = unsafe endsBase + 1
  }

  func free() {
    unsafe bytes.deallocate()
    unsafe endsBase.deallocate()
  }

  /// Drops all fields.
  mutating func removeAll() { (byteCount, endCount) = (0, 0) }

  /// Drops the fields from `count` on.
  mutating func dropFields(from count: Int) {
    endCount = count
    byteCount = unsafe Int(ends[count - 1])
  }

  /// Makes room for `count` bytes more than the `open` bytes of the field that is being built.
  @inline(__always)
  mutating func makeRoom(for count: Int, keeping open: Int) {
    if byteCount + open + count > byteCapacity { growBytes(by: count, keeping: open) }
  }

  /// Ends the field whose bytes stand behind the others.
  @inline(__always)
  mutating func endField(count: Int) {
    if endCount == endCapacity { growEnds() }
    byteCount += count
    unsafe ends[endCount] = Int32(truncatingIfNeeded: byteCount)
    endCount += 1
    unsafe parser?.pointee.entry_buf += count
  }

  @inline(never)
  private mutating func growBytes(by count: Int, keeping open: Int) {
    let capacity = max(byteCapacity * 2, byteCount + open + count)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe grown.update(from: bytes, count: byteCount + open)
    unsafe bytes.deallocate()
    unsafe bytes = grown
    byteCapacity = capacity
  }

  @inline(never)
  private mutating func growEnds() {
    let grown = UnsafeMutablePointer<Int32>.allocate(capacity: endCapacity * 2 + 1)
    unsafe grown.update(from: endsBase, count: endCapacity + 1)
    unsafe endsBase.deallocate()
    unsafe endsBase = grown
    unsafe ends = unsafe grown + 1
    endCapacity *= 2
  }
}
