import MappingTables
import PoolModel

/// The numbered rules of `mappings/providers/words.csv`, made ready for reading names.
///
/// What `becomes` means depends on the kind; the head of the file says it for each.
struct NameRules: Sendable {
  /// Which part of the name a form may stand in.
  struct FormRule: Sendable {
    let form: LegalForm
    let position: FormPosition
  }

  /// Where a form counts.
  enum FormPosition: String, Sendable {
    case anywhere = ""
    /// At the end of a name: a form cut off.
    case end
    /// At the end of a name, or before a place.
    case edge
  }

  /// What a word or phrase that joins two names says.
  enum Joint: String, Sendable {
    case tradingAs = "trading-as"
    /// Counts after a legal form or a word for organisations: `ta` alone is also part of names.
    case tradingAsAfterForm = "trading-as@after-form"
    case careOf = "care-of"
  }

  /// What is cut where payment text stands.
  enum Cut: String, Sendable {
    case word, tail, head
    /// It alone; the body is insolvent.
    case insolvency
    /// The words at the start of a name only.
    case lead
    /// The tail, where what stands before ends in a form.
    case tailAfterForm = "tail@after-form"
    /// The tail, where what stands before names a public body: a department of it.
    case tailAfterBody = "tail@after-body"
  }

  /// What a word or phrase says of places.
  enum Place: String, Sendable {
    /// A county, a city, a town or a region.
    case place
    /// Goes with a place, or stands for one: "north".
    case direction
  }

  /// Words that a lost blank glued to the one before.
  struct GluedEnding: Sendable {
    let ending: [UInt8]
    let words: [String]
    let rule: String
  }

  /// A number as a word.
  struct NumberWord: Sendable {
    /// In digits.
    let digits: String
    /// Counts at the end of a name only: `i` elsewhere is no number.
    let isAtEndOnly: Bool
  }

  /// A federation whose local members are bodies of their own.
  enum Brand: String, Sendable {
    /// The bare brand may be any of the members.
    case federated
    /// The bare brand is the national body.
    case federatedNational = "federated-national"
  }

  /// What a word or phrase that only people's names have says.
  enum Title: String, Sendable {
    /// The name is a person's, unless a word for organisations stands in it.
    case title = ""
    /// The same, but not at the end of a name.
    case beforeName = "before-name"
    /// The same; with a word for organisations the name is a practice's.
    case doctor
    /// It comes off a person's name but makes none.
    case comesOff = "comes-off"
    /// The same, between other words only: "van der".
    case particle
  }

  /// What a single word says.
  struct WordSense: OptionSet, Sendable {
    let rawValue: UInt16
    static let organisation = WordSense(rawValue: 1)
    static let generic = WordSense(rawValue: 2)
    static let dropped = WordSense(rawValue: 4)
    static let firstName = WordSense(rawValue: 16)
    /// Says little in the name of an NHS body.
    static let genericInNHS = WordSense(rawValue: 32)
    /// Says only of what sort a body is.
    static let bodySort = WordSense(rawValue: 64)
    /// Tells one part of the country, or one of several, from another.
    static let place = WordSense(rawValue: 128)
    /// Is also a surname.
    static let surname = WordSense(rawValue: 256)
    /// Is also a surname where a first name follows.
    static let surnameFirst = WordSense(rawValue: 512)
  }

  private(set) var abbreviations = PhraseTable<[String]>()
  /// What one letter or two before a place say: "N" in "N Yorkshire".
  private(set) var directionLetters: [String: (words: [String], rule: String)] = [:]
  private(set) var forms = PhraseTable<FormRule>()
  private(set) var joints = PhraseTable<Joint>()
  private(set) var payments = PhraseTable<Cut>()
  private(set) var brands = PhraseTable<Brand>()
  /// Bodies that bear a person's name.
  private(set) var namedBodies = PhraseTable<ProviderKind>()
  private(set) var titles = PhraseTable<Title>()
  private(set) var senses: [String: WordSense] = [:]
  private(set) var kinds: [String: ProviderKind] = [:]
  private(set) var places = PhraseTable<Place>()
  private(set) var numberWords: [String: NumberWord] = [:]
  /// What the words at the end of a glued word are, longest first.
  private(set) var gluedEndings: [GluedEnding] = []
  /// Beginnings of words that are no words themselves: what a cut-off name ends in.
  private(set) var beginnings: Set<String> = []
  /// What kind of provider a body is by a word for its kind.
  private(set) var bodyKinds: [String: ProviderKind] = [:]
  private(set) var redactions = WholeNamePatterns()
  private(set) var creditorTypes = WholeNamePatterns()
  /// Cells of identifiers that state none.
  private(set) var placeholders = WholeNamePatterns()
  private(set) var wordUses = ShortWordTable()
  /// The first four bytes of the words that stand in many names, or are places or forms.
  private(set) var knownBeginnings = WindowSet()
  /// The numbers of rules whose `becomes` means nothing for their kind.
  private(set) var misunderstood: [String] = []

  init(_ words: [ProviderWord]) {
    for word in words where !take(word) { misunderstood.append(word.rule) }
    for word in words where word.kind == .genericWord { takeCorePhrase(word) }
    gluedEndings.sort { ($1.ending.count, $0.rule) < ($0.ending.count, $1.rule) }
    noteBeginnings()
    let uses = NameRules.wordUses(self)
    wordUses = ShortWordTable(uses)
    for (word, use) in uses where use.contains(.known) && word.utf8.count > 3 {
      knownBeginnings.insert(WindowSet.window(word.utf8.prefix(4)))
    }
  }

