import PoolModel

/// The distinct readings of names that are compared, with their words.
struct NameCatalogue {
  /// All entries; their order depends on that of the mentions and decides nothing.
  private(set) var entries: [NameEntry] = []
  /// The first node of each entry; below 0 until one is noted.
  private(set) var firstNodes: [Int32] = []
  private(set) var table: WordTable
  /// The words of all entries, one entry after the other.
  private var words: [Int32] = []
  private var places: [String: Int32] = [:]
  private var brands: [String: Int32] = ["": 0]

  init(rules: NameRules, rarity: WordRarity) { table = WordTable(rules: rules, rarity: rarity) }

  /// The words of an entry, in the order of the name.
  func words(of entry: NameEntry) -> ArraySlice<Int32> {
    words[Int(entry.start)..<Int(entry.start + entry.wordCount)]
  }

  /// The place of the entry of a reading with identifiers; a new one where there is none yet.
  mutating func entry(of reading: PayeeName, _ stated: StatedIdentifiers, scope: String) -> Int32 {
    let identity = NameCatalogue.identity(of: reading, stated, scope: scope)
    if let known = places[identity] { return known }
    let place = Int32(entries.count)
    places[identity] = place
    entries.append(entry(of: reading, stated))
    firstNodes.append(-1)
    return place
  }

  /// Notes which node of an entry comes first; called once for each node, in any order.
  mutating func note(node: Int32, of entry: Int32) {
    let known = firstNodes[Int(entry)]
    if known < 0 || node < known { firstNodes[Int(entry)] = node }
  }

  private static func identity(
    of reading: PayeeName, _ stated: StatedIdentifiers, scope: String
  ) -> String {
    var parts = [reading.core.joined(separator: " ")]
    parts.append(reading.form?.rawValue ?? "")
    parts.append(reading.kind.rawValue + (reading.flags.contains(.organisationWord) ? "+" : ""))
    parts.append(reading.acronym)
    parts.append(stated.company)
    parts.append(stated.charity)
    parts.append(reading.flags.contains(.bareBrand) ? scope : "")
    parts += reading.aliases.map { $0.role.rawValue + $0.core.joined(separator: " ") }
    return parts.joined(separator: "\u{1F}")
  }

  private mutating func entry(of reading: PayeeName, _ stated: StatedIdentifiers) -> NameEntry {
    // A text that is too long to be a name has no words to compare.
    let isName = !reading.flags.contains(.overlong)
    let core = isName ? reading.coreAndBrackets : []
    let start = Int32(words.count)
    for word in core { words.append(table.number(of: word)) }
    return NameEntry(
      start: start, wordCount: Int32(core.count), letters: NameCatalogue.letters(core),
      aliases: isName ? aliases(of: reading) : [], form: reading.form, kind: reading.kind,
      hasOrganisationWord: reading.flags.contains(.organisationWord),
      brand: isName ? brand(reading.brand) : 0, branch: branch(of: reading, core),
      acronym: Array(reading.acronym.utf8), company: stated.company, charity: stated.charity)
  }

  private mutating func branch(of reading: PayeeName, _ core: [String]) -> [Int32] {
    guard !reading.brand.isEmpty else { return [] }
    let brand = reading.brand.split(separator: " ")
    return core.filter { word in !brand.contains { $0 == word } }.map { table.number(of: $0) }
      .sorted()
  }

  /// The names that may stand for the whole: trading names, what is in brackets, and what is not.
  private mutating func aliases(of reading: PayeeName) -> [NameEntry.Alias] {
    var found: [NameEntry.Alias] = []
    for alias in reading.aliases where alias.role != .careOf {
      found.append(self.alias(alias.core, isTrading: alias.role == .trading))
    }
    if reading.aliases.contains(where: { $0.role == .bracket }) {
      found.append(alias(reading.core, isTrading: false))
    }
    return found
  }

  private mutating func alias(_ core: [String], isTrading: Bool) -> NameEntry.Alias {
    NameEntry.Alias(
      words: core.map { table.number(of: $0) }, letters: NameCatalogue.letters(core),
      isTrading: isTrading)
  }

  private mutating func brand(_ name: String) -> Int32 {
    if let known = brands[name] { return known }
    let number = Int32(brands.count)
    brands[name] = number
    return number
  }

  private static func letters(_ core: [String]) -> [UInt8] {
    core.flatMap { PayeeName.singular($0).utf8 }
  }
}
