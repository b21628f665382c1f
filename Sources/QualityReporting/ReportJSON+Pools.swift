package import PoolModel

extension ReportJSON {
  /// One pool with all its parts, spending rolled up by category and by partner.
  package static func pool(
    _ pool: PoolAccount, targets: [TargetReading] = [], trends: [TrendPoint] = [],
    organisations: [String: Organisation] = [:]
  ) -> JSONText {
    let rollUp = PoolRollUp(of: pool)
    let own = targets.filter { $0.agreement == pool.agreement && $0.year == pool.year }
    func body(_ id: String) -> JSONText {
      id.isEmpty
        ? .null : .object(["id": .text(id), "name": .textOrNull(organisations[id]?.name)])
    }
    return .object([
      "pool": .text(pool.id),
      "agreement": .text(pool.agreement),
      "title": .text(pool.title),
      "year": .text(pool.year.description),
      "basis": .text(pool.basis.rawValue),
      "host": body(pool.host),
      "partners": .list(pool.partners.map(body)),
      "status": .text(pool.isComplete ? "complete" : "incomplete"),
      "gaps": .list(pool.gaps.map(JSONText.text)),
      "agreement_terms": .list(pool.statedAgreement.terms.map(term)),
      "schemes": .list(pool.statedAgreement.schemes.map { scheme($0, lead: body($0.lead)) }),
      "memorandum": .list(pool.memorandum.map(memorandum)),
      "known_funding": .money(pool.knownFunding),
      "known_spending": .money(pool.knownSpending),
      "funding": .list(pool.funding.map { funding($0, partner: body($0.partner)) }),
      "spending_by_category": .list(rollUp.categories.map(category)),
      "spending_by_partner": .list(
        rollUp.partners.map { .object(["partner": body($0.partner), "total": tally($0.tally)]) }),
      "transfers_by_state": .list(
        rollUp.transfers.map {
          .object(["state": .text($0.state.rawValue), "total": tally($0.tally)])
        }),
      "transfers": .list(
        pool.transfers.map { transfer($0, payer: body($0.payer), payee: body($0.payee)) }),
      "variances": .list(
        pool.variances.map { variance($0, payer: body($0.payer), payee: body($0.payee)) }),
      "stated_figures": .list(pool.statedFigures.map(figure)),
      "areas_by_status": .list(rollUp.areas.map(status)),
      "areas_without_figure": .list(
        pool.areas.filter { $0.funding == nil }.map { .text($0.name) }),
      "conditions": .list(pool.conditions.map(condition)),
      "better_care_fund": betterCareFund(pool.betterCareFund),
      "targets": .list(own.map(target)),
      "trends": .list(trends.filter { $0.agreement == pool.agreement }.map(trend)),
    ])
  }

  private static func funding(_ line: FundingLine, partner: JSONText) -> JSONText {
    .object([
      "partner": partner, "area": .textOrNull(line.area), "kind": .textOrNull(line.kind),
      "label": .textOrNull(line.label), "category": .textOrNull(line.category?.description),
      "flow": .text(line.flow), "amount": .money(line.amount), "source": .textOrNull(line.source),
      "instalments": line.instalments.map { .whole(Int64($0)) } ?? .null,
      "approval": .textOrNull(line.approval),
    ])
  }

  private static func category(_ cell: PoolRollUp.Cell, _ sum: RowTally) -> JSONText {
    .object([
      "client_group": .text(cell.clientGroup), "care_setting": .text(cell.careSetting),
      "total": tally(sum),
    ])
  }

  private static func transfer(
    _ transfer: Transfer, payer: JSONText, payee: JSONText
  ) -> JSONText {
    .object([
      "payer": payer, "payee": payee, "flow": .text(transfer.flow),
      "paid": .money(transfer.paid), "received": .money(transfer.received),
      "state": .text(transfer.state.rawValue), "match": .textOrNull(transfer.match?.rawValue),
      "confirmed": transfer.match.map { .truth($0.isConfirmed) } ?? .null,
      "group": transfer.group.map { .whole(Int64($0)) } ?? .null,
      "payee_pool": .textOrNull(transfer.payeePool), "found_by": .textOrNull(transfer.foundBy),
      "paid_at": transfer.paidAt.map(position) ?? .null,
      "received_at": transfer.receivedAt.map(position) ?? .null,
    ])
  }

  private static func variance(
    _ variance: TransferVariance, payer: JSONText, payee: JSONText
  ) -> JSONText {
    .object([
      "payer": payer, "payee": payee, "kind": .text(variance.kind.rawValue),
      "paid": .money(variance.paid), "received": .money(variance.received),
      "variance": .money(variance.amount),
      "group": variance.group.map { .whole(Int64($0)) } ?? .null, "at": position(variance.at),
    ])
  }

  private static func figure(_ figure: StatedFigure) -> JSONText {
    .object([
      "figure": .text(figure.figure), "amount": .money(figure.amount),
      "precision": .textOrNull(figure.precision), "source": .textOrNull(figure.source),
      "computed": .money(figure.computed), "part_of": .textOrNull(figure.partOf),
    ])
  }

  private static func status(_ status: PoolRollUp.AreaStatus) -> JSONText {
    .object([
      "status": .textOrNull(status.status), "areas": .whole(Int64(status.areas)),
      "without_figure": .whole(Int64(status.notStated)), "funding": .money(status.funding),
    ])
  }

  private static func condition(_ condition: PoolCondition) -> JSONText {
    .object([
      "number": .whole(Int64(condition.number)), "text": .text(condition.text),
      "areas_by_state": .list(
        condition.counts.map {
          .object(["state": .text($0.state), "areas": .whole(Int64($0.areas))])
        }),
    ])
  }

  /// Hundredths as a decimal.
  private static func share(_ hundredths: Int?) -> JSONText {
    hundredths.map { .text(Money(pence: Int64($0)).decimal) } ?? .null
  }

  private static func trend(_ point: TrendPoint) -> JSONText {
    .object([
      "target": .text(point.target), "basis": .text(point.basis),
      "year": .text(point.year.description), "origin": .text(point.origin.rawValue),
      "numerator": .money(point.numerator), "denominator": .money(point.denominator),
      "share_per_cent": share(point.share), "since": .textOrNull(point.since?.description),
      "movement_points": share(point.movement),
      "broken_because": .textOrNull(point.brokenBecause), "source": .textOrNull(point.source),
    ])
  }

  private static func target(_ reading: TargetReading) -> JSONText {
    return .object([
      "target": .text(reading.target), "basis": .text(reading.measureBasis),
      "numerator": .money(reading.numerator), "denominator": .money(reading.denominator),
      "share_per_cent": share(reading.share), "base_per_cent": share(reading.base),
      "goal_per_cent": share(reading.goal), "refusal": .textOrNull(reading.refusal),
    ])
  }
}
