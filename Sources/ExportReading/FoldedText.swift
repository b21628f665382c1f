/// Texts as headers and codes are compared: without outer blanks and byte-order mark, inner runs of
/// blanks as one, in lower case.
package enum FoldedText {
  /// The folded form of a text.
  package static func of(_ text: some StringProtocol) -> String {
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