  /// Brands and places are held against core words, which have lost the words that say nothing.
  private mutating func takeCorePhrase(_ row: ProviderWord) {
    let words = NameRules.words(of: row.pattern).filter {
      !(senses[$0]?.contains(.dropped) ?? false)
    }
    if let place = Place(rawValue: row.becomes) {
      places.insert(words, meaning: place, rule: row.rule)
    } else if let brand = Brand(rawValue: row.becomes) {
      brands.insert(words, meaning: brand, rule: row.rule)
    }
  }

  private mutating func noteBeginnings() {
    for (word, sense) in senses where !sense.isDisjoint(with: [.organisation, .generic]) {
      for length in 1..<max(1, word.utf8.count) { beginnings.insert(String(word.prefix(length))) }
    }
    beginnings = beginnings.filter { senses[$0] == nil && abbreviations.match([$0], at: 0) == nil }
  }

  private mutating func take(_ row: ProviderWord) -> Bool {
    let words = NameRules.words(of: row.pattern)
    switch row.kind {
    case .legalForm, .nhsForm: return takeForm(row, words)
    case .abbreviation: return takeAbbreviation(row, words)
    case .tradingAs:
      guard let joint = Joint(rawValue: row.becomes) else { return false }
      joints.insert(words, meaning: joint, rule: row.rule)
    case .paymentText:
      guard let cut = Cut(rawValue: row.becomes) else { return false }
      payments.insert(words, meaning: cut, rule: row.rule)
    case .redaction, .creditorType:
      guard
        let kind = ["individual", "redacted", "organisation"].first(where: { $0 == row.becomes })
      else { return false }
      if row.kind == .redaction {
        redactions.insert(row.pattern, becomes: kind, rule: row.rule)
      } else {
        creditorTypes.insert(row.pattern, becomes: kind, rule: row.rule)
      }
    case .placeholder: placeholders.insert(row.pattern, becomes: "", rule: row.rule)
    case .personTitle:
      guard let title = Title(rawValue: row.becomes) else { return false }
      titles.insert(words, meaning: title, rule: row.rule)
    case .firstName: note(words, .firstName)
    case .organisationWord:
      guard let kind = ProviderKind(rawValue: row.becomes) else { return false }
      if words.count > 1 {
        namedBodies.insert(words, meaning: kind, rule: row.rule)
        return true
      }
      note(words, .organisation)
      if kind != .unknown, let word = words.first { kinds[word] = kind }
    case .bodyKind:
      guard let kind = ProviderKind(rawValue: row.becomes), kind == .nhsBody || kind == .council
      else { return false }
      if let word = words.first { bodyKinds[word] = kind }
    case .genericWord: return takeGeneric(row, words)
    case .numberWord:
      let parts = row.becomes.split(separator: "@")
      guard let word = words.first, let digits = parts.first, digits.allSatisfy(\.isNumber) else {
        return false
      }
      numberWords[word] = NumberWord(digits: String(digits), isAtEndOnly: parts.count > 1)
    case .gluedEnding:
      guard let word = words.first, words.count == 1, !row.becomes.isEmpty else { return false }
      gluedEndings.append(
        GluedEnding(
          ending: Array(word.utf8), words: NameRules.words(of: row.becomes), rule: row.rule))
    }
    return !words.isEmpty
  }

  private mutating func takeForm(_ row: ProviderWord, _ words: [String]) -> Bool {
    let parts = row.becomes.split(separator: "@")
    guard let name = parts.first, let form = LegalForm(rawValue: String(name)) else { return false }
    guard let position = FormPosition(rawValue: parts.count > 1 ? String(parts[1]) : "") else {
      return false
    }
    let rule = FormRule(form: form, position: position)
    forms.insert(words, meaning: rule, rule: row.rule)
    return !words.isEmpty
  }

  private mutating func takeAbbreviation(_ row: ProviderWord, _ words: [String]) -> Bool {
    let parts = row.becomes.split(separator: "@")
    guard let written = parts.first.map({ NameRules.words(of: String($0)) }) else { return false }
    if parts.count == 1 {
      abbreviations.insert(words, meaning: written, rule: row.rule)
    } else if parts[1] == "before-place", words.count == 1 {
      directionLetters[words[0]] = (written, row.rule)
    } else {
      return false
    }
    return true
  }

  private mutating func takeGeneric(_ row: ProviderWord, _ words: [String]) -> Bool {
    if Brand(rawValue: row.becomes) != nil { return !words.isEmpty }
    switch row.becomes {
    case "drop": note(words, .dropped)
    case "generic": note(words, .generic)
    case "nhs-body": note(words, .genericInNHS)
    case "body-sort": note(words, .bodySort)
    case "surname": note(words, [.surname, .surnameFirst])
    case "surname-first": note(words, .surnameFirst)
    case "place", "direction", "part": if words.count == 1 { note(words, .place) }
    default: return false
    }
    return !words.isEmpty
  }

  private mutating func note(_ words: [String], _ sense: WordSense) {
    guard let word = words.first else { return }
    senses[word, default: []].insert(sense)
  }

  /// The words of a pattern; `#` stays.
  private static func words(of pattern: String) -> [String] {
    pattern.split(separator: " ").flatMap { $0 == "#" ? ["#"] : NameWords($0).words }
  }
}
