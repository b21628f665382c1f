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
        if found.meaning.isAtEndOnly { read.flags.insert(.truncated) }
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
}
