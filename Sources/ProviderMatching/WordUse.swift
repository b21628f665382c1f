/// What the rules can make of a word, so that a step is left out where no word of a name asks for it.
struct WordUse: OptionSet, Sendable {
  let rawValue: UInt32
  /// Begins payment text.
  static let payment = WordUse(rawValue: 1)
  /// Begins a joint such as "t/a".
  static let joint = WordUse(rawValue: 2)
  /// Begins a title of a person, or what else marks one.
  static let title = WordUse(rawValue: 4)
  /// Begins a form.
  static let form = WordUse(rawValue: 8)
  /// Begins an abbreviation.
  static let abbreviation = WordUse(rawValue: 16)
  /// Begins a place.
  static let place = WordUse(rawValue: 32)
  /// Begins the brand of a federation.
  static let brand = WordUse(rawValue: 64)
  /// Begins the name of a body that bears a person's name, or tells a kind of body.
  static let namedBody = WordUse(rawValue: 128)
  /// Says that a name is no person's.
  static let organisation = WordUse(rawValue: 256)
  static let firstName = WordUse(rawValue: 512)
  /// Is one letter.
  static let initial = WordUse(rawValue: 1024)
  /// Holds a digit, or is the star before one.
  static let digit = WordUse(rawValue: 2048)
  /// Is a number in letters.
  static let number = WordUse(rawValue: 4096)
  /// One or two letters that before a place say a direction.
  static let direction = WordUse(rawValue: 8192)
  /// Stands in many names, or is a place or a form.
  static let known = WordUse(rawValue: 16_384)
  /// Is a mark, or says nothing.
  static let shed = WordUse(rawValue: 32_768)
}

extension NameRules {
  /// What the rules can make of the words, all taken together.
  func uses(of words: [String]) -> WordUse {
    words.reduce(into: []) { uses, word in
      uses.formUnion(wordUses[word])
      if word.utf8.count == 1 { uses.insert(NameRules.useOfOne(word)) }
      if word.holdsDigit { uses.insert(.digit) }
    }
  }

  private static func useOfOne(_ word: String) -> WordUse {
    switch word {
    case "*": .digit
    case "(", ")", ",", "/": [.initial, .shed]
    default: .initial
    }
  }

  /// The uses of all words that the rules name.
  static func wordUses(_ rules: NameRules) -> [String: WordUse] {
    var uses: [String: WordUse] = [:]
    func note(_ words: some Sequence<String>, _ use: WordUse) {
      for word in words { uses[word, default: []].insert(use) }
    }
    note(rules.payments.firstWords, .payment)
    note(rules.joints.firstWords, .joint)
    note(rules.titles.firstWords, .title)
    note(rules.forms.firstWords, .form)
    note(rules.abbreviations.firstWords, .abbreviation)
    note(rules.places.firstWords, .place)
    note(rules.brands.firstWords, .brand)
    note(rules.namedBodies.firstWords, .namedBody)
    note(rules.kinds.keys, .namedBody)
    note(rules.numberWords.keys, .number)
    note(rules.directionLetters.keys, .direction)
    for (word, sense) in rules.senses {
      if sense.contains(.organisation), !sense.contains(.dropped) { note([word], .organisation) }
      if sense.contains(.firstName) { note([word], .firstName) }
      if sense.contains(.dropped) { note([word], .shed) }
      if !sense.isDisjoint(with: [.organisation, .generic, .place]) { note([word], .known) }
    }
    for word in rules.forms.firstWords where rules.forms.match([word], at: 0) != nil {
      note([word], .known)
    }
    return uses
  }
}
