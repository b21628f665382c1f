package import PoolModel

/// Money that an edit of the mapping files moves from one meaning to another.
package struct MappingMove: Sendable {
  /// What cost-code rules say of an amount.
  package struct Meaning: Hashable, Sendable {
    /// The category on the three axes.
    package var category: Category
    /// The code of the flow.
    package var flow: String
    /// `agreement/scheme`; empty where the agreements' filters decide.
    package var scheme: String
    /// How much is known.
    package var coverage: CodeDecision.Coverage
    /// The rule that says so, as decisions name it; empty where none does.
    package var rule: String

    init(_ part: CodeDecision.Part, of decision: CodeDecision) {
      category = part.category
      flow = part.flow
      scheme = part.scheme
      coverage = decision.coverage
      rule = decision.rule
    }

    /// Whether the money is the same by both, whichever rule says so.
    func saysTheSame(as other: Meaning) -> Bool {
      category == other.category && flow == other.flow && scheme == other.scheme
        && coverage == other.coverage
    }

    /// Everything as texts, in the order of the columns of `weir codes diff`.
    package var texts: [String] {
      [
        category.clientGroup, category.careSetting, category.ageBand, flow, scheme,
        coverage.rawValue, rule,
      ]
    }
  }

  /// What lines that move alike share.
  package struct Key: Hashable, Sendable {
    /// The folder under `data/exports/`.
    package var publisher: String
    /// Which side of a pool the lines speak of.
    package var side: PoolSide
    /// Nil where neither the day nor the layout tells.
    package var year: FinancialYear?
    /// What the money is by the old rules.
    package var from: Meaning
    /// What it is by the new ones.
    package var to: Meaning

    fileprivate var order: [String] {
      [publisher, side.rawValue, year?.description ?? ""] + from.texts + to.texts
    }
  }

  /// Whose money it is, and its meanings.
  package var key: Key
  /// The lines; one that is split counts in its first part only.
  package var lines: Int
  /// The money as the old rules count it.
  package var before: Money
  /// As the new rules count it; another amount only where one of the two turns the sign.
  package var after: Money
}

extension MappingMove {
  /// The largest first, then by all that tells them apart.
  static func largestFirst(_ left: MappingMove, _ right: MappingMove) -> Bool {
    if left.key.publisher != right.key.publisher { return left.key.publisher < right.key.publisher }
    if left.before.magnitude != right.before.magnitude {
      return left.before.magnitude > right.before.magnitude
    }
    return left.key.order.lexicographicallyPrecedes(right.key.order)
  }
}
