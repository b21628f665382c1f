import Glibc

/// Counts a file's line ends, and looks at those of its lines that are not ASCII.
struct LineSurvey {
  private(set) var linesNotUTF8 = 0
  private(set) var firstLineNotUTF8 = 0
  /// Lines of valid UTF-8 that hold more than ASCII.
  private(set) var linesBeyondASCII = 0
  private(set) var highBytes = HighByteContexts()
  private var (lf, cr, crlf) = (0, 0, 0)
  private var lastByte: UInt8 = 0
  /// The beginning of a line that a piece's end cuts, or what is left of a long one.
  private var open: [UInt8] = []
  /// What the parts of the line so far hold.
  private var lineHolds = Contents.ascii

  private enum Contents { case ascii, utf8, other }
  /// Longer lines are looked at in parts.
  private static let longestPart = 1 << 16

  /// How the lines seen so far end.
  var newline: EncodingReading.Newline {
    let kinds: [(Int, EncodingReading.Newline)] = [(lf, .lf), (crlf, .crlf), (cr, .cr)]
    let found = kinds.filter { $0.0 > 0 }
    return found.count > 1 ? .mixed : found.first?.1 ?? .lf
  }

  /// The physical line that the next byte belongs to, from 1.
  private var line: Int { lf + crlf + cr + 1 }

  /// Takes the next bytes of the file, cut anywhere.
  mutating func take(_ piece: UnsafeRawBufferPointer) {
    if unsafe open.isEmpty && lineHolds == .ascii && TextDecoder.isASCII(piece) {
      unsafe countLineEnds(in: piece)
    } else {
      unsafe takeLines(of: piece)
    }
  }

  /// Takes the last line, which need not have an end.
  mutating func finish() {
    unsafe open.withUnsafeBytes { unsafe look(at: $0) }
    open = []
    endLine()
  }

  private mutating func endLine() {
    switch lineHolds {
    case .ascii: return
    case .utf8: linesBeyondASCII += 1
    case .other: linesNotUTF8 += 1
    }
    lineHolds = .ascii
  }

  /// Counts the line ends of bytes that need no other look.
  private mutating func countLineEnds(in piece: UnsafeRawBufferPointer) {
    var (pairs, count) = (0, 0)
    for place in unsafe BytePlaces(of: 0x0A, in: piece) {
      count += 1
      if unsafe (place == 0 ? lastByte : piece[place - 1]) == 0x0D { pairs += 1 }
    }
    lf += count - pairs
    crlf += pairs
    cr -= pairs
    for _ in unsafe BytePlaces(of: 0x0D, in: piece) { cr += 1 }
    lastByte = unsafe piece.last ?? lastByte
  }

  /// Looks at each line of bytes that are not all ASCII.
  private mutating func takeLines(of piece: UnsafeRawBufferPointer) {
    var start = 0
    for place in piece.indices {
      let byte = unsafe piece[place]
      if byte != 0x0A && byte != 0x0D { continue }
      unsafe takePart(UnsafeRawBufferPointer(rebasing: piece[start..<place]), endsLine: true)
      if byte == 0x0D {
        cr += 1
      } else if unsafe (place == 0 ? lastByte : piece[place - 1]) == 0x0D {
        // The CR before it was counted as a line end of its own.
        (cr, crlf) = (cr - 1, crlf + 1)
      } else {
        lf += 1
      }
      start = place + 1
    }
    unsafe takePart(UnsafeRawBufferPointer(rebasing: piece[start...]), endsLine: false)
    lastByte = unsafe piece.last ?? lastByte
  }

  private mutating func takePart(_ part: UnsafeRawBufferPointer, endsLine: Bool) {
    if endsLine, open.isEmpty {
      unsafe look(at: part)
      return endLine()
    }
    unsafe open.append(contentsOf: part)
    if endsLine { return finish() }
    guard open.count > LineSurvey.longestPart else { return }
    // Cut behind ASCII, which is no part of a longer character.
    let end = open.lastIndex { $0 < 0x80 }.map { $0 + 1 } ?? open.count
    unsafe open.withUnsafeBytes {
      unsafe look(at: UnsafeRawBufferPointer(rebasing: $0[..<end]))
    }
    open.removeSubrange(..<end)
  }

  private mutating func look(at part: UnsafeRawBufferPointer) {
    if unsafe TextDecoder.isASCII(part) { return }
    if unsafe UTF8Validation.isValid(part) {
      if lineHolds == .ascii { lineHolds = .utf8 }
      return
    }
    if linesNotUTF8 == 0, lineHolds != .other { firstLineNotUTF8 = line }
    lineHolds = .other
    unsafe highBytes.count(part, line: line)
  }
}

/// The places of one byte value in a buffer, in order.
// Safe: the search stays within the buffer, which outlives the loop over it.
@safe private struct BytePlaces: Sequence, IteratorProtocol {
  private let byte: Int32
  private let bytes: UnsafeRawBufferPointer
  private var start = 0

  init(of byte: Int32, in bytes: UnsafeRawBufferPointer) {
    self.byte = byte
    unsafe self.bytes = unsafe bytes
  }

  mutating func next() -> Int? {
    guard let base = unsafe bytes.baseAddress, unsafe start < bytes.count,
      let found = unsafe memchr(base + start, byte, bytes.count - start)
    else { return nil }
    let place = unsafe UnsafeRawPointer(found) - base
    start = place + 1
    return place
  }
}
