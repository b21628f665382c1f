package import PoolModel

/// Decides the lines of one export: each distinct tuple of codes once for each period and sign.
///
/// ADVICE: ``place(ofCodes:fields:day:amount:)`` runs once a line. A tuple seen before costs three
/// array lookups; a table is made only for the periods that the export's days fall in, because an
/// export spans few of them.
package struct CodeDecider {
  /// The distinct decisions, in order of first appearance.
  package private(set) var decisions: [CodeDecision] = []
  private let periods: RulePeriods
  /// By period and sign, then by the tuple's place: the place of its decision, -1 where it has
  /// none yet.
  private var places: [[Int32]]
  private let rules: CompiledRules
  /// The places in ``decisions`` of what rules claim.
  private var placeOfClaim: [RuleClaim: Int32] = [:]

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
    let place = place(of: claim)
    let missing = tuple + 1 - places[table].count
    if missing > 0 { places[table].append(contentsOf: repeatElement(-1, count: missing)) }
    places[table][tuple] = place
    return place
  }

  private mutating func place(of claim: RuleClaim) -> Int32 {
    if let place = placeOfClaim[claim] { return place }
    let place = Int32(decisions.count)
    decisions.append(rules.decision(of: claim))
    placeOfClaim[claim] = place
    return place
  }
}
