package import PoolModel

extension ReportJSON {
  /// An area of the Better Care Fund in a year.
  package static func area(_ area: BCFAreaYear) -> JSONText {
    .object([
      "area": .text(area.area), "name": .text(area.name), "year": .text(area.year.description),
      "plan": .text(area.plan.rawValue), "reason": .textOrNull(area.reason),
      "councils": .list(area.councils.map(JSONText.text)),
      "nhs_bodies": .list(area.nhsBodies.map(JSONText.text)), "income": .money(area.income),
      "spending": .money(area.spending), "pool": .textOrNull(area.account),
    ])
  }

  static func betterCareFund(_ fund: BCFAccount?) -> JSONText {
    guard let fund else { return .null }
    return .object([
      "area": area(fund.area),
      "sources": .list(
        fund.sources.map {
          .object([
            "source": .textOrNull($0.source), "listed": .truth($0.isListed),
            "income": .money($0.income), "spending": .money($0.spending),
          ])
        }),
      "minima": .list(
        fund.minima.map {
          .object([
            "minimum": .text($0.minimum), "label": .text($0.label),
            "required": .money($0.required), "planned": .money($0.planned),
            "source": .textOrNull($0.source), "certainty": .textOrNull($0.certainty),
            "rule_certainty": .textOrNull($0.ruleCertainty),
          ])
        }),
      "terms": .list(
        fund.terms.map {
          .object([
            "kind": .text($0.kind.rawValue), "name": .text($0.name), "text": .text($0.text),
            "announced": .textOrNull($0.announced?.description), "in_force": .truth($0.isInForce),
            "certainty": .textOrNull($0.certainty),
          ])
        }),
    ])
  }
}
