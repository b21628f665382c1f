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
  /// How many fields there were at the end of each row that was told.
  private(set) var rowEnds: UnsafeMutablePointer<Int32>
  private(set) var rowCount = 0
  private let rowCapacity: Int
  /// The parser whose open field stands behind the bytes.
  var parser: UnsafeMutablePointer<csv_parser>?

  /// An empty sink; `rowCapacity` is the most rows that are told at a time.
  init(byteCapacity: Int, fieldCapacity: Int, rowCapacity: Int) {
    self.byteCapacity = byteCapacity
    self.rowCapacity = rowCapacity
    endCapacity = fieldCapacity
    unsafe rowEnds = .allocate(capacity: rowCapacity)
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe endsBase = .allocate(capacity: fieldCapacity + 1)
    unsafe endsBase[0] = 0
    unsafe ends = unsafe endsBase + 1
  }

  func free() {
    unsafe bytes.deallocate()
    unsafe endsBase.deallocate()
    unsafe rowEnds.deallocate()
  }

  /// Drops all fields.
  mutating func removeAll() { (byteCount, endCount) = (0, 0) }

  /// Drops the fields from `count` on.
  mutating func dropFields(from count: Int) {
    endCount = count
    byteCount = unsafe Int(ends[count - 1])
  }

  /// Forgets the rows that were told, not their fields.
  mutating func forgetRows() { rowCount = 0 }

  /// Makes room for `count` bytes more than the `open` bytes of the field that is being built, and
  /// for as many fields.
  @inline(__always)
  mutating func makeRoom(for count: Int, keeping open: Int) {
    if byteCount + open + count > byteCapacity { growBytes(by: count, keeping: open) }
    if endCount + count > endCapacity { growEnds(by: count) }
  }

  /// Ends the field whose bytes stand behind the others; there is room for it.
  @inline(__always)
  mutating func endField(count: Int) {
    byteCount += count
    unsafe ends[endCount] = Int32(truncatingIfNeeded: byteCount)
    endCount += 1
    unsafe parser?.pointee.entry_buf += count
  }

  /// Ends a row; of those beyond the most that are told only the number is kept.
  @inline(__always)
  mutating func endRow() {
    if rowCount < rowCapacity {
      unsafe rowEnds[rowCount] = Int32(truncatingIfNeeded: endCount)
    }
    rowCount += 1
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
  private mutating func growEnds(by count: Int) {
    let capacity = max(endCapacity * 2, endCount + count)
    let grown = UnsafeMutablePointer<Int32>.allocate(capacity: capacity + 1)
    unsafe grown.update(from: endsBase, count: endCount + 1)
    unsafe endsBase.deallocate()
    unsafe endsBase = grown
    unsafe ends = unsafe grown + 1
    endCapacity = capacity
  }
}
