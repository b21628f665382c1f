package import PoolModel

/// Decides the lines of one export: each distinct tuple of codes once for each period and sign.
///
/// ADVICE: ``place(ofCodes:fields:day:amount:)`` runs once a line. A tuple seen before costs three
/// array lookups; a table is made only for the periods that the export's days fall in, because an
/// export spans few of them.
package struct CodeDecider {
  /// The distinct decisions, in order of first appearance.
  package private(set) var decisions: [CodeDecision] = []
  /// The ties met so far, in order of first appearance; none where the linter and the export are
  /// content.
  package private(set) var ties: [Finding] = []
  private let periods: RulePeriods
  /// By period and sign, then by the tuple's place: the place of its decision, -1 where it has
  /// none yet.
  private var places: [[Int32]]
  private let rules: CompiledRules
  /// The places in ``decisions`` of rules, and of no rule.
  private var placeOfRule: [Int?: Int32] = [:]
  private var claimsReported: Set<RuleClaim> = []

  /// A decider for one export, whose tuples have places of their own.
  package init(rules: CompiledRules) {
    self.rules = rules
    periods = rules.periods
    places = Array(repeating: [], count: rules.periods.count * 2)
  }

  /// The place in ``decisions`` of a line's decision.
  ///
  /// `codes` is the place of the line's tuple in the export's texts, not negative; `fields` is the
  /// tuple, asked for only where it is not decided yet. Of the amount only the sign counts.
  package mutating func place(
    ofCodes codes: Int32, fields: @autoclosure () -> CodeFields, day: CalendarDay?, amount: Money
  ) -> Int32 {
    let table = periods.period(of: day) * 2 + (amount.pence < 0 ? 1 : 0)
    let tuple = Int(codes)
    if tuple < places[table].count {
      let place = places[table][tuple]
      if place >= 0 { return place }
    }
    return decide(tuple, fields(), table, day, amount)
  }

  private mutating func decide(
    _ tuple: Int, _ fields: CodeFields, _ table: Int, _ day: CalendarDay?, _ amount: Money
  ) -> Int32 {
    let claim = rules.claim(on: fields, day: day, amount: amount)
    if claim.rival != nil { report(claim) }
    let place = place(of: claim.rule)
    let missing = tuple + 1 - places[table].count
    if missing > 0 { places[table].append(contentsOf: repeatElement(-1, count: missing)) }
    places[table][tuple] = place
    return place
  }

  private mutating func place(of rule: Int?) -> Int32 {
    if let place = placeOfRule[rule] { return place }
    let place = Int32(decisions.count)
    decisions.append(rule.map { rules.rules[$0].decision } ?? .unmapped)
    placeOfRule[rule] = place
    return place
  }

  private mutating func report(_ claim: RuleClaim) {
    guard claimsReported.insert(claim).inserted, let tie = rules.finding(ofTie: claim) else {
      return
    }
    ties.append(tie)
  }
}

extension CompiledRules {
  /// The finding on a tie that a line met; nil where both rules say the same of the money.
  func finding(ofTie claim: RuleClaim) -> Finding? {
    guard let place = claim.rule, let rival = claim.rival else { return nil }
    let (one, other) = (rules[place], rules[rival])
    guard !one.decision.saysTheSame(as: other.decision) else { return nil }
    return CodeRuleLint.tie(of: one, with: other, meeting: "both match the codes of a line")
  }
}

extension CodeDecision {
  fileprivate func saysTheSame(as other: CodeDecision) -> Bool {
    parts == other.parts && reversesSign == other.reversesSign
      && ignoreReason == other.ignoreReason
  }
}
