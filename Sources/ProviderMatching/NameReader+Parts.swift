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
      if found.meaning == .tradingAsAfterForm, !endsInForm(before), !endsInKind(before) { continue }
      if isTradingArm(words[place], after) { continue }
      read.rules.append(found.rule)
      // The column ended where the other name would have begun.
      guard !after.isEmpty else { return (before, [], nil) }
      return (before, after, found.meaning == .careOf ? .careOf : .trading)
    }
    return (words, [], nil)
  }

  /// Whether a word that mostly joins two names is one of a company's own: a trust's "Trading Ltd" is
  /// no name under which it trades.
  private func isTradingArm(_ word: String, _ after: [String]) -> Bool {
    guard let senses = rules.senses[word], senses.contains(.tradingArm) else { return false }
    return !after.isEmpty && !namesSomething(after)
  }

  /// Whether there is more than forms and words that say little.
  private func namesSomething(_ words: [String]) -> Bool {
    var place = 0
    while place < words.count {
      if let form = rules.forms.match(words, at: place) {
        place += form.length
        continue
      }
      guard let senses = rules.senses[words[place]],
        !senses.isDisjoint(with: [.generic, .dropped])
      else { return true }
      place += 1
    }
    return false
  }

  func endsInForm(_ words: [String]) -> Bool {
    words.indices.contains { place in
      rules.forms.match(words, at: place).map { place + $0.length == words.count } ?? false
    }
  }

  private func endsInKind(_ words: [String]) -> Bool {
    words.last.flatMap { rules.senses[$0] }?.contains(.organisation) ?? false
  }

  /// The core words and the form of one side of a name.
  func readBody(
    _ words: [String], _ uses: WordUse, _ read: inout PayeeName
  ) -> (core: [String], form: LegalForm?) {
    guard uses.contains(.form) else {
      return (NameReader.once(uses.contains(.shed) ? settledCore(words, &read) : words), nil)
    }
    var core: [String] = []
    var form: LegalForm?
    var wrappedForm: LegalForm?
    var openForm: (place: Int, words: ArraySlice<String>)?
    var notesFrom = Int.max
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
          wrappedForm = found.meaning.form
        }
        if found.meaning.position == .end { read.flags.insert(.truncated) }
        form = NameReader.stronger(form, found.meaning.form, isWrapped: core.isEmpty)
        if found.meaning.form.isOpen { openForm = (core.count, words[place..<end]) }
        if found.meaning.form.kind == .company, !core.contains("(") { notesFrom = core.count }
        place = end
      } else {
        core.append(words[place])
        place += 1
      }
    }
    // "NHS" in the name of a company is a word like others.
    if let openForm, form.isCompany {
      core.insert(contentsOf: openForm.words, at: openForm.place)
      if openForm.place <= notesFrom, notesFrom < .max { notesFrom += openForm.words.count }
    }
    // "Foundation Trust Northbeck Hospital NHS": the line broke within the form.
    if form == .nhs, wrappedForm == .nhsTrust { form = .nhsTrust }
    core = settledCore(core, notesFrom: notesFrom, form: form, &read)
    if let form, form.isPublicBody { core = publicCore(core, form, &read) }
    return (NameReader.once(core), form)
  }

  /// The core of a public body's name without its code in the NHS and without itself said twice.
  private func publicCore(
    _ core: [String], _ form: LegalForm, _ read: inout PayeeName
  ) -> [String] {
    if core.count == 2, core[0] == core[1] { return [core[0]] }
    guard form.kind == .nhsBody, core.count > 1 else { return core }
    var words = core[...]
    for code in [core[0], core[core.count - 1]] where NameReader.isTrustCode(code) {
      guard words.count > 1 else { break }
      if words.first == code { words.removeFirst() } else { words.removeLast() }
      read.flags.insert(.accountCode)
    }
    return Array(words)
  }

  /// Whether a word is a code such as `RJ1`, `RXR`, `5PG` or `0DF`.
  private static func isTrustCode(_ word: String) -> Bool {
    let bytes = word.utf8
    guard bytes.count == 3, let first = bytes.first else { return false }
    let vowels = bytes.dropFirst().filter { "aeiou".utf8.contains($0) }
    return first == UInt8(ascii: "r") && vowels.isEmpty
      || first.isDigit && word.digitCount < 3
  }

  /// The words without a second half that repeats the first.
  private static func once(_ words: [String]) -> [String] {
    let half = words.count / 2
    guard half > 1, words.count.isMultiple(of: 2),
      words[..<half].elementsEqual(words[half...])
    else { return words }
    return Array(words[..<half])
  }

  func isForm(
    _ match: PhraseTable<NameRules.FormRule>.Match, at place: Int, of words: [String]
  ) -> Bool {
    guard match.meaning.position != .anywhere else { return true }
    let end = place + match.length
    if match.meaning.position == .edge, end < words.count, isPlace(words, at: end) { return true }
    return place > 0 && end == words.count
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
