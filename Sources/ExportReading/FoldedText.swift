/// Texts as headers and codes are compared: without outer blanks and byte-order mark, inner runs of
/// blanks as one, in lower case.
package enum FoldedText {
  /// The folded form of a text.
  package static func of(_ text: some StringProtocol) -> String {
    if let folded = ofASCII(text) { return folded }
    var folded = ""
    var blankPending = false
    for character in text {
      if character.isWhitespace || character == "\u{FEFF}" {
        blankPending = !folded.isEmpty
      } else {
        if blankPending { folded.append(" ") }
        blankPending = false
        folded.append(contentsOf: character.lowercased())
      }
    }
    return folded
  }

  /// The folded form of ASCII text, byte by byte; nil for other text.
  private static func ofASCII(_ text: some StringProtocol) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var blankPending = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20, 0x09...0x0D: blankPending = !folded.isEmpty
      default:
        if blankPending { folded.append(0x20) }
        blankPending = false
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Folded headers of a row: blank ones stay blank, a word that stands again gets `#2`, `#3` ..
  package static func headers(_ row: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return row.map { cell in
      let folded = of(cell)
      guard !folded.isEmpty else { return folded }
      let count = (seen[folded] ?? 0) + 1
      seen[folded] = count
      return count == 1 ? folded : "\(folded)#\(count)"
    }
  }
}
