package import MappingTables
import PoolModel

/// Reads payees' names by the rules of `mappings/providers/words.csv`.
package struct NameReader: Sendable {
  private let shared: SharedRules

  /// The rules.
  var rules: NameRules { shared.rules }

  /// A reader with these rules.
  package init(words: [ProviderWord]) { shared = SharedRules(NameRules(words)) }

  /// One copy of the rules for all readers: copying their many tables costs more than reading.
  private final class SharedRules: Sendable {
    let rules: NameRules

    init(_ rules: NameRules) { self.rules = rules }
  }

  /// Takes a name apart and says what kind of payee it is.
  ///
  /// - Parameters:
  ///   - name: as published.
  ///   - creditorType: the publisher's class of payee; empty where it states none.
  /// - Returns: the name taken apart; without words where it is withheld.
  package func read(_ name: String, creditorType: String = "") -> PayeeName {
    if let redaction = rules.redactions.match(name) {
      var read = PayeeName()
      read.rules.append(redaction.rule)
      read.kind = redaction.becomes == "individual" ? .individual : .redacted
      return read
    }
    let published = NameWords(name).words
    let uses = rules.uses(of: published)
    var read = readOrganisation(name, published, uses)
    if let type = rules.creditorTypes.match(creditorType) {
      read.rules.append(type.rule)
      if type.becomes == "individual" { read.kind = .individual }
    } else if !read.flags.contains(.overlong), NameReader.canBePerson(uses),
      PersonReading(reader: self).isPerson(named: name, published)
    {
      read.kind = .individual
    }
    return read
  }

  /// Whether the words of a name leave open that it is a person's, so that it must be looked into.
  private static func canBePerson(_ uses: WordUse) -> Bool {
    if !uses.isDisjoint(with: [.title, .digit]) { return true }
    if uses.isDisjoint(with: [.firstName, .initial]) { return false }
    // What comes after "care of" or off with payment text says nothing of who is paid.
    return !uses.contains(.organisation) || !uses.isDisjoint(with: [.payment, .joint])
  }

  /// The parts of a name that is known to be no natural person's.
  package func readOrganisation(_ name: String) -> PayeeName {
    let published = NameWords(name).words
    return readOrganisation(name, published, rules.uses(of: published))
  }

  private func readOrganisation(
    _ name: String, _ published: [String], _ uses: WordUse
  ) -> PayeeName {
    var read = PayeeName()
    guard name.utf8.count <= NameWords.longestName else {
      read.flags = .overlong
      read.core = [published.joined(separator: " ")]
      return read
    }
    var words = uses.contains(.payment) ? withoutPaymentText(published, &read) : published
    if uses.contains(.digit) { words = withoutCodes(words, &read) }
    var uses = uses
    words = written(words, &uses, &read)
    readParts(words, uses, &read)
    settleKind(uses, published, &read)
    settleViews(name, uses, published, &read)
    return read
  }

  private func settleViews(
    _ name: String, _ uses: WordUse, _ published: [String], _ read: inout PayeeName
  ) {
    if uses.contains(.place) { read.places = places(in: read.core) }
    if !uses.isDisjoint(with: [.digit, .number]) { read.numbers = numbers(in: read.core) }
    if uses.contains(.brand) { noteBrand(&read) }
    let formIsCut = read.flags.contains(.truncated)
    read.flags.remove(.truncated)
    if isTruncated(name, published: published, formIsCut: formIsCut) {
      read.flags.insert(.truncated)
    }
  }

  private func readParts(_ words: [String], _ uses: WordUse, _ read: inout PayeeName) {
    let (legal, alias, role) =
      uses.contains(.joint) ? splitAtJoint(words, &read) : (words, [], nil)
    let body = readBody(legal, uses, &read)
    read.core = body.core
    read.form = body.form
    if let role, !alias.isEmpty {
      let other = readBody(alias, uses, &read)
      // Two people who trade are not told apart by their own names alone.
      if role == .trading, PersonReading(reader: self).isPerson(legal) {
        read.core = body.core + other.core
        read.flags.insert(.organisationWord)
      } else {
        read.aliases.append(.init(role: role, core: other.core, form: other.form))
      }
      if role == .trading { read.flags.insert(.organisationWord) }
    }
    if read.core.isEmpty { read.core = words.filter { $0.utf8.count > 1 || $0.digitCount > 0 } }
  }

  private func noteBrand(_ read: inout PayeeName) {
    for place in read.core.indices {
      guard let brand = rules.brands.match(read.core, at: place) else { continue }
      read.brand = read.core[place..<place + brand.length].joined(separator: " ")
      read.rules.append(brand.rule)
      if brand.length == read.core.count, brand.meaning == .federated {
        read.flags.insert(.bareBrand)
      }
      return
    }
  }

  private func settleKind(
    _ uses: WordUse, _ published: [String], _ read: inout PayeeName
  ) {
    if read.form != nil { read.flags.insert(.organisationWord) }
    if !uses.isDisjoint(with: [.namedBody, .organisation]) { noteKind(read.core, &read) }
    for alias in read.aliases { noteKind(alias.core, &read) }
    // "Dr Quillfern & Partners", where the name as a whole is no person's.
    if read.kind == .unknown, read.flags.contains(.organisationWord), !published.isEmpty,
      rules.titles.match(published, at: 0)?.meaning == .doctor
    {
      read.kind = .practice
    }
    if let form = read.form, read.kind == .unknown || form.isPublicBody { read.kind = form.kind }
  }

  /// What the words, or phrases of them, say of the kind; the first counts.
  private func noteKind(_ words: [String], _ read: inout PayeeName) {
    var place = 0
    while place < words.count {
      let body = rules.namedBodies.match(words, at: place)
      if body != nil || rules.senses[words[place]]?.contains(.organisation) ?? false {
        read.flags.insert(.organisationWord)
      }
      if read.kind == .unknown, let kind = body?.meaning ?? rules.kinds[words[place]] {
        read.kind = kind
      }
      place += body?.length ?? 1
    }
  }
}
