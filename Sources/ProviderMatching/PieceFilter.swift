/// Tells quickly that a text holds none of a set of short pieces; now and then it says "maybe" of
/// one that holds none.
///
/// Nearly all names match no pattern at all, and most of them are settled here without a comparison.
struct PieceFilter: Sendable {
  private static let slots = 1 << 16

  /// Bits by the hash of three and of four bytes.
  private var threes = [UInt64](repeating: 0, count: PieceFilter.slots / 64)
  private var fours = [UInt64](repeating: 0, count: PieceFilter.slots / 64)
  /// Whether a piece was too short to look for.
  private var holdsAny = false

  /// Adds a piece in lower case; one of fewer than three bytes may stand in any text.
  mutating func insert(_ piece: some Collection<UInt8>) {
    var window: UInt32 = 0
    for byte in piece.prefix(4) { window = window << 8 | UInt32(byte) }
    switch piece.count {
    case ..<3: holdsAny = true
    case 3: PieceFilter.set(&threes, window)
    default: PieceFilter.set(&fours, window)
    }
  }

  /// Whether a text may hold a piece, whatever the case of its letters.
  func mayStand(in text: String) -> Bool {
    if holdsAny { return true }
    var window: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return true }
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      window = window << 8 | UInt32(isUpper ? byte | 0x20 : byte)
      count += 1
      if count >= 3, PieceFilter.isSet(threes, window & 0xFF_FFFF) { return true }
      if count >= 4, PieceFilter.isSet(fours, window) { return true }
    }
    return false
  }

  private static func slot(_ window: UInt32) -> Int {
    Int((window &* 0x9E37_79B1) >> 16)
  }

  private static func set(_ bits: inout [UInt64], _ window: UInt32) {
    let slot = slot(window)
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  private static func isSet(_ bits: [UInt64], _ window: UInt32) -> Bool {
    let slot = slot(window)
    return bits[slot >> 6] & 1 << UInt64(slot & 63) != 0
  }
}
