/// Blanks that a column lost: "HOSPITALNHSTRUST", "HELENSANDKNOWSLEY", "CATCH22".
extension NameReader {
  /// The words with lost blanks put back where what they part is known.
  func withoutGlue(_ words: [String], _ read: inout PayeeName) -> [String] {
    guard let first = words.firstIndex(where: mayBeGlued) else { return words }
    var kept = Array(words[..<first])
    for word in words[first...] {
      if mayBeGlued(word) { kept += unglued(word, &read) } else { kept.append(word) }
    }
    return kept
  }

  private func mayBeGlued(_ word: String) -> Bool {
    let length = word.utf8.count
    guard length > 3 else { return false }
    return word.holdsDigit || length > NameReader.shortestSide + 2 && !isKnown(word)
  }

  // "Unltd" and "Scotland" are words; four letters are the least that stand beside lost blanks.
  private static let shortestSide = 4

  private func unglued(_ word: String, _ read: inout PayeeName) -> [String] {
    let bytes = Array(word.utf8)
    if word.holdsDigit { return numberApart(word, bytes) }
    if let glue = gluedEnding(of: bytes) {
      read.rules.append(glue.rule)
      let head = String(decoding: bytes.dropLast(glue.ending.count), as: UTF8.self)
      return [head] + glue.words
    }
    if bytes.starts(with: "st".utf8) {
      let saint = ["st", String(decoding: bytes.dropFirst(2), as: UTF8.self)]
      if isPlace(saint, at: 0) { return saint }
    }
    return knownSides(bytes) ?? [word]
  }

  /// Whether a word ends in a form that lost the blank before it.
  func endsInGluedForm(_ word: String) -> Bool {
    word.utf8.count > NameReader.shortestSide + 2 && !isKnown(word)
      && gluedEnding(of: Array(word.utf8)) != nil
  }

  private func gluedEnding(of bytes: [UInt8]) -> NameRules.GluedEnding? {
    rules.gluedEndings.first { glue in
      bytes.count >= glue.ending.count + NameReader.shortestSide
        && bytes.suffix(glue.ending.count).elementsEqual(glue.ending)
    }
  }

  /// "catch22" as "catch" and "22"; ordinals and codes of mixed letters and digits as they are.
  private func numberApart(_ word: String, _ bytes: [UInt8]) -> [String] {
    let digits = word.digitCount
    let leading = bytes.prefix { $0.isDigit }.count
    let trailing = bytes.reversed().prefix { $0.isDigit }.count
    let letters = bytes.count - digits
    guard rules.numberWords[word] == nil,
      leading == digits && letters > 2 || trailing == digits && letters > 1
    else { return [word] }
    let cut = leading == digits ? leading : letters
    return [
      String(decoding: bytes[..<cut], as: UTF8.self),
      String(decoding: bytes[cut...], as: UTF8.self),
    ]
  }

  /// Two sides of a word that are both known, or two sides of "and" of which one is.
  private func knownSides(_ bytes: [UInt8]) -> [String]? {
    let side = NameReader.shortestSide
    guard bytes.count >= 2 * side else { return nil }
    let beginsKnown = mayBeginKnown(bytes, at: 0)
    for place in side...(bytes.count - side) {
      if bytes[place] == UInt8(ascii: "a"), let sides = sidesOfAnd(bytes, at: place) {
        return sides
      }
      guard beginsKnown, mayBeginKnown(bytes, at: place) else { continue }
      let left = String(decoding: bytes[..<place], as: UTF8.self)
      let right = String(decoding: bytes[place...], as: UTF8.self)
      if isKnown(left), isKnown(right) { return [left, right] }
    }
    return nil
  }

  private func sidesOfAnd(_ bytes: [UInt8], at place: Int) -> [String]? {
    let and = "and".utf8
    guard bytes.count >= place + and.count + NameReader.shortestSide,
      bytes[place..<place + and.count].elementsEqual(and)
    else { return nil }
    let left = String(decoding: bytes[..<place], as: UTF8.self)
    let right = String(decoding: bytes[(place + and.count)...], as: UTF8.self)
    return isKnown(left) || isKnown(right) ? [left, "and", right] : nil
  }

  /// Whether a known word may begin there: few beginnings are those of known words.
  private func mayBeginKnown(_ bytes: [UInt8], at place: Int) -> Bool {
    rules.knownBeginnings.mayHold(
      WindowSet.window(bytes[place..<place + NameReader.shortestSide]))
  }

  /// Whether a word stands in many names, or is a place or a form.
  private func isKnown(_ word: String) -> Bool {
    rules.wordUses[word].contains(.known)
  }
}
