/// The distinct names that are compared, with the weights of their words.
struct EntryCatalogue {
  private struct Identity: Hashable {
    let groupKey: String
    let form: LegalForm?
  }

  private(set) var entries: [NameEntry] = []
  private(set) var entryOfNode: [Int32] = []
  private(set) var weights: WordWeights

  init(_ nodes: [NameNode], rules: NameRules) {
    weights = WordWeights(rules: rules)
    var known: [Identity: Int32] = [:]
    var companies: [Int32: String] = [:]
    for (place, node) in nodes.enumerated() {
      let identity = Identity(groupKey: node.groupKey, form: node.reading.form)
      let entry: Int32
      if let found = known[identity] {
        entry = found
      } else {
        entry = Int32(entries.count)
        known[identity] = entry
        entries.append(self.entry(of: node, at: Int32(place)))
      }
      entryOfNode.append(entry)
      let company = node.identity.company
      guard !company.isEmpty else { continue }
      if let other = companies[entry], other != company { entries[Int(entry)].isAmbiguous = true }
      companies[entry] = company
    }
  }

  private mutating func entry(of node: NameNode, at place: Int32) -> NameEntry {
    let reading = node.reading
    // A text that is too long to be a name has no words to compare.
    let core = reading.flags.contains(.overlong) ? [] : reading.coreAndBrackets
    return NameEntry(
      words: weights.count(core), form: reading.form,
      brand: reading.flags.contains(.overlong) ? "" : reading.brand,
      kind: reading.kind, hasOrganisationWord: reading.flags.contains(.organisationWord),
      length: core.reduce(0) { $0 + $1.utf8.count + 1 }, firstNode: place)
  }
}
