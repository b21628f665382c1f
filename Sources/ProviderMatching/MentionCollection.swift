import MappingTables
import PoolModel

/// Reads mentions and collapses them to nodes; individuals, redacted and unnamed payees are set
/// aside before anything is matched.
struct MentionCollection {
  private struct ReadKey: Hashable {
    let name: String
    let creditorType: String
  }

  private let matcher: ProviderMatcher
  private var readings: [ReadKey: PayeeName] = [:]
  private var nodes: [NameNode] = []
  private var places: [NameNode.Identity: Int] = [:]
  /// The class of each mention that has no provider of its own, by its place in the input.
  private(set) var classIDs: [Int32: String] = [:]
  /// The readings of all names that are matched.
  private(set) var catalogue: NameCatalogue
  private(set) var faults: [StatedIdentifiers.Fault: RowTally] = [:]

  init(_ matcher: ProviderMatcher) {
    self.matcher = matcher
    catalogue = NameCatalogue(rules: matcher.reader.rules, rarity: matcher.rarity)
  }

  /// Takes one mention in.
  mutating func add(_ mention: PayeeMention, at place: Int32) {
    let name = mention.supplier.name
    if matcher.decisions.verdict(publisher: mention.publisher, name: name) == .ignore {
      classIDs[place] = PayeeClass.ignored.id
      return
    }
    let reading = matcher.kinds.settled(
      read(name, creditorType: mention.supplier.creditorType), name: name,
      publisher: mention.publisher)
    if let id = MentionCollection.classID(of: reading) {
      classIDs[place] = id
      return
    }
    let stated = StatedIdentifiers(
      mention, placeholders: matcher.reader.rules.placeholders, faults: &faults)
    let needsScope = reading.flags.contains(.bareBrand) || matcher.decisions.pairs(name)
    let identity = NameNode.Identity(
      name: name, company: stated.company, charity: stated.charity,
      register: stated.ods + "\u{1F}" + stated.cqc, scope: needsScope ? mention.publisher : "")
    let node = places[identity] ?? insert(identity, stated, reading, mention)
    nodes[node].mentions.append(place)
    nodes[node].tally += mention.tally
  }

  /// The nodes in an order that does not depend on that of the input.
  mutating func sortedNodes() -> [NameNode] {
    let sorted = nodes.indices.sorted { nodes[$0].identity < nodes[$1].identity }.map { nodes[$0] }
    for (place, node) in sorted.enumerated() {
      catalogue.note(node: Int32(place), of: node.entry)
    }
    return sorted
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
    places[identity] = nodes.count
    nodes.append(
      NameNode(
        identity: identity, ods: stated.ods, cqc: stated.cqc, form: reading.form,
        kind: reading.kind, entry: catalogue.entry(of: reading, stated, scope: identity.scope),
        organisation: matcher.organisation(of: reading, mention)))
    return nodes.count - 1
  }

  private mutating func read(_ name: String, creditorType: String) -> PayeeName {
    let key = ReadKey(name: name, creditorType: creditorType)
    if let known = readings[key] { return known }
    let read = matcher.reader.read(name, creditorType: creditorType)
    readings[key] = read
    return read
  }

  private static func classID(of reading: PayeeName) -> String? {
    switch reading.kind {
    case .individual: PayeeClass.individuals.id
    case .redacted: PayeeClass.redacted.id
    default: reading.key.isEmpty ? PayeeClass.unnamed.id : nil
    }
  }
}
