import ExportReading

/// The words of a label, as phrases are held against them.
///
/// Letters and digits make words, in lower case and without apostrophes; `+` and `<` are words of
/// their own, because labels write ages with them; `&` reads as "and"; all else parts words.
struct LabelTokens {
  let words: [String]

  init(_ label: String) {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in FoldedText.of(label) {
      switch character {
      case "'", "\u{2019}": break
      case "&":
        end()
        words.append("and")
      case "+", "<":
        end()
        words.append(String(character))
      case _ where character.isLetter || character.isNumber: word.append(character)
      default: end()
      }
    }
    end()
    self.words = words
  }
}

/// Words that must follow one another in a label; one that ends in `*` stands for all that begin so.
struct LabelPhrase {
  /// What a word of a phrase asks of a word of a label.
  enum Word {
    case whole(String)
    case beginning(String)
  }

  let words: [Word]

  init(_ text: String) {
    words = text.split(separator: " ").flatMap { part -> [Word] in
      let words = LabelTokens(String(part)).words
      guard part.hasSuffix("*"), let last = words.last else { return words.map(Word.whole) }
      return words.dropLast().map(Word.whole) + [.beginning(last)]
    }
  }

  /// Whether the label holds the phrase at a place.
  func stands(at place: Int, in label: LabelTokens) -> Bool {
    guard !words.isEmpty, place + words.count <= label.words.count else { return false }
    return zip(words, label.words[place...]).allSatisfy { word, found in
      switch word {
      case .whole(let text): found == text
      case .beginning(let text): found.hasPrefix(text)
      }
    }
  }

  /// Whether the label holds the phrase anywhere.
  func stands(in label: LabelTokens) -> Bool {
    label.words.indices.contains { stands(at: $0, in: label) }
  }
}
