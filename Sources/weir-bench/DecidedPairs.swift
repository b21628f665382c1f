import MappingTables
import PoolModel
import ProviderMatching

/// The pairs of names that people decided in a workspace.
struct DecidedPairs {
  private var mentions: [PayeeMention] = []
  private var places: [PayeeMention: Int] = [:]
  /// The places of two mentions and whether they were decided to be one.
  private var verdicts: [(left: Int, right: Int, isOne: Bool)] = []

  /// The decisions that count and say `same` or `different`.
  init(_ mappings: MappingSet) {
    let ledger = DecisionLedger(
      mappings.providerDecisions, organisations: mappings.organisations.values.map(\.self))
    for entry in ledger.entries where entry.state == .active {
      let decision = entry.decision
      guard decision.verdict == .same || decision.verdict == .different else { continue }
      let left = place(of: decision.name, decision.publisher)
      let right = place(of: decision.otherName, decision.otherPublisher)
      verdicts.append((left, right, decision.verdict == .same))
    }
  }

  private mutating func place(of name: String, _ publisher: String) -> Int {
    let mention = PayeeMention(
      publisher: publisher, supplier: SupplierMention(name: name), tally: RowTally(rows: 1))
    if let known = places[mention] { return known }
    places[mention] = mentions.count
    mentions.append(mention)
    return mentions.count - 1
  }

  /// The pairs as a matcher compares them, one that knows of no decision; pairs that it does not
  /// compare are left out, since no weight could find them.
  func samples(_ matcher: ProviderMatcher) -> EvidenceSamples {
    let found = matcher.candidateEvidence(mentions)
    func key(_ left: Int, _ right: Int) -> Set<Int32> {
      [found.readings[left], found.readings[right]]
    }
    let known = Dictionary(
      verdicts.map { (key($0.left, $0.right), $0.isOne) }, uniquingKeysWith: { $0 && $1 })
    return EvidenceSamples(of: "decisions", found.evidence) { known[key($0.left, $0.right)] }
  }
}
