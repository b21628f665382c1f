/// Tells quickly that a text holds none of a set of short pieces; now and then it says "maybe" of
/// one that holds none.
///
/// Nearly all names match no pattern at all, and most of them are settled here without a comparison.
struct PieceFilter: Sendable {
  private static let lengths = [3, 5, 8]

  /// The ends of pieces, by the lengths of ``lengths``.
  private var ends = [WindowSet](repeating: WindowSet(), count: PieceFilter.lengths.count)
  /// Whether a piece was too short to look for.
  private var holdsAny = false

  /// Adds a piece in lower case with single blanks; one of fewer than three bytes may stand in any
  /// text.
  mutating func insert(_ piece: [UInt8]) {
    guard let place = PieceFilter.lengths.lastIndex(where: { $0 <= piece.count }) else {
      holdsAny = true
      return
    }
    ends[place].insert(WindowSet.window(piece.suffix(PieceFilter.lengths[place])))
  }

  /// Whether a text may hold a piece, whatever the case of its letters and the runs of its blanks.
  func mayStand(in text: String) -> Bool {
    if holdsAny { return true }
    var window: UInt64 = 0
    var isBlank = true
    for byte in text.utf8 {
      guard byte < 0x80 else { return true }
      if byte <= 0x20 {
        if isBlank { continue }
        window = window << 8 | 0x20
      } else {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        window = window << 8 | UInt64(isUpper ? byte | 0x20 : byte)
      }
      isBlank = byte <= 0x20
      if ends[0].mayHold(window & 0xFF_FFFF) || ends[1].mayHold(window & 0xFF_FFFF_FFFF)
        || ends[2].mayHold(window)
      {
        return true
      }
    }
    return false
  }
}

/// A set of up to eight bytes each, kept as bits by their hash: it may hold what was never put in.
struct WindowSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Bytes as one number.
  static func window(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func insert(_ window: UInt64) {
    let slot = WindowSet.slot(window)
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  func mayHold(_ window: UInt64) -> Bool {
    let slot = WindowSet.slot(window)
    return bits[slot >> 6] & 1 << UInt64(slot & 63) != 0
  }

  private static func slot(_ window: UInt64) -> Int {
    Int((window &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }
}
