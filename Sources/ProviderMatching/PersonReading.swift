/// Tells the names of natural persons, on sound evidence only: a body that is taken for a person
/// would vanish from every report.
struct PersonReading {
  let reader: NameReader

  private var rules: NameRules { reader.rules }

  /// Whether a name as published is a person's.
  func isPerson(named name: String, _ words: [String]) -> Bool {
    if isPerson(published: words) { return true }
    // "Quillfern-Marrow Edna": only the hyphen tells a surname of two names.
    guard name.utf8.contains(UInt8(ascii: "-")) else { return false }
    let fewer = NameWords(name, hyphens: .keepFirst).words
    return fewer.count < words.count && !isOrganisation(words, hasTitle: false)
      && isPerson(published: fewer)
  }

  private func isPerson(published words: [String]) -> Bool {
    let words = beforeAddress(words)
    if isTitledName(words) { return true }
    let (all, hasTitle) = withoutPersonWords(bare(words))
    let names = hasTitle ? withoutFirm(all) : all
    if !isOrganisation(names, hasTitle: hasTitle), isPerson(names, hasTitle: hasTitle) {
      return true
    }
    // "Direct payment a/c" must come off whole, before "payment a/c" does.
    let (rest, isTitled) = withoutPersonWords(words)
    guard rest.count < words.count else { return false }
    let bareRest = bare(rest)
    return !isOrganisation(bareRest, hasTitle: isTitled) && isPerson(bareRest, hasTitle: isTitled)
  }

  /// "Mr John Church": behind a title, first names or initials, a surname that is a word of bodies
  /// makes no body of a person.
  private func isTitledName(_ words: [String]) -> Bool {
    guard let title = rules.titles.match(words, at: 0), title.meaning == .title,
      rules.forms.match(words, at: words.count - 1) == nil
    else { return false }
    let names = PersonReading.withoutBrackets(Array(words.dropFirst(title.length)))
    guard (2...4).contains(names.count), let last = names.last,
      names.allSatisfy({ $0.digitCount == 0 && $0.contains(where: \.isLetter) && $0 != "and" })
    else { return false }
    let given = names.dropLast()
    if given.allSatisfy({ isFirstName($0) || isInitial($0) }) { return true }
    return given.count == 1 && !isOrganisationWord(given[0])
      && !(rules.senses[last] ?? []).isDisjoint(with: [.surname, .surnameFirst])
  }

  /// The words without what payment systems add.
  private func bare(_ words: [String]) -> [String] {
    var cut = PayeeName()
    return reader.withoutCodes(reader.withoutPaymentText(words, &cut), &cut)
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
      } else if word == "and" || word == "or" {
        return isCouple(words, joint: word)
      } else if word.digitCount > 0 || word == "/" {
        return false
      } else {
        names.append(word)
      }
    }
    guard hasTitle ? !names.isEmpty : names.contains(where: { $0.utf8.count > 1 }) else {
      return false
    }
    return hasTitle || isUntitledPerson(names, isTurned: isTurned)
  }

  /// The words without titles and what else marks a person, and whether any says so by itself.
  private func withoutPersonWords(_ words: [String]) -> (words: [String], hasTitle: Bool) {
    var kept: [String] = []
    var hasTitle = false
    var place = 0
    while place < words.count {
      if let found = rules.titles.match(words, at: place) {
        let isBetween = !kept.isEmpty && place + found.length < words.count
        if found.meaning == .particle, !isBetween { kept.append(words[place]) }
        switch found.meaning {
        case .title, .doctor: hasTitle = true
        case .beforeName where stands(words, beforeNameAt: place + found.length, kept):
          hasTitle = true
        case .beforeName: kept.append(words[place])
        case .comesOff, .particle: break
        }
        place += found.length
      } else {
        kept.append(words[place])
        place += 1
      }
    }
    return (kept, hasTitle)
  }

  /// "Mr J Quillfern (Marrow Chambers)" is paid himself, where "Miss Thistle (Retail)" is a shop.
  private func withoutFirm(_ words: [String]) -> [String] {
    let names = PersonReading.withoutBrackets(words)
    return names.count > 1 ? names : words
  }

  /// "Master D Quillfern" and "Quillfern Master D", but not "Rug Master".
  private func stands(_ words: [String], beforeNameAt next: Int, _ kept: [String]) -> Bool {
    guard next < words.count else { return false }
    return kept.isEmpty || isInitial(words[next]) || isFirstName(words[next])
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
    let written = reader.writtenOut(NameReader.joiningInitials(words), &read)
    return written.indices.contains { place in
      if isOrganisationWord(written[place]) || reader.endsInGluedForm(written[place]) {
        return true
      }
      if !hasTitle, rules.namedBodies.match(written, at: place) != nil { return true }
      if place > 0, rules.joints.match(written, at: place)?.meaning == .tradingAs { return true }
      guard let form = rules.forms.match(written, at: place) else { return false }
      // "Mr D C Quillfern" and "Mrs Lim" end in no council and in no company.
      return form.meaning.position == .anywhere
        || !hasTitle && place > 0 && place + form.length == written.count
    }
  }

  /// "Edna and Harold Quillfern", "Quillfern Edna and Harold" and two whole names; "J & B Marrow"
  /// may as well be a firm.
  private func isCouple(_ words: [String], joint: String) -> Bool {
    let sides = words.split(separator: joint, omittingEmptySubsequences: false).map(Array.init)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return false }
    let (areLeft, areRight) = (sides[0].allSatisfy(isFirstName), sides[1].allSatisfy(isFirstName))
    let isLeft = isUntitledPerson(sides[0], isTurned: false)
    let isRight = isUntitledPerson(sides[1], isTurned: false)
    return isLeft && (isRight || areRight) || areLeft && isRight && isFirstName(sides[1][0])
  }

  private func isUntitledPerson(_ published: [String], isTurned: Bool) -> Bool {
    var names = published
    // "O Donnell Mary", "Mc Donald Mary".
    if names.count > 2, ["o", "mc", "mac"].contains(names[0]) { names.removeFirst() }
    guard (2...4).contains(names.count), names.indices.allSatisfy({ canBeName(names, at: $0) })
    else {
      return false
    }
    let given = names.dropFirst()
    let areGiven = given.allSatisfy { isInitial($0) || isFirstName($0) }
    // "Smith, Mary", "Smith, M A" and "Smith, Mary Hope".
    if isTurned, areGiven || isFirstName(names[1]) { return true }
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

  /// Whether a word can stand in a person's name at its place: words of many bodies cannot, unless
  /// they are surnames too.
  private func canBeName(_ names: [String], at place: Int) -> Bool {
    guard !isInitial(names[place]) else { return true }
    let senses = rules.senses[names[place]] ?? []
    if senses.isDisjoint(with: [.generic, .dropped]) || senses.contains(.surname) { return true }
    return place == 0 && senses.contains(.surnameFirst) && isFirstName(names[1])
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
