import Glibc

/// Cuts a file into physical lines that end in LF, CRLF or CR, a buffer at a time.
// Safe: the buffer is reached only through the bounds that this type keeps.
@safe struct LineScanner {
  private let file: ExportFile
  private let bufferSize: Int
  private var buffer: UnsafeMutableRawBufferPointer
  /// The file offset of the buffer's first byte.
  private var base: Int64 = 0
  private var start = 0
  /// Where the held record begins: what stands from here on stays in the buffer.
  private var held = 0
  private var filled = 0
  private var atEnd = false
  // Where the next LF and CR stand, so that a file that has only one of the two is not searched
  // to the end of the buffer for the other at every line. -1: not looked for; `filled`: none.
  private var nextLF = -1
  private var nextCR = -1
  private var holdsCR = false
  /// Whether a read failed; the file then counts as unreadable.
  private(set) var readFailed = false
  /// Whether the next line is too long to be one.
  private(set) var isStuck = false
  /// What is known of the lines in the buffer.
  private(set) var bufferText = BufferText.ascii

  /// What a whole buffer of lines is encoded in, so that most lines need no look of their own.
  enum BufferText {
    case ascii
    case utf8
    /// Each line must be looked at.
    case undecided
  }

  /// The longest physical line that is read; a longer one is no line of a CSV export.
  static let longestLine = 8 << 20

  init(file: ExportFile, bufferSize: Int) {
    self.file = file
    self.bufferSize = max(1, bufferSize)
    unsafe buffer = .allocate(byteCount: self.bufferSize, alignment: 64)
  }

  func free() { unsafe buffer.deallocate() }

  /// Gives back the memory that a long record took; the next line must be moved to.
  mutating func shrink() {
    guard unsafe buffer.count > bufferSize else { return }
    unsafe buffer.deallocate()
    unsafe buffer = .allocate(byteCount: bufferSize, alignment: 64)
    (start, held, filled, atEnd, holdsCR) = (0, 0, 0, false, false)
    base = -1
  }

  /// The offset in the file of the next line's first byte.
  @inline(__always)
  var offset: Int64 { base + Int64(start) }

  /// Notes that a record begins with the next line: its bytes stay together until the next call.
  @inline(__always)
  mutating func hold() { held = start }

  /// The bytes from the place that is held up to the last line given.
  ///
  /// Valid until the next line is asked for.
  var record: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: buffer[held..<start])
  }

  /// Goes back (or on) to an offset that begins a line, and holds it.
  mutating func move(to offset: Int64) {
    (readFailed, isStuck) = (false, false)
    if offset >= base, offset <= base + Int64(filled) {
      start = Int(offset - base)
      nextLF = -1
      nextCR = holdsCR ? -1 : filled
    } else {
      base = offset
      (start, filled, atEnd, holdsCR) = (0, 0, false, false)
      (nextLF, nextCR) = (-1, -1)
    }
    held = start
  }

  /// Goes on to an offset that begins a line of the buffer, and holds what is held.
  mutating func skip(to offset: Int64) {
    guard offset > self.offset, offset <= base + Int64(filled) else { return }
    start = Int(offset - base)
    nextLF = -1
    nextCR = holdsCR ? -1 : filled
  }

  /// The next line with its line end; nil at the end of the file, or where a line is too long.
  ///
  /// The bytes are valid until the next call.
  @inline(__always)
  mutating func next() -> UnsafeRawBufferPointer? {
    while true {
      if let end = lineEnd() {
        let line = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        start = end
        return unsafe line
      }
      if atEnd {
        guard start < filled else { return nil }
        let line = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<filled])
        start = filled
        return unsafe line
      }
      guard refill() else { return nil }
    }
  }

  /// How many bytes of a line stand before its line end.
  @inline(__always)
  static func contentCount(of line: UnsafeRawBufferPointer) -> Int {
    let count = line.count
    guard count > 0 else { return 0 }
    switch unsafe line[count - 1] {
    case 0x0A: return unsafe count > 1 && line[count - 2] == 0x0D ? count - 2 : count - 1
    case 0x0D: return count - 1
    default: return count
    }
  }

  /// Where the line that begins at `start` ends, its line end included; nil: not in the buffer.
  @inline(__always)
  private mutating func lineEnd() -> Int? {
    if nextLF < start { nextLF = find(0x0A) }
    if nextCR < start { nextCR = find(0x0D) }
    if nextCR < nextLF {
      // A CR at the buffer's end may be half of a CRLF.
      if nextCR + 1 == filled { return atEnd ? filled : nil }
      if nextCR + 1 == nextLF { return nextLF + 1 }
      return nextCR + 1
    }
    return nextLF < filled ? nextLF + 1 : nil
  }

  private func find(_ byte: Int32) -> Int {
    guard start < filled, let base = unsafe buffer.baseAddress else { return filled }
    // Safe: the search stays between start and filled.
    guard let found = unsafe memchr(base + start, byte, filled - start) else { return filled }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Moves the held record to the buffer's front and reads on; false where the line is too long or
  /// the read fails.
  private mutating func refill() -> Bool {
    guard filled - start < LineScanner.longestLine else {
      isStuck = true
      return false
    }
    let kept = filled - held
    if kept > 0, held > 0, let front = unsafe buffer.baseAddress {
      unsafe memmove(front, front + held, kept)
    }
    base += Int64(held)
    start -= held
    held = 0
    if unsafe kept == buffer.count { enlarge(keeping: kept) }
    let free = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[kept...])
    filled = kept
    guard let count = unsafe file.read(into: free, at: base + Int64(kept)) else {
      readFailed = true
      return false
    }
    filled += count
    atEnd = count < free.count
    nextLF = -1
    let place = start
    start = 0
    nextCR = find(0x0D)
    start = place
    holdsCR = nextCR < filled
    unsafe bufferText = TextDecoder.bufferText(
      of: UnsafeRawBufferPointer(rebasing: buffer[..<filled]), isWhole: atEnd)
    return true
  }

  private mutating func enlarge(keeping kept: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: kept * 2, alignment: 64)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<kept]))
    unsafe buffer.deallocate()
    unsafe buffer = unsafe larger
  }
}
