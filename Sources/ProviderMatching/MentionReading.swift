import MappingTables
import PoolModel

/// Reads some distinct names, each with all its mentions, apart from what other threads read.
struct MentionReading: Sendable {
  /// A node whose reading has no entry in the catalogue yet.
  struct Draft: Sendable {
    var node: NameNode
    let reading: PayeeName
    let digest: ReadingDigest
  }

  private let matcher: ProviderMatcher
  private let mentions: [PayeeMention]
  private let known: KnownReadings?
  /// How the names were read, for the next run; none where nothing is kept.
  private(set) var readings = KnownReadings()
  /// In order of their identities.
  private(set) var drafts: [Draft] = []
  private(set) var classIDs: [(Int32, String)] = []
  private(set) var faults: [StatedIdentifiers.Fault: RowTally] = [:]

  init(_ matcher: ProviderMatcher, _ mentions: [PayeeMention], _ known: KnownReadings?) {
    self.matcher = matcher
    self.mentions = mentions
    self.known = known
  }

  /// Takes the mentions of one name in.
  mutating func read(_ places: ArraySlice<Int32>) {
    guard let first = places.first else { return }
    let name = mentions[Int(first)].supplier.name
    let isDecided = matcher.decisions.mayDecide(name)
    let isPaired = isDecided && matcher.decisions.pairs(name)
    var readByType: [String: PayeeName] = [:]
    var known: [NameNode.Identity: Int] = [:]
    let firstDraft = drafts.count
    for place in places {
      let mention = mentions[Int(place)]
      if isDecided,
        matcher.decisions.verdict(publisher: mention.publisher, name: name) == .ignore
      {
        classIDs.append((place, PayeeClass.ignored.id))
        continue
      }
      let type = mention.supplier.creditorType
      let read = readByType[type] ?? reading(of: name, type, isKept: !isDecided)
      if places.count > 1 { readByType[type] = read }
      let reading =
        isDecided
        ? matcher.kinds.settled(read, name: name, publisher: mention.publisher) : read
      if let id = MentionReading.classID(of: reading) {
        classIDs.append((place, id))
        continue
      }
      add(place, mention, reading, isPaired: isPaired, &known)
    }
    drafts[firstDraft...].sort { $0.node.identity < $1.node.identity }
  }

  /// How a name reads, which is looked up first and noted for the next run.
  ///
  /// What somebody decided about is not kept: it may be that the name is an individual's.
  private mutating func reading(of name: String, _ type: String, isKept: Bool) -> PayeeName {
    guard let known, isKept else { return matcher.reader.read(name, creditorType: type) }
    let digest = KnownReadings.digest(name, creditorType: type)
    if let bytes = known.bytes(of: digest), let read = PayeeName(bytes: bytes) {
      readings.add(digest, bytes)
      return read
    }
    let read = matcher.reader.read(name, creditorType: type)
    readings.add(digest, read.bytes)
    return read
  }

  private mutating func add(
    _ place: Int32, _ mention: PayeeMention, _ reading: PayeeName, isPaired: Bool,
    _ known: inout [NameNode.Identity: Int]
  ) {
    let stated = StatedIdentifiers(
      mention, placeholders: matcher.reader.rules.placeholders, faults: &faults)
    let needsScope = isPaired || reading.flags.contains(.bareBrand)
    let register = stated.ods + "\u{1F}" + stated.cqc
    let identity = NameNode.Identity(
      name: mention.supplier.name, company: stated.company, charity: stated.charity,
      register: register, scope: needsScope ? mention.publisher : "")
    let draft = known[identity] ?? insert(identity, stated, reading, mention)
    known[identity] = draft
    drafts[draft].node.mentions.append(place)
    drafts[draft].node.tally += mention.tally
  }

  private mutating func insert(
    _ identity: NameNode.Identity, _ stated: StatedIdentifiers, _ reading: PayeeName,
    _ mention: PayeeMention
  ) -> Int {
    // The class of payee must not count here: the same name may come with several.
    let isPlain =
      mention.supplier.creditorType.isEmpty && reading.kind != .individual
      && reading.kind != .redacted
    let reading = isPlain ? reading : matcher.reader.readOrganisation(identity.name)
    let digest = ReadingDigest(
      reading, company: stated.company, charity: stated.charity, scope: identity.scope)
    drafts.append(
      Draft(
        node: NameNode(
          identity: identity, ods: stated.ods, cqc: stated.cqc, form: reading.form,
          kind: reading.kind, entry: -1, organisation: matcher.organisation(of: reading, mention)),
        reading: reading, digest: digest))
    return drafts.count - 1
  }

  private static func classID(of reading: PayeeName) -> String? {
    switch reading.kind {
    case .individual: PayeeClass.individuals.id
    case .redacted: PayeeClass.redacted.id
    default: reading.hasNoWords ? PayeeClass.unnamed.id : nil
    }
  }
}
