import Glibc

/// Text that was UTF-8, was taken for a single-byte encoding, and was written as UTF-8 once more:
/// `Â£` for `£`, `Ã©` for `é`, `â€™` for `’`, `┬ú` where code page 850 was taken for.
package enum Mojibake {
  /// What a text holds of it.
  struct Reading {
    /// How many characters were misread.
    var count = 0
    /// The text with each of them as it was meant.
    var repaired: [UInt8] = []
  }

  /// Whether UTF-8 text holds a character that misread text begins with; costs little.
  static func isSuspected(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 1 < bytes.count {
      // Safe: a whole word lies before the end of the buffer.
      if place + 8 <= bytes.count,
        unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & highBits == 0
      {
        place += 8
        continue
      }
      let (first, second) = unsafe (bytes[place], bytes[place + 1])
      if first >= 0xC2, firsts.contains(UInt16(first) << 8 | UInt16(second)) { return true }
      place += 1
    }
    return false
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first two UTF-8 bytes of what the leads are in the three encodings.
  static let firsts: [UInt16] = {
    var firsts: [UInt16] = []
    for encoding in FallbackEncoding.allCases {
      for byte in leads {
        let utf8 = encoding.utf8OfUpperHalf[Int(byte) - 0x80]
        firsts.append(UInt16(utf8[0]) << 8 | UInt16(utf8[1]))
      }
    }
    return firsts
  }()
  /// The first bytes in UTF-8 of Latin letters with accents, signs, quotes and dashes.
  static let leads: [UInt8] = [0xC2, 0xC3, 0xE2]

  /// The text as it was meant; nil where nothing in it was misread.
  ///
  /// Only whole sequences that give a character of Windows-1252 are touched, so that the misread
  /// text can be had back from the repaired one.
  package static func repaired(_ text: [UInt8]) -> [UInt8]? {
    let reading = read(text)
    return reading.count > 0 ? reading.repaired : nil
  }

  /// Reads text that may have been misread more than once.
  static func read(_ text: [UInt8]) -> Reading {
    var reading = readOnce(text)
    for _ in 0..<2 where reading.count > 0 {
      let again = readOnce(reading.repaired)
      if again.count == 0 { break }
      reading.repaired = again.repaired
    }
    return reading
  }

  private static func readOnce(_ text: [UInt8]) -> Reading {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var reading = Reading()
    reading.repaired.reserveCapacity(text.count)
    var place = 0
    while place < scalars.count {
      if let (meant, length) = meaning(of: scalars[place...]) {
        reading.count += 1
        reading.repaired += Array(String(meant).utf8)
        place += length
      } else {
        reading.repaired += Array(String(scalars[place]).utf8)
        place += 1
      }
    }
    return reading
  }

  /// What a text begins with as it was meant, and how many characters stand for it.
  private static func meaning(
    of text: ArraySlice<Unicode.Scalar>
  ) -> (Unicode.Scalar, length: Int)? {
    guard let first = text.first, first.value >= 0x80 else { return nil }
    for bytes in bytesOfEncodings {
      guard let lead = bytes[first], leads.contains(lead) else { continue }
      let length = lead == 0xE2 ? 3 : 2
      let sequence = text.prefix(length).compactMap { bytes[$0] }
      guard sequence.count == length else { continue }
      let meant = String(decoding: sequence, as: UTF8.self).unicodeScalars
      if meant.count == 1, let scalar = meant.first, expected.contains(scalar) {
        return (scalar, length)
      }
    }
    return nil
  }

  /// The byte of each character, for each of the three encodings.
  private static let bytesOfEncodings: [[Unicode.Scalar: UInt8]] =
    FallbackEncoding.allCases.map { encoding in
      var bytes: [Unicode.Scalar: UInt8] = [:]
      for (place, character) in encoding.characters.enumerated() {
        bytes[character] = UInt8(place + 0x80)
      }
      // Latin-1 has control characters where Windows-1252 has quotes and dashes.
      if encoding == .windows1252 {
        for byte in UInt8(0x80)...0x9F { bytes[Unicode.Scalar(byte)] = byte }
      }
      return bytes
    }

  /// The characters of Windows-1252 whose UTF-8 begins with one of the leads: what exports hold.
  ///
  /// Others come about by chance, as from `Ö”`.
  private static let expected: Set<Unicode.Scalar> = Set(
    FallbackEncoding.windows1252.characters.filter { character in
      character.value >= 0xA0 && String(character).utf8.first.map(leads.contains) ?? false
    })
}
