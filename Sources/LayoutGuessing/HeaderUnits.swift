import MappingTables

/// What headers and titles say that money is counted in, by `mappings/headers/units.csv`.
struct HeaderUnits: Sendable {
  private struct Phrase: Sendable {
    var words: [String]
    var unit: AmountColumn.Unit
  }

  /// The longest first.
  private let phrases: [Phrase]

  init(_ rows: [HeaderUnit]) {
    phrases = rows.map { Phrase(words: UnitWord.words(of: $0.text).map(\.text), unit: $0.unit) }
      .filter { !$0.words.isEmpty }
      .sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
  }

  /// What the money below a header is counted in; nil where the header does not say.
  func unit(of text: String) -> AmountColumn.Unit? { match(in: UnitWord.words(of: text))?.unit }

  /// What a title above a table says that its money is counted in; nil where it does not say.
  ///
  /// A bare `000` may be any number there, and `not in £000s` says no unit.
  func unit(ofTitle text: String) -> AmountColumn.Unit? {
    let words = UnitWord.words(of: text)
    guard let match = match(in: words), !words[..<match.words.lowerBound].contains(where: \.isNot),
      words[match.words].contains(where: { !$0.isBareNumber })
    else { return nil }
    return match.unit
  }

  /// A header without the words of its unit; a unit alone leaves a pound sign.
  func rest(of header: String) -> String {
    let words = UnitWord.words(of: header)
    guard let match = match(in: words) else { return header }
    let (first, last) = (words[match.words.lowerBound], words[match.words.upperBound - 1])
    let rest = header[..<first.range.lowerBound] + " " + header[last.range.upperBound...]
    return rest.contains { $0.isLetter || $0.isNumber } ? String(rest) : "£"
  }

  /// Whether a cell says a unit and nothing else, as one below a header does.
  func isUnitAlone(_ cell: String) -> Bool {
    let words = UnitWord.words(of: cell)
    return match(in: words).map { $0.words == words.indices } ?? false
  }

  private func match(
    in words: [UnitWord]
  ) -> (words: Range<Int>, unit: AmountColumn.Unit)? {
    for phrase in phrases {
      for start in words.indices where start + phrase.words.count <= words.count {
        let range = start..<(start + phrase.words.count)
        guard words[range].map(\.text) == phrase.words else { continue }
        // `25 000` is a figure and not twenty-five in thousands.
        let startsWithDigit = phrase.words[0].first?.isNumber ?? false
        if startsWithDigit, start > 0, words[start - 1].isFigure { continue }
        return (range, phrase.unit)
      }
    }
    return nil
  }
}

/// A word of a header as units are compared: `£`, `'000s`, `2,000`, `million`.
private struct UnitWord {
  var text: String
  var range: Range<String.Index>

  var isNot: Bool { text == "not" }
  /// `000` or `000s`, without a pound sign or an apostrophe.
  var isBareNumber: Bool { text.first?.isNumber ?? false }
  var isFigure: Bool { text.allSatisfy { $0.isNumber || $0 == "," || $0 == "." } }

  static func words(of header: String) -> [UnitWord] {
    var words: [UnitWord] = []
    var place = header.startIndex
    while place < header.endIndex {
      let start = place
      let text = word(in: header, at: &place)
      if !text.isEmpty { words.append(UnitWord(text: text, range: start..<place)) }
    }
    return words
  }

  /// The word that begins at a place, which moves behind it; empty for a sign that is none.
  private static func word(in header: String, at place: inout String.Index) -> String {
    let first = header[place]
    place = header.index(after: place)
    if first == "£" { return "£" }
    let isMark = isApostrophe(first) && place < header.endIndex && header[place].isNumber
    guard isMark || first.isLetter || first.isNumber else { return "" }
    var text = isMark ? "'" : first.lowercased()
    while place < header.endIndex {
      let next = header[place]
      if next.isLetter || next.isNumber {
        text += next.lowercased()
      } else if !isInside(next, header, place) {
        break
      }
      if ",.".contains(next) { text.append(next) }
      place = header.index(after: place)
    }
    return text
  }

  /// A comma or a point between digits, and an apostrophe between letters or digits.
  private static func isInside(_ sign: Character, _ header: String, _ place: String.Index) -> Bool {
    let after = header.index(after: place)
    guard place > header.startIndex, after < header.endIndex else { return false }
    let (left, right) = (header[header.index(before: place)], header[after])
    if ",.".contains(sign) { return left.isNumber && right.isNumber }
    return isApostrophe(sign) && right.isLetter && (left.isLetter || left.isNumber)
  }

  private static func isApostrophe(_ sign: Character) -> Bool { "'’‘`".contains(sign) }
}
