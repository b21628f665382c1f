import PoolModel

/// The parts of a name: both sides of "trading as", the form, the core, the brackets.
extension NameReader {
  /// The words before and after a joint such as "t/a", with the role of the second side.
  func splitAtJoint(
    _ words: [String], _ read: inout PayeeName
  ) -> (legal: [String], alias: [String], role: PayeeName.AliasRole?) {
    for place in words.indices.dropFirst() {
      guard let found = rules.joints.match(words, at: place) else { continue }
      let before = Array(words[..<place])
      let after = Array(words[(place + found.length)...])
      guard !after.isEmpty else { continue }
      if found.meaning == .tradingAsAfterForm, !endsInForm(before) { continue }
      read.rules.append(found.rule)
      return (before, after, found.meaning == .careOf ? .careOf : .trading)
    }
    return (words, [], nil)
  }

  func endsInForm(_ words: [String]) -> Bool {
    words.indices.contains { place in
      rules.forms.match(words, at: place).map { place + $0.length == words.count } ?? false
    }
  }

  /// The core words and the form of one side of a name.
  func readBody(
    _ words: [String], _ read: inout PayeeName
  ) -> (core: [String], form: LegalForm?) {
    var core: [String] = []
    var form: LegalForm?
    var openForm: (place: Int, words: ArraySlice<String>)?
    var place = 0
    while place < words.count {
      if let found = rules.forms.match(words, at: place),
        isForm(found, at: place, of: words)
      {
        read.rules.append(found.rule)
        let end = place + found.length
        // The end of another name's line: what follows names the body.
        if core.isEmpty, end < words.count, !found.meaning.form.isOpen {
          read.flags.insert(.wrapped)
        }
        form = NameReader.stronger(form, found.meaning.form, isWrapped: core.isEmpty)
        if found.meaning.form.isOpen { openForm = (core.count, words[place..<end]) }
        place = end
      } else {
        core.append(words[place])
        place += 1
      }
    }
    // "NHS" in the name of a company is a word like others.
    if let openForm, form?.kind == .company {
      core.insert(contentsOf: openForm.words, at: openForm.place)
    }
    return (settledCore(core, &read), form)
  }

  private func isForm(
    _ match: PhraseTable<NameRules.FormRule>.Match, at place: Int, of words: [String]
  ) -> Bool {
    guard match.meaning.isAtEndOnly else { return true }
    return place > 0 && place + match.length == words.count
  }

  /// Which of two forms in one name is its own: the later, unless it leaves open what it is.
  private static func stronger(
    _ first: LegalForm?, _ second: LegalForm, isWrapped: Bool
  ) -> LegalForm? {
    // What begins a name is the end of another one's line, but for "NHS" and "London Borough of".
    guard let first else {
      return isWrapped && second.kind != .council && !second.isOpen ? nil : second
    }
    if second.isOpen, first.kind == second.kind { return first }
    // "Community Interest Company Limited" is one form.
    if first == .cic, second == .limited { return first }
    return second
  }

  /// The words without marks, brackets that only repeat initials, and words that say nothing.
  private func settledCore(_ words: [String], _ read: inout PayeeName) -> [String] {
    var kept: [String] = []
    var place = 0
    while place < words.count {
      let word = words[place]
      if word == "(", place + 2 < words.count, words[place + 2] == ")" {
        let inside = words[place + 1]
        let outside = words[..<place].filter { !NameReader.isMark($0) }
        if NameReader.isAcronym(inside, of: Array(outside)) {
          read.acronym = inside
          place += 3
          continue
        }
      }
      if !NameReader.isMark(word) { kept.append(word) }
      place += 1
    }
    let said = kept.filter { !(rules.senses[$0]?.contains(.dropped) ?? false) }
    return said.isEmpty ? kept : said
  }

  private static func isMark(_ word: String) -> Bool {
    word == "(" || word == ")" || word == "," || word == "/"
  }

  /// Whether a word is made of the first letters of other words, small ones left out or not.
  static func isAcronym(_ word: String, of words: [String]) -> Bool {
    guard word.utf8.count > 1 else { return false }
    let all = words.compactMap(\.utf8.first)
    let small: Set<String> = ["and", "of", "the", "for", "in"]
    let large = words.filter { !small.contains($0) }.compactMap(\.utf8.first)
    return word.utf8.elementsEqual(all) || word.utf8.elementsEqual(large)
  }
}
