import MappingTables
import PoolModel

/// What makes a reading with identifiers one of its own, as 128 bits: two readings of one digest do
/// not occur.
struct ReadingDigest: Hashable, Comparable, BitwiseCopyable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest of a reading; `scope` counts where the name is a federation's alone.
  init(_ reading: PayeeName, company: String, charity: String, scope: String) {
    var hash = DoubleHash()
    hash.take(reading.core)
    hash.take(reading.form?.rawValue ?? "")
    hash.take(reading.kind.rawValue)
    hash.take(reading.flags.contains(.organisationWord) ? "+" : "")
    hash.take(reading.acronym)
    hash.take(company)
    hash.take(charity)
    hash.take(reading.flags.contains(.bareBrand) ? scope : "")
    for alias in reading.aliases {
      hash.take(alias.role.rawValue)
      hash.take(alias.core)
    }
    high = hash.first
    low = hash.second
  }

  /// The digest of the rules by which names are read.
  init(_ words: [ProviderWord]) {
    self.init(texts: words.lazy.flatMap { [$0.rule, $0.kind.rawValue, $0.pattern, $0.becomes] })
  }

  /// The digest of texts in their order.
  init(texts: some Sequence<String>) {
    var hash = DoubleHash()
    for text in texts { hash.take(text) }
    (high, low) = (hash.first, hash.second)
  }

  /// The digest of several digests in their order.
  init(of digests: [ReadingDigest]) {
    self.init(texts: digests.map { "\($0.high) \($0.low)" })
  }

  static func < (left: ReadingDigest, right: ReadingDigest) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Two hashes of 64 bits over the same texts, each with a multiplier of its own.
struct DoubleHash {
  private(set) var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var second: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes a text, and that it ends.
  mutating func take(_ text: String) {
    for byte in text.utf8 { take(byte) }
    take(0x1F)
  }

  /// Takes words, and that they end.
  mutating func take(_ words: [String]) {
    for word in words {
      for byte in word.utf8 { take(byte) }
      take(0x20)
    }
    take(0x1F)
  }

  private mutating func take(_ byte: UInt8) {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
    // The upper bits come down again, as a multiplication moves bits up only.
    second = (second ^ (second >> 29) ^ UInt64(byte)) &* 0xBF58_476D_1CE4_E5B9
  }
}
