/// Blanks that a column lost: "HOSPITALNHSTRUST", "HELENSANDKNOWSLEY", "CATCH22".
extension NameReader {
  /// The words with lost blanks put back where what they part is known.
  func withoutGlue(_ words: [String], _ read: inout PayeeName) -> [String] {
    guard words.contains(where: { $0.utf8.count > 3 }) else { return words }
    return words.flatMap { word in
      word.utf8.count > 3 ? unglued(word, &read) : [word]
    }
  }

  // "Unltd" and "Scotland" are words; four letters are the least that stand beside lost blanks.
  private static let shortestSide = 4

  private func unglued(_ word: String, _ read: inout PayeeName) -> [String] {
    let bytes = Array(word.utf8)
    if word.digitCount > 0 { return numberApart(word, bytes) }
    guard bytes.count > NameReader.shortestSide + 2, !isKnown(word) else { return [word] }
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
    let and = Array("and".utf8)
    for place in side...(bytes.count - side) {
      let left = String(decoding: bytes[..<place], as: UTF8.self)
      if bytes.count >= place + and.count + side,
        bytes[place..<place + and.count].elementsEqual(and)
      {
        let right = String(decoding: bytes[(place + and.count)...], as: UTF8.self)
        if isKnown(left) || isKnown(right) { return [left, "and", right] }
      }
      guard isKnown(left) else { continue }
      let right = String(decoding: bytes[place...], as: UTF8.self)
      if isKnown(right) { return [left, right] }
    }
    return nil
  }

  /// Whether a word stands in many names, or is or begins a place or a form.
  private func isKnown(_ word: String) -> Bool {
    !(rules.senses[word] ?? []).isDisjoint(with: [.organisation, .generic, .place])
      || rules.forms.match([word], at: 0) != nil
  }
}
