package import PoolModel
import PoolStore

/// The distinct codes of a workspace's last run, with their money and what was decided of them.
package struct StoredCodes {
  /// Lines of one publisher and year that share codes and a part of a decision.
  package struct Entry: Sendable {
    /// The publisher's slug.
    package var publisher: String
    /// What code rules look at; descriptions and payees only where the publisher's rules do.
    package var codes: CodeFields
    /// Nil where it is not known.
    package var year: FinancialYear?
    /// What the code rules decided.
    package var decision: CodeDecision
    /// The part of the decision that the money is of.
    package var part: CodeDecision.Part
    /// The lines and their sum.
    package var tally: RowTally
    /// The sum without its signs, credits of a payee in a year taken off its payments.
    package var magnitude: Money
  }

  /// In order of publisher, codes and year.
  package let entries: [Entry]

  /// The codes of the last run; nil where the workspace has none.
  package static func last(in workspace: Workspace) throws -> StoredCodes? {
    guard workspace.hasStore else { return nil }
    let store = try PoolStore(path: workspace.storePath)
    guard try store.lastRun() != nil else { return nil }
    return StoredCodes(facts: try store.facts())
  }

  init(facts: [StoredFact]) {
    struct Key: Hashable {
      var publisher: String
      var codes: CodeFields
      var year: FinancialYear?
      var decision: CodeDecision
      var part: Int
    }
    var found: [Key: Entry] = [:]
    var order: [Key] = []
    for fact in facts where fact.decision.parts.indices.contains(fact.part) {
      let key = Key(
        publisher: fact.publisher, codes: fact.codes, year: fact.year, decision: fact.decision,
        part: fact.part)
      if found[key] == nil { order.append(key) }
      var entry =
        found[key]
        ?? Entry(
          publisher: fact.publisher, codes: fact.codes, year: fact.year, decision: fact.decision,
          part: fact.decision.parts[fact.part], tally: RowTally(), magnitude: .zero)
      entry.tally += fact.tally
      entry.magnitude += Money(pence: abs(fact.tally.amount.pence))
      found[key] = entry
    }
    entries = order.compactMap { found[$0] }.enumerated()
      .sorted { ($0.element.publisher, $0.offset) < ($1.element.publisher, $1.offset) }
      .map(\.element)
  }
}
