/// Gives each physical line as UTF-8: lines that are UTF-8 already as they are, the others decoded
/// from the publisher's single-byte encoding.
///
/// The decision is taken line by line, because exports are pasted together from systems that
/// write different encodings.
struct TextDecoder {
  private let upperHalf: [[UInt8]]
  /// How many lines had to be decoded, and the first of them.
  private(set) var decodedLines = 0
  private(set) var firstDecodedLine = 0
  private var lastDecodedLine = 0
  /// Whether any line held UTF-8 beyond ASCII.
  private(set) var sawUnicode = false

  init(fallback: FallbackEncoding) {
    upperHalf = fallback.utf8OfUpperHalf
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

  /// Whether all bytes together are valid UTF-8.
  static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Safe: the span does not outlive the buffer.
    let span = unsafe Span<UInt8>(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self))
    return (try? UTF8Span(validating: span)) != nil
  }

  /// Notes that lines beyond ASCII were valid UTF-8 and needed no look of their own.
  mutating func noteUnicode() { sawUnicode = true }

  /// Decodes a line into `decoded` where it is not UTF-8.
  ///
  /// - Returns: whether `decoded` now holds the line; false: the line's own bytes are UTF-8.
  mutating func decode(
    _ line: UnsafeRawBufferPointer, number: Int, into decoded: inout [UInt8]
  ) -> Bool {
    if unsafe TextDecoder.isASCII(line) { return false }
    if unsafe TextDecoder.isUTF8(line) {
      sawUnicode = true
      return false
    }
    // A line that is read again, after a quote that never ended, counts once.
    if number > lastDecodedLine {
      if decodedLines == 0 { firstDecodedLine = number }
      decodedLines += 1
      lastDecodedLine = number
    }
    decoded.removeAll(keepingCapacity: true)
    for place in 0..<line.count {
      let byte = unsafe line[place]
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        decoded.append(contentsOf: upperHalf[Int(byte) - 0x80])
      }
    }
    return true
  }
}
