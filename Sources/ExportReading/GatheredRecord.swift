/// The lines of one record as UTF-8, one after the other.
struct GatheredRecord {
  /// One physical line.
  struct Line {
    /// Where it stands in the text, its line end included.
    var place: Range<Int>
    /// The offset in the file of its first byte.
    var byte: Int64
    /// Whether its bytes were decoded from another encoding.
    var isDecoded: Bool
  }

  private(set) var text: [UInt8] = []
  private(set) var lines: [Line] = []

  /// How many bytes of the text stand before its last line end.
  var contentCount: Int {
    unsafe text.withUnsafeBytes { unsafe LineScanner.contentCount(of: $0) }
  }

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  mutating func append(_ line: UnsafeRawBufferPointer, at byte: Int64, isDecoded: Bool) {
    let start = text.count
    unsafe text.append(contentsOf: line)
    lines.append(Line(place: start..<text.count, byte: byte, isDecoded: isDecoded))
  }

  /// The offset in the file of a byte of the text.
  func byte(of place: Int) -> Int64 {
    guard let line = lines.last(where: { $0.place.lowerBound <= place }) else { return 0 }
    let before = text[line.place.lowerBound..<place]
    // A decoded byte became one character, whose first byte is no continuation.
    let count = line.isDecoded ? before.count { $0 & 0xC0 != 0x80 } : before.count
    return line.byte + Int64(count)
  }
}
