package import MappingTables
package import PoolModel

/// The cost-code rules of one publisher with those it includes and the shared ones, made ready for lookup.
///
/// The cost of a lookup does not grow with the number of rules: exact values and lists are hashed,
/// ranges and patterns searched (``RuleIndex``).
///
/// A line without a day is decided by the rules as they stand last: of those that match, by the
/// one whose last day is latest, an open one before all, and by precedence among equals.
package struct CompiledRules: Sendable {
  /// The columns that any rule looks at.
  package let columns: Set<CodeRule.Column>
  /// Best first; rules of equal rank in the order of their files.
  let rules: [NamedRule]
  /// Where the decision of a line can change with its day.
  let periods: RulePeriods
  /// Whether any rule outlives its last day.
  private let hasGrace: Bool
  /// For each rule the place of the first of equal rank.
  private let standings: [Int]
  private let index: RuleIndex

  /// The rules of each file in their order, the file that goes before the others first, with the
  /// flow table by code.
  ///
  /// Money of a flow that moves between partners or funds a pool counts as mapped without client
  /// group and care setting.
  package init(layers: [[CodeRule]], flows: [String: Flow]) {
    let inFileOrder = layers.enumerated().flatMap { layer, rows in
      NamedRule.rowsByName(rows).compactMap { NamedRule(rows: $0, flows: flows, layer: layer) }
    }
    let ranked = inFileOrder.enumerated()
      .sorted { ($0.element.precedence, $0.offset) < ($1.element.precedence, $1.offset) }
      .map(\.element)
    var standings: [Int] = []
    for (place, rule) in ranked.enumerated() {
      let isLevel = place > 0 && ranked[place - 1].precedence == rule.precedence
      standings.append(isLevel ? standings[place - 1] : place)
    }
    rules = ranked
    self.standings = standings
    index = RuleIndex(ranked)
    periods = RulePeriods(of: ranked)
    hasGrace = ranked.contains { $0.graceTo != $0.to }
    let looked = Set(ranked.flatMap { $0.cells.map(\.column) })
    columns = Set(
      CodeRule.Column.allCases.enumerated().filter { looked.contains($0.offset) }.map(\.element))
  }

  /// What the rules say of codes on a day; ``CodeDecision/unmapped`` where none matches.
  package func decision(
    for fields: CodeFields, on day: CalendarDay?, amount: Money
  ) -> CodeDecision {
    decision(of: claim(on: fields, day: day, amount: amount))
  }

  /// What the rules of a claim say.
  func decision(of claim: RuleClaim) -> CodeDecision {
    guard let place = claim.rule else { return .unmapped }
    if let rival = claim.rival {
      return .tied(between: [place, rival].map { rules[$0].decision.rule })
    }
    var decision = rules[place].decision
    decision.isStraggler = claim.isInGrace
    return decision
  }

  /// The rule that decides codes on a day, with the rule that it ties with.
  ///
  /// Rules that have ended are asked only where none in force matches.
  func claim(on fields: CodeFields, day: CalendarDay?, amount: Money) -> RuleClaim {
    let values = folded(fields)
    let sign: CodeRule.AmountSign = amount.pence < 0 ? .credit : .debit
    let claim = claim(on: values, ordered: day == nil ? .byLastDay : .byRank) {
      $0.isInForce(on: day, sign: sign)
    }
    guard claim.rule == nil, hasGrace, let day else { return claim }
    var late = self.claim(on: values, ordered: .byLastDay) { $0.isInGrace(on: day, sign: sign) }
    late.isInGrace = late.rule != nil
    return late
  }

  /// What rules that match go by.
  private enum Order {
    case byRank
    /// The one that ends last before the others, then by rank.
    case byLastDay
  }

  private func claim(
    on values: [String], ordered order: Order, where mayDecide: (NamedRule) -> Bool
  ) -> RuleClaim {
    var claim = RuleClaim()
    index.forEachCandidate(for: values) { candidate in
      let place = Int(candidate)
      guard place != claim.rule, place != claim.rival else { return }
      if let best = claim.rule {
        guard isBetter(place, best, order) || isLevel(place, best, order) else { return }
      }
      guard mayDecide(rules[place]), rules[place].matches(folded: values) else { return }
      take(place, into: &claim, order)
    }
    return claim
  }

  /// All rules that match values, one a column and folded, whatever their dates and sign, best
  /// first.
  func matches(folded values: [String]) -> [Int] {
    var found: Set<Int> = []
    index.forEachCandidate(for: values) { candidate in
      if rules[Int(candidate)].matches(folded: values) { found.insert(Int(candidate)) }
    }
    return found.sorted()
  }

  /// Whether neither of two rules goes before the other.
  func areOfEqualRank(_ one: Int, _ other: Int) -> Bool { standings[one] == standings[other] }

  private func folded(_ fields: CodeFields) -> [String] {
    CodeRule.Column.allCases.map { columns.contains($0) ? CellPattern.folded(fields[$0]) : "" }
  }

  private func take(_ place: Int, into claim: inout RuleClaim, _ order: Order) {
    guard let best = claim.rule else {
      claim.rule = place
      return
    }
    // Rules of equal rank that say the same of the money do no harm: they are no tie.
    let differs = !rules[place].decision.saysTheSame(as: rules[best].decision)
    let isLevel = isLevel(place, best, order)
    if isBetter(place, best, order) {
      claim = RuleClaim(rule: place, rival: isLevel ? (differs ? best : claim.rival) : nil)
    } else if isLevel, differs {
      claim.rival = min(place, claim.rival ?? place)
    }
  }

  private func isBetter(_ one: Int, _ other: Int, _ order: Order) -> Bool {
    if order == .byLastDay, rules[one].to != rules[other].to {
      return rules[one].to > rules[other].to
    }
    return one < other
  }

  private func isLevel(_ one: Int, _ other: Int, _ order: Order) -> Bool {
    standings[one] == standings[other]
      && (order == .byRank || rules[one].to == rules[other].to)
  }
}

extension CodeDecision {
  fileprivate func saysTheSame(as other: CodeDecision) -> Bool {
    parts == other.parts && reversesSign == other.reversesSign
      && ignoreReason == other.ignoreReason
  }
}

/// The rule that takes a line, as places in the order of precedence.
struct RuleClaim: Hashable {
  /// Nil: no rule matches.
  var rule: Int?
  /// The first other rule of equal rank that matches too and says something else; nil: no tie.
  var rival: Int?
  /// Whether the rule had ended.
  var isInGrace = false
}
