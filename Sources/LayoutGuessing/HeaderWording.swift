/// A header as words: lower case, letters and digits only, `NetAmount` cut in two.
struct HeaderWording: Hashable {
  let words: [String]
  /// The words without blanks, as headers are compared.
  let squashed: String
  /// Whether the header ends in the mark of a column of words beside one of codes: `Dim2(T)`.
  let isMarkedAsText: Bool

  init(_ header: String) {
    let words = HeaderWording.words(of: header)
    // `Supplier(T)`, `Amount (£)`: a lone sign or letter in brackets says nothing of the role.
    isMarkedAsText = words.count > 1 && words.last == "t"
    self.words = isMarkedAsText ? words.dropLast() : words
    squashed = self.words.joined()
  }

  private static func words(of header: String) -> [String] {
    var words: [String] = []
    var word = ""
    var last: Character = " "
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for character in header.drop(while: { "\u{FEFF}ï»¿".contains($0) }) {
      if character.isLetter || character.isNumber {
        if character.isUppercase, last.isLowercase { end() }
        word.append(character)
      } else if character != "'", character != "’" {
        end()
      }
      last = character
    }
    end()
    // A pound sign alone is a header; beside words it only says the unit.
    return words.isEmpty && header.contains("£") ? ["£"] : words
  }

  /// Whether the words of a phrase stand here one after the other.
  func contains(_ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }
}
