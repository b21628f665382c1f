/// What the cost-code rules say of one tuple of codes on one day.
package struct CodeDecision: Hashable, Sendable {
  /// One part of the money with its meaning.
  package struct Part: Hashable, Sendable {
    /// The share of the line in hundredths of a per cent; the parts of a decision make 10,000.
    package var share: Int
    /// The category of that share.
    package var category: Category
    /// The code of the flow, such as `FL-EXP`.
    package var flow: String
    /// The pool scheme that the rule names; empty: the agreements' filters decide.
    package var scheme: String

    /// A part of the money.
    package init(share: Int, category: Category, flow: String, scheme: String = "") {
      self.share = share
      self.category = category
      self.flow = flow
      self.scheme = scheme
    }
  }

  /// How much of the meaning is known.
  package enum Coverage: String, CaseIterable, Sendable {
    /// Client group and care setting are both known.
    case mapped
    /// A rule matched, but an axis stays unknown.
    case partlyMapped = "partly-mapped"
    /// No rule matched.
    case unmapped
    /// A rule says that the money has nothing to do with pools, and why.
    case ignored
  }

  /// The rule that decided, as `devon.csv:r12`; empty where none did.
  package var rule: String
  /// How much is known.
  package var coverage: Coverage
  /// Why the money is ignored; empty where it is not.
  package var ignoreReason: String
  /// Whether the rule turns the sign of the amount.
  package var reversesSign: Bool
  /// The parts, in the rule's order; never empty.
  package var parts: [Part]
  /// Whether the rule had ended and decided within its days of grace.
  package var isStraggler = false
  /// The rules of equal rank that matched, so that none of them decided; empty: there was no tie.
  package var tiedRules: [String] = []

  /// A decision of a rule that is in force and ties with none.
  package init(
    rule: String, coverage: Coverage, ignoreReason: String = "", reversesSign: Bool = false,
    parts: [Part]
  ) {
    self.rule = rule
    self.coverage = coverage
    self.ignoreReason = ignoreReason
    self.reversesSign = reversesSign
    self.parts = parts
  }

  /// The decision where rules of equal rank match that say different things of the money: as if none
  /// matched.
  package static func tied(between rules: [String]) -> CodeDecision {
    var decision = unmapped
    decision.tiedRules = rules
    return decision
  }

  /// The decision where no rule matches: final spending on something unknown.
  package static let unmapped = CodeDecision(
    rule: "", coverage: .unmapped,
    parts: [Part(share: 10_000, category: .unknown, flow: Flow.defaultCode)])
}
