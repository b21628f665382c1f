package import PoolModel

extension ReportJSON {
  /// A migration's control totals, codes, balances and findings; the restated lines stand in the
  /// published table.
  package static func migration(_ budget: RestatedBudget, digest: String) -> JSONText {
    .object([
      "migration": .text(budget.migration),
      "title": .text(budget.title),
      "outcome": .text(digest),
      "control_totals": .list(budget.totals.map(total)),
      "codes": .list(budget.codes.map(code)),
      "balances": .list(budget.balances.map(balance)),
      "findings": .list(budget.findings.map(finding)),
    ])
  }

  private static func total(_ total: MigrationTotal) -> JSONText {
    .object([
      "stage": .text(total.stage.rawValue), "body": .text(total.body),
      "year": .textOrNull(total.year?.description ?? ""), "days": .whole(Int64(total.days)),
      "basis": .text(total.basis.rawValue), "side": .text(total.side.rawValue),
      "carried": tally(total.carried), "closed": tally(total.closed),
      "not_restated": tally(total.notRestated), "total": tally(total.whole),
    ])
  }

  private static func code(_ code: MigratedCode) -> JSONText {
    .object([
      "code": .text(code.code), "label": .text(code.label), "fate": .text(code.fate),
      "new_codes": .list(code.newCodes.map(JSONText.text)), "rule": .textOrNull(code.rule),
      "money": tally(code.tally),
    ])
  }

  private static func balance(_ tie: BalanceTie) -> JSONText {
    .object([
      "old_bodies": .list(tie.predecessors.map(JSONText.text)),
      "new_bodies": .list(tie.bodies.map(JSONText.text)),
      "closing": .money(tie.closing), "opening": .money(tie.opening),
      "difference": .money(tie.difference),
    ])
  }
}
