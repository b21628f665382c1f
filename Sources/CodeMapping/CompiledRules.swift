package import MappingTables
package import PoolModel

/// The cost-code rules of one publisher with the shared ones, made ready for lookup.
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
  /// For each rule the place of the first of equal rank.
  private let standings: [Int]
  private let index: RuleIndex

  /// Rules in the order of their files, with the flow table by code.
  ///
  /// Money of a flow that moves between partners or funds a pool counts as mapped without client
  /// group and care setting.
  package init(publisher: [CodeRule], shared: [CodeRule], flows: [String: Flow]) {
    let inFileOrder = [(publisher, false), (shared, true)].flatMap { rows, isShared in
      NamedRule.rowsByName(rows).compactMap {
        NamedRule(rows: $0, flows: flows, isShared: isShared)
      }
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
    let looked = Set(ranked.flatMap { $0.cells.map(\.column) })
    columns = Set(
      CodeRule.Column.allCases.enumerated().filter { looked.contains($0.offset) }.map(\.element))
  }

  /// What the rules say of codes on a day; ``CodeDecision/unmapped`` where none matches.
  package func decision(
    for fields: CodeFields, on day: CalendarDay?, amount: Money
  ) -> CodeDecision {
    guard let place = claim(on: fields, day: day, amount: amount).rule else { return .unmapped }
    return rules[place].decision
  }

  /// The rule that decides codes on a day, with the rule that it ties with.
  func claim(on fields: CodeFields, day: CalendarDay?, amount: Money) -> RuleClaim {
    let values = folded(fields)
    let sign: CodeRule.AmountSign = amount.pence < 0 ? .credit : .debit
    var claim = RuleClaim()
    index.forEachCandidate(for: values) { candidate in
      let place = Int(candidate)
      guard place != claim.rule, place != claim.rival else { return }
      if let best = claim.rule {
        guard isBetter(place, best, day) || isLevel(place, best, day) else { return }
      }
      guard rules[place].isInForce(on: day, sign: sign), rules[place].matches(folded: values)
      else { return }
      take(place, into: &claim, day)
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

  private func take(_ place: Int, into claim: inout RuleClaim, _ day: CalendarDay?) {
    guard let best = claim.rule else {
      claim.rule = place
      return
    }
    let tied = isLevel(place, best, day)
    if isBetter(place, best, day) {
      claim = RuleClaim(rule: place, rival: tied ? best : nil)
    } else if tied {
      claim.rival = min(place, claim.rival ?? place)
    }
  }

  private func isBetter(_ one: Int, _ other: Int, _ day: CalendarDay?) -> Bool {
    if day == nil, rules[one].to != rules[other].to { return rules[one].to > rules[other].to }
    return one < other
  }

  private func isLevel(_ one: Int, _ other: Int, _ day: CalendarDay?) -> Bool {
    standings[one] == standings[other] && (day != nil || rules[one].to == rules[other].to)
  }
}

/// The rule that takes a line, as places in the order of precedence.
struct RuleClaim: Hashable {
  /// Nil: no rule matches.
  var rule: Int?
  /// The first other rule of equal rank that matches too; nil: there is no tie.
  var rival: Int?
}
