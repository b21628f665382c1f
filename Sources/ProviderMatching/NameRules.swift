import MappingTables
import PoolModel

/// The numbered rules of `mappings/providers/words.csv`, made ready for reading names.
///
/// What `becomes` means depends on the kind; the head of the file says it for each.
struct NameRules: Sendable {
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
    case "trading-arm": note(words, .tradingArm)
    case "charity-arm": note(words, .charityArm)
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
