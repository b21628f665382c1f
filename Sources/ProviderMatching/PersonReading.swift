/// Tells the names of natural persons, on sound evidence only: a body that is taken for a person
/// would vanish from every report.
struct PersonReading {
  let reader: NameReader

  private var rules: NameRules { reader.rules }

  /// Whether a name as published, without payment text, is a person's.
  func isPerson(named words: [String]) -> Bool {
    let words = beforeAddress(words)
    let (names, hasTitle) = withoutPersonWords(words)
    return !isOrganisation(names, hasTitle: hasTitle) && isPerson(names, hasTitle: hasTitle)
  }

  /// Whether one side of "trading as" is a person's name.
  func isPerson(_ words: [String]) -> Bool {
    let (names, hasTitle) = withoutPersonWords(words)
    return isPerson(names, hasTitle: hasTitle)
  }

  private func isPerson(_ words: [String], hasTitle: Bool) -> Bool {
    var names: [String] = []
    var isTurned = false
    for word in PersonReading.withoutNumbers(PersonReading.withoutBrackets(words)) {
      if word == "," {
        isTurned = !names.isEmpty
      } else if hasTitle, word == "/" || word == "and" || word == "the" || word.digitCount > 0 {
        continue
      } else if isOrganisationWord(word) {
        return false
      } else if word.digitCount > 0 || word == "/" || word == "and" {
        return false
      } else {
        names.append(word)
      }
    }
    guard names.contains(where: { $0.utf8.count > 1 }) else { return false }
    return hasTitle || isUntitledPerson(names, isTurned: isTurned)
  }

  /// The words without titles and what else marks a person, and whether any says so by itself.
  private func withoutPersonWords(_ words: [String]) -> (words: [String], hasTitle: Bool) {
    var kept: [String] = []
    var hasTitle = false
    var place = 0
    while place < words.count {
      if let found = rules.titles.match(words, at: place) {
        if found.meaning != .comesOff { hasTitle = true }
        place += found.length
      } else {
        kept.append(words[place])
        place += 1
      }
    }
    return (kept, hasTitle)
  }

  /// The words before "care of": whose address it is does not say who is paid.
  private func beforeAddress(_ words: [String]) -> [String] {
    for place in words.indices.dropFirst() {
      if let found = rules.joints.match(words, at: place), found.meaning == .careOf {
        return Array(words[..<place])
      }
    }
    return words
  }

  /// Whether a word, a form or a trading name says that this is no natural person.
  private func isOrganisation(_ words: [String], hasTitle: Bool) -> Bool {
    var read = PayeeName()
    let written = reader.written(words, &read)
    return written.indices.contains { place in
      if isOrganisationWord(written[place]) { return true }
      if !hasTitle, rules.namedBodies.match(written, at: place) != nil { return true }
      if place > 0, rules.joints.match(written, at: place)?.meaning == .tradingAs { return true }
      guard let form = rules.forms.match(written, at: place) else { return false }
      // "Mr D C Quillfern" and "Mrs Lim" end in no council and in no company.
      return form.meaning.position == .anywhere
        || !hasTitle && place > 0 && place + form.length == written.count
    }
  }

  private func isUntitledPerson(_ names: [String], isTurned: Bool) -> Bool {
    guard (2...4).contains(names.count),
      !names.contains(where: {
        !isInitial($0) && !(rules.senses[$0] ?? []).isDisjoint(with: [.generic, .dropped])
      })
    else { return false }
    let given = names.dropFirst()
    let areGiven = given.allSatisfy { isInitial($0) || isFirstName($0) }
    // "Smith, Mary" and "Smith, M A".
    if isTurned, areGiven { return true }
    let long = names.filter { !isInitial($0) }
    // "J A Smith" and "Smith J A": one surname, all the rest initials.
    if long.count == 1, long.count < names.count, long[0].utf8.count >= 3 {
      return names.first == long[0] || names.last == long[0]
    }
    // "Smith Mary", "Smith Mary J": of ledgers that sort by surname.
    if areGiven, given.contains(where: isFirstName), names[0].utf8.count >= 3 { return true }
    // "Mary Smith", "Mary J Smith", "Mary Ann J Smith".
    return isFirstName(names[0]) && names[names.count - 1].utf8.count >= 2
      && (names.count <= 3 || isInitial(names[1]) || isFirstName(names[1]))
  }

  /// The words without what stands in brackets, closed or cut off.
  private static func withoutBrackets(_ words: [String]) -> [String] {
    var kept: [String] = []
    var depth = 0
    for word in words {
      if word == "(" {
        depth += 1
      } else if word == ")" {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        kept.append(word)
      }
    }
    return kept
  }

  /// The words without the numbers of accounts and cases at either end.
  private static func withoutNumbers(_ words: [String]) -> ArraySlice<String> {
    var kept = words[...]
    while let last = kept.last, isNumber(last) || last == "/" { kept.removeLast() }
    while let first = kept.first, isNumber(first) || first == "/" { kept.removeFirst() }
    return kept
  }

  /// Whether a word is a number, maybe with a few letters, and too long to be part of a name.
  private static func isNumber(_ word: String) -> Bool {
    let digits = word.digitCount
    return digits >= 3 && word.utf8.count - digits <= 3
  }

  private func isOrganisationWord(_ word: String) -> Bool {
    let sense = rules.senses[word] ?? []
    return sense.contains(.organisation) && !sense.contains(.dropped)
  }

  private func isInitial(_ word: String) -> Bool { word.utf8.count == 1 }

  private func isFirstName(_ word: String) -> Bool {
    rules.senses[word]?.contains(.firstName) ?? false
  }
}
