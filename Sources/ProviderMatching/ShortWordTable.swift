/// What words mean, found without the cost of hashing text: nearly all words have at most fifteen
/// letters, which are two whole numbers.
///
/// Open addressing over a table that is at most half full; longer words lie in a dictionary.
struct ShortWordTable: Sendable {
  private struct Slot: Sendable {
    var low: UInt64 = 0
    /// The letters beyond the eighth, with the length above them; zero where the slot is free.
    var high: UInt64 = 0
    var use: WordUse = []
  }

  private var slots: [Slot] = [Slot()]
  private var longWords: [String: WordUse] = [:]

  init(_ words: [String: WordUse] = [:]) {
    var size = 16
    while size < 2 * words.count { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    for (word, use) in words {
      guard let (low, high) = ShortWordTable.packed(word) else {
        longWords[word] = use
        continue
      }
      slots[place(of: low, high)] = Slot(low: low, high: high, use: use)
    }
  }

  /// The uses of a word; none where the table does not have it.
  subscript(word: String) -> WordUse {
    guard let (low, high) = ShortWordTable.packed(word) else { return longWords[word] ?? [] }
    return slots[place(of: low, high)].use
  }

  /// The slot of a word, or the free one where it would stand.
  private func place(of low: UInt64, _ high: UInt64) -> Int {
    let mask = slots.count - 1
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(mixed >> 32) & mask
    while slots[place].high != 0, slots[place].low != low || slots[place].high != high {
      place = (place + 1) & mask
    }
    return place
  }

  /// The letters of a word as two numbers; nil where it has more than fifteen bytes.
  private static func packed(_ word: String) -> (low: UInt64, high: UInt64)? {
    let bytes = word.utf8
    let length = bytes.count
    guard length < 16 else { return nil }
    var (low, high) = (UInt64(0), UInt64(length) << 56)
    var place = 0
    for byte in bytes {
      if place < 8 {
        low |= UInt64(byte) << UInt64(8 * place)
      } else {
        high |= UInt64(byte) << UInt64(8 * (place - 8))
      }
      place += 1
    }
    return (low, high)
  }
}
