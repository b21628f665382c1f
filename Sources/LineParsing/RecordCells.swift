import ExportReading

/// The cells of one record of a batch, as bytes.
// Safe: made for one batch while it is not refilled; every access is bounded by the field count.
@safe struct RecordCells {
  private let bytes: UnsafePointer<UInt8>
  private let ends: UnsafePointer<Int32>
  /// How many cells the record has.
  let count: Int

  @inline(__always)
  init(_ batch: RecordBatch, place: RecordBatch.Place) {
    unsafe self.init(bytes: batch.bytes, ends: batch.fieldEnds, place: place)
  }

  /// The cells of a record of the batch that has these bytes and field ends: a loop over its records
  /// asks the batch for them once.
  @inline(__always)
  init(bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, place: RecordBatch.Place) {
    unsafe self.bytes = unsafe bytes
    unsafe self.ends = unsafe ends + Int(place.firstField)
    count = Int(place.fieldCount)
  }

  /// The bytes of a cell; none where the record has no such cell.
  @inline(__always)
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    guard field < count else { return unsafe UnsafeBufferPointer(start: bytes, count: 0) }
    let (start, end) = unsafe (Int(ends[field - 1]), Int(ends[field]))
    return unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// The bytes of a cell without the blanks at its ends.
  @inline(__always)
  func trimmed(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = unsafe self[field]
    guard let first = unsafe cell.first, let last = unsafe cell.last else { return unsafe cell }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return unsafe cell }
    return unsafe RecordCells.withoutOuterBlanks(cell)
  }

  /// Takes off blanks of ASCII and no-break spaces.
  @inline(never)
  private static func withoutOuterBlanks(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    func isNoBreakSpace(_ place: Int, _ end: Int) -> Bool {
      unsafe place + 1 < end && cell[place] == 0xC2 && cell[place + 1] == 0xA0
    }
    var (start, end) = (0, cell.count)
    while start < end {
      let isWide = isNoBreakSpace(start, end)
      guard isWide || isBlank(unsafe cell[start]) else { break }
      start += isWide ? 2 : 1
    }
    while start < end {
      let isWide = end - start > 1 && isNoBreakSpace(end - 2, end)
      guard isWide || isBlank(unsafe cell[end - 1]) else { break }
      end -= isWide ? 2 : 1
    }
    return unsafe UnsafeBufferPointer(rebasing: cell[start..<end])
  }

  /// Whether a cell holds anything but blanks.
  @inline(__always)
  func isFilled(_ field: Int) -> Bool {
    let cell = unsafe self[field]
    guard let first = unsafe cell.first else { return false }
    if first > 0x20, first < 0x80 { return true }
    return !text(field).isEmpty
  }

  /// A cell as text without outer blanks.
  func text(_ field: Int?) -> String {
    guard let field, field < count else { return "" }
    return unsafe String(decoding: self[field], as: UTF8.self).trimmedOfBlanks
  }

  /// The cells that hold anything, by place.
  var filled: [Int] { (0..<count).filter(isFilled) }
}
