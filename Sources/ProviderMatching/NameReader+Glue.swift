/// Blanks that a column lost: "HOSPITALNHSTRUST", "HELENSANDKNOWSLEY".
extension NameReader {
  /// The words with a lost blank put back where the ending, or one side of "and", is a known word.
  func withoutGlue(_ words: [String], _ read: inout PayeeName) -> [String] {
    guard words.contains(where: { $0.utf8.count > NameReader.shortestGlued }) else { return words }
    return words.flatMap { word in
      word.utf8.count > NameReader.shortestGlued ? unglued(word, &read) : [word]
    }
  }

  // "Unltd" and "Scotland" are words; four letters are the least that stand before an ending.
  private static let shortestGlued = 6
  private static let shortestSide = 4

  private func unglued(_ word: String, _ read: inout PayeeName) -> [String] {
    guard rules.senses[word] == nil, rules.forms.match([word], at: 0) == nil else { return [word] }
    let bytes = Array(word.utf8)
    for glue in rules.gluedEndings where bytes.count >= glue.ending.count + NameReader.shortestSide
    {
      guard bytes.suffix(glue.ending.count).elementsEqual(glue.ending) else { continue }
      read.rules.append(glue.rule)
      let head = String(decoding: bytes.dropLast(glue.ending.count), as: UTF8.self)
      return [head] + glue.words
    }
    return sidesOfAnd(bytes) ?? [word]
  }

  /// Both sides of an "and" within a word, of which one is a place or stands in many names.
  private func sidesOfAnd(_ bytes: [UInt8]) -> [String]? {
    let and = Array("and".utf8)
    let side = NameReader.shortestSide
    guard bytes.count >= side + and.count + side else { return nil }
    for place in side...(bytes.count - and.count - side)
    where bytes[place..<place + and.count].elementsEqual(and) {
      let left = String(decoding: bytes[..<place], as: UTF8.self)
      let right = String(decoding: bytes[(place + and.count)...], as: UTF8.self)
      if isPlaceOrPart(left) || isPlaceOrPart(right) { return [left, "and", right] }
    }
    return nil
  }

  private func isPlaceOrPart(_ word: String) -> Bool {
    rules.places.match([word], at: 0) != nil
      || !(rules.senses[word] ?? []).isDisjoint(with: [.organisation, .generic])
  }
}
