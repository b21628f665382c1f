import Glibc

/// Gives each physical line as UTF-8: lines that are UTF-8 already as they are, the others decoded
/// from a single-byte encoding.
///
/// The decision is taken line by line, because exports are pasted together from systems that
/// write different encodings.
struct TextDecoder {
  /// The UTF-8 of each byte from 0x80 on; empty: not asked for yet.
  private var upperHalf: [[UInt8]] = []
  private let fallback: FallbackEncoding?
  private let file: ExportFile
  private let repairsMojibake: Bool
  /// What the lines showed so far.
  private(set) var notes = TextNotes()
  private var lastNotedLine = 0

  /// A decoder for the lines of a file.
  ///
  /// Without a `fallback` the first line that is not UTF-8 makes the file's whole bytes decide it.
  init(fallback: FallbackEncoding?, file: ExportFile, repairsMojibake: Bool = false) {
    self.fallback = fallback
    self.file = file
    self.repairsMojibake = repairsMojibake
    // A byte-order mark says UTF-8 of the whole file.
    if file.bytes(from: 0, to: 3) == [0xEF, 0xBB, 0xBF] { notes.sawUnicode = true }
  }

  /// What was noted, and up to which line.
  struct NotesSoFar {
    fileprivate var notes: TextNotes
    fileprivate var lastLine: Int
  }

  /// What was noted up to here, for ``takeBackNotes(to:)``.
  var notesSoFar: NotesSoFar { NotesSoFar(notes: notes, lastLine: lastNotedLine) }

  /// Forgets what was noted since, of lines that will be read again.
  mutating func takeBackNotes(to earlier: NotesSoFar) {
    // What decided the encoding is asked for once only.
    let guess = notes.guess
    (notes, lastNotedLine) = (earlier.notes, earlier.lastLine)
    notes.guess = guess
  }

  /// Whether all bytes are ASCII; such bytes need no decoding in any encoding that Weir reads.
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    let words = bytes.count / 32 * 32
    while place < words {
      // Safe: place + 32 never passes the end of the buffer.
      let seen = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
      if (seen[0] | seen[1] | seen[2] | seen[3]) & 0x8080_8080_8080_8080 != 0 { return false }
      place += 32
    }
    while place < bytes.count {
      if unsafe bytes[place] >= 0x80 { return false }
      place += 1
    }
    return true
  }

  private static func hasNul(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return unsafe memchr(base, 0, bytes.count) != nil
  }

  /// What is known of all lines of a buffer at once; unless it `isWhole`, its last line is looked at
  /// again when it is.
  static func bufferText(
    of bytes: UnsafeRawBufferPointer, isWhole: Bool
  ) -> LineScanner.BufferText {
    if unsafe hasNul(bytes) { return .undecided }
    if unsafe isASCII(bytes) { return .ascii }
    let lastEnd = unsafe bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }
    let lines = unsafe UnsafeRawBufferPointer(
      rebasing: bytes[..<(isWhole ? bytes.count : lastEnd ?? 0)])
    return unsafe UTF8Validation.isValid(lines, without: Mojibake.firsts) ? .utf8 : .undecided
  }

  /// Notes whether a line of a buffer that is UTF-8 holds more than ASCII.
  ///
  /// The first such line is enough, so that later ones cost nothing.
  @inline(__always)
  mutating func noteUnicode(in line: UnsafeRawBufferPointer) {
    if !notes.sawUnicode, unsafe !TextDecoder.isASCII(line) { notes.sawUnicode = true }
  }

  /// Decodes a line into `decoded` where it is not UTF-8, or is to be repaired.
  ///
  /// - Returns: whether `decoded` now holds the line; false: the line's own bytes are the text.
  mutating func decode(
    _ line: UnsafeRawBufferPointer, number: Int, into decoded: inout [UInt8]
  ) -> Bool {
    // A line that is read again, after a quote that never ended, counts once.
    let isNew = number > lastNotedLine
    if unsafe TextDecoder.hasNul(line) {
      if isNew { unsafe notes.nulBytes.add(line.count { $0 == 0 }, line: number) }
      lastNotedLine = max(number, lastNotedLine)
    }
    if unsafe TextDecoder.isASCII(line) { return false }
    lastNotedLine = max(number, lastNotedLine)
    if unsafe UTF8Validation.isValid(line) {
      notes.sawUnicode = true
      guard unsafe Mojibake.isSuspected(line) else { return false }
      return unsafe repair(Array(line), number: isNew ? number : 0, into: &decoded)
    }
    if isNew { notes.decodedLines.add(1, line: number) }
    unsafe takeSingleBytes(line, into: &decoded)
    if unsafe decoded.withUnsafeBytes({ unsafe Mojibake.isSuspected($0) }) {
      _ = repair(decoded, number: isNew ? number : 0, into: &decoded)
    }
    return true
  }

  private mutating func takeSingleBytes(
    _ line: UnsafeRawBufferPointer, into decoded: inout [UInt8]
  ) {
    if upperHalf.isEmpty { upperHalf = decidedFallback().utf8OfUpperHalf }
    decoded.removeAll(keepingCapacity: true)
    for place in 0..<line.count {
      let byte = unsafe line[place]
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        decoded.append(contentsOf: upperHalf[Int(byte) - 0x80])
      }
    }
  }

  private mutating func decidedFallback() -> FallbackEncoding {
    if let fallback { return fallback }
    let guess = file.encodingReading
    notes.guess = guess
    return guess.fallback
  }

  /// Counts misread characters, on a line that counts (above 0), and repairs them where that is
  /// wanted; returns whether it did.
  private mutating func repair(
    _ text: [UInt8], number: Int, into decoded: inout [UInt8]
  ) -> Bool {
    let reading = Mojibake.read(text)
    if reading.count == 0 { return false }
    if number > 0 { notes.mojibake.add(reading.count, line: number) }
    notes.isRepaired = repairsMojibake
    if repairsMojibake { decoded = reading.repaired }
    return repairsMojibake
  }
}
