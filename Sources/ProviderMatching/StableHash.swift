/// The hash FNV-1a of 64 bits: the same on every machine and in every run, unlike Swift's own.
enum StableHash {
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The hash of bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
  }

  /// The hashes of a word and of all that is left of it when one byte is taken out, sorted.
  static func withOneByteLess(_ word: [UInt8]) -> [UInt64] {
    var hashes = [of(word)]
    for skipped in word.indices {
      var hash = basis
      for place in word.indices where place != skipped {
        hash = (hash ^ UInt64(word[place])) &* prime
      }
      hashes.append(hash)
    }
    hashes.sort()
    return hashes
  }

  /// A prefix and eight characters that no id of `taken` has.
  static func id(_ prefix: String, for key: String, taken: Set<String>) -> String {
    var hash = of(key.utf8)
    while true {
      let id = prefix + crockford(hash)
      if !taken.contains(id) { return id }
      hash &+= 1 << 24
    }
  }

  // Crockford's alphabet leaves out I, L, O and U, so that ids can be read out and typed.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The upper 40 bits as eight characters.
  private static func crockford(_ hash: UInt64) -> String {
    String((0..<8).map { alphabet[Int(hash >> UInt64(59 - 5 * $0)) & 31] })
  }
}
