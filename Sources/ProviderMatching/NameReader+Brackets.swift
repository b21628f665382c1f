import PoolModel

/// What stands in brackets: an acronym, a part of the name, or another name.
extension NameReader {
  /// The core words of one side of a name, from words that still hold marks and brackets.
  ///
  /// Brackets from `notesFrom` on, behind the form of a company, note something about it: "X Ltd
  /// (Closed)" is X, where "X (Northbeck Division) Ltd" may be another company.
  func settledCore(
    _ words: [String], notesFrom: Int = .max, form: LegalForm? = nil, _ read: inout PayeeName
  ) -> [String] {
    var kept: [String] = []
    var others: [[String]] = []
    var place = 0
    while place < words.count {
      guard words[place] == "(" else {
        if !NameReader.isMark(words[place]) { kept.append(words[place]) }
        place += 1
        continue
      }
      let end = words[(place + 1)...].firstIndex { $0 == ")" || $0 == "(" } ?? words.count
      let inside = words[(place + 1)..<end].filter { !NameReader.isMark($0) }
      let said = saying(inside)
      if inside.count == 1, NameReader.isAcronym(inside[0], of: kept, form) {
        read.acronym = inside[0]
      } else if let last = kept.last, kept.count == 1, NameReader.isAcronym(last, of: inside) {
        read.acronym = last
        kept = inside
      } else if isPartOfName(said), place < notesFrom || inside.count == 1 && isNumber(inside[0]) {
        kept += inside
      } else if place < notesFrom || kept.isEmpty {
        others.append(said)
      }
      place = end < words.count && words[end] == ")" ? end + 1 : end
    }
    let core = saying(kept)
    guard !core.isEmpty else { return others.flatMap(\.self) }
    read.aliases += others.map { .init(role: .bracket, core: $0, form: nil) }
    return core
  }

  /// The words without those that say nothing, unless there are no others.
  private func saying(_ words: [String]) -> [String] {
    let said = words.filter { !(rules.senses[$0]?.contains(.dropped) ?? false) }
    return said.isEmpty ? words : said
  }

  /// Whether words in brackets only say where, how many or what sort: "(UK)", "(2)", "(Holdings)".
  private func isPartOfName(_ words: [String]) -> Bool {
    var place = 0
    while place < words.count {
      if let found = rules.places.match(words, at: place) {
        place += found.length
        continue
      }
      let word = words[place]
      let senses = rules.senses[word] ?? []
      guard
        isNumber(word) || !senses.isDisjoint(with: [.generic, .dropped, .place, .bodySort])
      else { return false }
      place += 1
    }
    return true
  }

  private func isNumber(_ word: String) -> Bool {
    word.utf8.count < 2 || word.digitCount > 0 || rules.numberWords[word] != nil
  }

  static func isMark(_ word: String) -> Bool {
    word == "(" || word == ")" || word == "," || word == "/"
  }

  /// Whether a word is made of the first letters of other words, small ones left out or not, and maybe
  /// of their form.
  static func isAcronym(_ word: String, of words: [String], _ form: LegalForm? = nil) -> Bool {
    guard word.utf8.count > 1 else { return false }
    if let form, form.kind == .company, word.utf8.last == form.rawValue.utf8.first,
      isAcronym(String(word.dropLast()), of: words)
    {
      return true
    }
    let all = words.compactMap(\.utf8.first)
    let small: Set<String> = ["and", "of", "the", "for", "in"]
    let large = words.filter { !small.contains($0) }.compactMap(\.utf8.first)
    return word.utf8.elementsEqual(all) || word.utf8.elementsEqual(large)
  }
}
