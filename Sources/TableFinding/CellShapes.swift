/// Signs that stand where a figure is not known.
enum MissingMark {
  /// Punctuation of up to four signs, or up to three letters in brackets, or a lone `x`.
  static func matches(_ bytes: [UInt8]) -> Bool {
    if bytes.count <= 4, bytes.allSatisfy({ isPunctuation($0) }) { return true }
    if bytes.count == 1 { return bytes[0] | 0x20 == UInt8(ascii: "x") }
    if bytes.count <= 5, bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      return bytes.dropFirst().dropLast().allSatisfy { isLetter($0) }
    }
    let folded = bytes.map { $0 | 0x20 }
    return folded.elementsEqual("n/a".utf8) || folded.elementsEqual("na".utf8)
      || bytes == [0xE2, 0x80, 0x93] || bytes == [0xE2, 0x80, 0xA6] || bytes == [0xC2, 0xB7]
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "*")
      || byte == 0x20 || byte == UInt8(ascii: ":")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// The outer form of a day, without reading it.
enum DateShape {
  /// Three parts of digits, or with a month's letters between, a time of day behind allowed.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 6, bytes.count <= 30 else { return false }
    let parts = bytes.split(whereSeparator: { isSeparator($0) })
    guard parts.count >= 3 else { return false }
    let day = parts.prefix(3)
    guard isTimeOfDay(parts.dropFirst(3)) else { return false }
    let lengths = day.map(\.count)
    let areDigits = day.map { $0.allSatisfy { (0x30...0x39).contains($0) } }
    switch (areDigits[0], areDigits[1], areDigits[2]) {
    case (true, true, true):
      return (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4))
        || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    case (true, false, true):
      return lengths[0] <= 2 && isMonth(day[1]) && (lengths[2] == 2 || lengths[2] == 4)
    default: return false
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == 0x20 || byte == UInt8(ascii: "T")
  }

  private static func isTimeOfDay(_ parts: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    parts.allSatisfy { part in
      part.allSatisfy { (0x30...0x3A).contains($0) || [0x5A, 0x41, 0x50, 0x4D].contains($0) }
    }
  }

  private static func isMonth(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count >= 3, letters.count <= 9 else { return false }
    let start = String(decoding: letters.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
    return [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].contains(start)
  }
}
