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
