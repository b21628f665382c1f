import PoolModel

/// The distinct readings of names that are compared, with their words.
struct NameCatalogue: Sendable {
  /// All entries, in the order in which they were put in.
  private(set) var entries: [NameEntry] = []
  /// The first node of each entry; below 0 until one is noted.
  private(set) var firstNodes: [Int32] = []
  /// What makes each entry one of its own.
  private(set) var digests: [ReadingDigest] = []
  private(set) var table: WordTable
  /// The words of all entries, one entry after the other.
  private(set) var words: [Int32] = []
  /// The letters of all entries, one entry after the other.
  private(set) var letters: [UInt8] = []
  /// The second names of all entries, one entry after the other.
  private(set) var aliases: [NameEntry.Alias] = []
  /// The company and charity numbers of all entries; the first is empty.
  private(set) var identifiers = [""]
  private var identifierNumbers: [String: Int32] = ["": 0]
  private var places: [ReadingDigest: Int32] = [:]
  private var brands: [String: Int32] = ["": 0]

  init(rules: NameRules, rarity: WordRarity) { table = WordTable(rules: rules, rarity: rarity) }

  /// The words of a name, in its order.
  func words(of text: NameEntry.Text) -> ArraySlice<Int32> {
    words[Int(text.words)..<Int(text.words + text.wordCount)]
  }

  /// The letters of a name.
  func letters(of text: NameEntry.Text) -> ArraySlice<UInt8> {
    letters[Int(text.letters)..<Int(text.letters + text.letterCount)]
  }

  /// The words that tell which member of a federation an entry is, sorted; none for the bare brand.
  func branch(of entry: NameEntry) -> [Int32] {
    Array(words[Int(entry.branch)..<Int(entry.branch + entry.branchCount)])
  }

  /// The second names of an entry.
  func aliases(of entry: NameEntry) -> ArraySlice<NameEntry.Alias> {
    aliases[Int(entry.aliases)..<Int(entry.aliases + entry.aliasCount)]
  }

  /// The place of the entry of a reading with identifiers; a new one where there is none yet.
  mutating func entry(
    of reading: PayeeName, company: String, charity: String, digest: ReadingDigest
  ) -> Int32 {
    if let known = places[digest] { return known }
    let place = Int32(entries.count)
    places[digest] = place
    entries.append(entry(of: reading, company: company, charity: charity))
    digests.append(digest)
    firstNodes.append(-1)
    return place
  }

  /// The two entries of a pair in an order that hangs on nothing but what they say: comparing them
  /// the other way round may find other slips.
  func pair(_ one: Int32, _ other: Int32) -> (left: NameEntry, right: NameEntry) {
    let isInOrder = digests[Int(one)] < digests[Int(other)]
    let (left, right) = isInOrder ? (one, other) : (other, one)
    return (entries[Int(left)], entries[Int(right)])
  }

  /// Notes which node of an entry comes first; called once for each node, in any order.
  mutating func note(node: Int32, of entry: Int32) {
    let known = firstNodes[Int(entry)]
    if known < 0 || node < known { firstNodes[Int(entry)] = node }
  }

  /// Lets go of what is needed only while entries are put in.
  mutating func close() {
    places = [:]
    table.close()
  }

  private mutating func entry(
    of reading: PayeeName, company: String, charity: String
  ) -> NameEntry {
    // A text that is too long to be a name has no words to compare.
    let isName = !reading.flags.contains(.overlong)
    let core = isName ? reading.coreAndBrackets : []
    let text = text(of: core)
    let firstAlias = aliases.count
    if isName { addAliases(of: reading) }
    let firstBranch = words.count
    words += branch(of: reading, core)
    let acronym = letters.count
    letters += reading.acronym.utf8
    return NameEntry(
      text: text, aliases: Int32(firstAlias), aliasCount: Int32(aliases.count - firstAlias),
      form: reading.form, kind: reading.kind,
      hasOrganisationWord: reading.flags.contains(.organisationWord),
      brand: isName ? brand(reading.brand) : 0, branch: Int32(firstBranch),
      branchCount: Int32(words.count - firstBranch), acronym: Int32(acronym),
      acronymCount: Int32(letters.count - acronym), company: number(ofIdentifier: company),
      charity: number(ofIdentifier: charity),
      armSense: reading.form.isCompany ? table.armSense(of: core) : [])
  }

  private mutating func text(of core: [String]) -> NameEntry.Text {
    let (firstWord, firstLetter) = (words.count, letters.count)
    for word in core {
      words.append(table.number(of: word))
      letters += PayeeName.singular(word).utf8
    }
    return NameEntry.Text(
      words: Int32(firstWord), wordCount: Int32(core.count), letters: Int32(firstLetter),
      letterCount: Int32(letters.count - firstLetter))
  }

  private mutating func branch(of reading: PayeeName, _ core: [String]) -> [Int32] {
    guard !reading.brand.isEmpty else { return [] }
    let brand = reading.brand.split(separator: " ")
    return core.filter { word in !brand.contains { $0 == word } }.map { table.number(of: $0) }
      .sorted()
  }

  /// The names that may stand for the whole: trading names, what is in brackets, and what is not.
  private mutating func addAliases(of reading: PayeeName) {
    for alias in reading.aliases where alias.role != .careOf {
      aliases.append(
        NameEntry.Alias(text: text(of: alias.core), isTrading: alias.role == .trading))
    }
    if reading.aliases.contains(where: { $0.role == .bracket }) {
      aliases.append(NameEntry.Alias(text: text(of: reading.core), isTrading: false))
    }
  }

  private mutating func brand(_ name: String) -> Int32 {
    if let known = brands[name] { return known }
    let number = Int32(brands.count)
    brands[name] = number
    return number
  }

  private mutating func number(ofIdentifier text: String) -> Int32 {
    if let known = identifierNumbers[text] { return known }
    let number = Int32(identifiers.count)
    identifierNumbers[text] = number
    identifiers.append(text)
    return number
  }
}
