import PoolModel

/// What payment systems add to a name comes off here, before the name is read.
extension NameReader {
  /// The words without text about payments.
  func withoutPaymentText(_ words: [String], _ read: inout PayeeName) -> [String] {
    var kept: [String] = []
    var place = 0
    while place < words.count {
      let found = rules.payments.match(words, at: place) { found in
        counts(found, after: kept, left: words.count - place - found.length)
      }
      guard let found else {
        kept.append(words[place])
        place += 1
        continue
      }
      let tail = place + found.length
      // A name that is payment text from end to end stays as it is.
      if kept.isEmpty, tail == words.count { return words }
      read.flags.insert(.paymentText)
      read.rules.append(found.rule)
      switch found.meaning {
      case .word, .lead: place = tail
      case .insolvency:
        read.flags.insert(.insolvent)
        place = tail
      case .tail, .tailAfterForm, .tailAfterBody:
        if kept.isEmpty { return words }
        return kept
      case .head:
        kept.removeAll()
        place = tail
      }
    }
    return kept.isEmpty ? words : kept
  }

  /// Whether payment text stands where it is payment text.
  private func counts(
    _ found: PhraseTable<NameRules.Cut>.Match, after kept: [String], left: Int
  ) -> Bool {
    switch found.meaning {
    case .word, .insolvency, .tail, .head: true
    case .lead: kept.isEmpty && left >= 2
    case .tailAfterForm: endsInForm(kept)
    case .tailAfterBody: namesBody(kept)
    }
  }

  /// Whether words name a university, a school or a public body.
  private func namesBody(_ words: [String]) -> Bool {
    words.count > 1
      && words.indices.contains { place in
        rules.kinds[words[place]] == .school
          || rules.forms.match(words, at: place).map {
            $0.meaning.form.isPublicBody && isForm($0, at: place, of: words)
          } ?? false
      }
  }

  /// The words without account numbers, glued or apart, at either end.
  func withoutCodes(_ words: [String], _ read: inout PayeeName) -> [String] {
    var kept: [String] = []
    var isAfterCode = false
    var isStarred = false
    for word in words {
      if word == "*" || isStarred && !kept.isEmpty && word.digitCount == word.utf8.count {
        isStarred = word == "*"
        read.flags.insert(.accountCode)
        continue
      }
      isStarred = false
      let (name, code) = unglued(word)
      if code {
        read.flags.insert(.accountCode)
        isAfterCode = !(kept.isEmpty && name.isEmpty)
        if !name.isEmpty { kept.append(name) }
      } else if isAfterCode, word.digitCount > 0 {
        continue
      } else {
        kept.append(word)
      }
    }
    guard kept.contains(where: { $0.utf8.count > 1 }) else { return words }
    return kept
  }

  /// The letters of a word that an account number is glued to, and whether one is.
  func unglued(_ word: String) -> (name: String, isCode: Bool) {
    let digits = word.digitCount
    guard digits >= 3 else { return (word, false) }
    let bytes = Array(word.utf8)
    if digits == bytes.count { return digits >= 6 ? ("", true) : (word, false) }
    let leading = bytes.prefix { $0.isDigit }.count
    let trailing = bytes.reversed().prefix { $0.isDigit }.count
    if digits == leading, leading >= 5 {
      return (String(decoding: bytes[leading...], as: UTF8.self), true)
    }
    if digits == trailing {
      let letters = bytes.count - trailing
      // Some ledgers add 002 to the name of a second site.
      if trailing >= 6 && letters > 3 || letters > 4 && bytes[letters] == UInt8(ascii: "0") {
        return (String(decoding: bytes[..<letters], as: UTF8.self), true)
      }
      let head = String(decoding: bytes[..<letters], as: UTF8.self)
      if letters > 4, rules.forms.match([head], at: 0) != nil { return (head, true) }
      // No name has a number that begins with 0.
      let isCode = digits >= 4 || bytes[letters] == UInt8(ascii: "0")
      return letters <= 3 && isCode ? ("", true) : (word, false)
    }
    return ("", digits >= 5)
  }

  /// The words with abbreviations written out and initials drawn together.
  ///
  /// `uses` holds those of the words, or more, and at the end those of the words returned too.
  func written(
    _ published: [String], _ uses: inout WordUse, _ read: inout PayeeName
  ) -> [String] {
    var words = published
    if uses.contains(.initial) { words = NameReader.joiningInitials(words) }
    let count = words.count
    words = withoutGlue(words, &read)
    // Initials, codes cut off and blanks put back make words that were not there before.
    if !uses.isDisjoint(with: [.initial, .digit]) || words.count != count {
      uses.formUnion(rules.uses(of: words))
    }
    guard !uses.isDisjoint(with: [.abbreviation, .direction]) else { return words }
    words = writtenOut(words, &read)
    uses.formUnion(rules.uses(of: words))
    return words
  }

  /// The words with abbreviations written out.
  func writtenOut(_ words: [String], _ read: inout PayeeName) -> [String] {
    var written: [String] = []
    var place = 0
    while place < words.count {
      if let found = rules.abbreviations.match(words, at: place) {
        written.append(contentsOf: found.meaning)
        read.rules.append(found.rule)
        place += found.length
      } else {
        written.append(words[place])
        place += 1
      }
    }
    return withDirections(written, &read)
  }

  /// "N Yorkshire" as "North Yorkshire".
  private func withDirections(_ words: [String], _ read: inout PayeeName) -> [String] {
    guard words.contains(where: { rules.directionLetters[$0] != nil }) else { return words }
    var written: [String] = []
    for (place, word) in words.enumerated() {
      if let letter = rules.directionLetters[word], place + 1 < words.count,
        isPlace(words, at: place + 1)
      {
        written += letter.words
        read.rules.append(letter.rule)
      } else {
        written.append(word)
      }
    }
    return written
  }

  /// `c i c` as `cic`, but `t / a` as it is.
  static func joiningInitials(_ words: [String]) -> [String] {
    var joined: [String] = []
    var run = ""
    for (place, word) in words.enumerated() {
      let isBesideSlash =
        place + 1 < words.count && words[place + 1] == "/" || place > 0 && words[place - 1] == "/"
      if word.utf8.count == 1, word.utf8.first.map({ $0.isLetter }) ?? false, !isBesideSlash {
        // "Mary's" that lost its apostrophe; the "s" of a plural says nothing.
        if word == "s", run.isEmpty, (joined.last?.utf8.count ?? 0) > 3 { continue }
        run += word
        continue
      }
      if !run.isEmpty { joined.append(run) }
      run = ""
      joined.append(word)
    }
    if !run.isEmpty { joined.append(run) }
    return joined
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether it is a lower-case ASCII letter.
  var isLetter: Bool { self >= 0x61 && self <= 0x7A }
}
