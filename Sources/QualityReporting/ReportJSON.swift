package import PoolModel

/// What a run found, as JSON with keys in order.
///
/// It is the content of ``TerminalSummary`` with nothing cut off; the single rows behind its sums
/// stand in the data package.
package struct ReportJSON {
  /// The whole report over many lines.
  ///
  /// Amounts are objects of whole pence and pounds; null is not stated, which is not zero.
  package static func text(
    for run: RunSummary, organisations: [String: Organisation]
  ) -> String {
    let verdict = Verdict(of: run)
    return JSONText.object([
      "run": .text(run.id),
      "verdict": .object([
        "state": .text(verdict.state.rawValue),
        "reasons": .list(verdict.reasons.map(JSONText.text)),
      ]),
      "control_totals": .list(run.waterfalls.map(waterfall)),
      "exports": .list(run.exports.map(export)),
      "coverage": .list(run.coverage.map(coverage)),
      "unmapped_codes": .list(run.unmapped.map(unmapped)),
      "pools": .list(
        run.pools.map {
          pool($0, targets: run.targets, trends: run.trends, organisations: organisations)
        }),
      "better_care_fund_areas": .list(run.bcfAreas.map(area)),
      "outside": .list(run.outside.map(outside)),
      "providers": providers(run.providers),
      "findings": .list(FindingGroup.groups(of: run.findings).map(group)),
    ]).page
  }

  /// One finding as an object.
  package static func finding(_ finding: Finding) -> JSONText {
    .object([
      "code": .text(finding.code.rawValue),
      "severity": .text(finding.code.severity.rawValue),
      "responsible": .text(finding.code.responsible.rawValue),
      "position": position(finding.position),
      "value": .textOrNull(finding.value),
      "at_stake": .money(finding.atStake),
      "rows": .whole(Int64(finding.rows)),
      "message": .text(finding.message),
      "remedy": .text(finding.remedy),
    ])
  }

  static func position(_ position: SourcePosition) -> JSONText {
    .object([
      "file": .text(position.file),
      "line": position.line > 0 ? .whole(Int64(position.line)) : .null,
      "byte": position.knownByte.map { .whole($0) } ?? .null,
      "column": position.column.map { .whole(Int64($0)) } ?? .null,
    ])
  }

  /// Rows and money in one object.
  static func tally(_ tally: RowTally) -> JSONText {
    .object(["rows": .whole(Int64(tally.rows)), "amount": .money(tally.amount)])
  }

  private static func waterfall(_ waterfall: Waterfall) -> JSONText {
    .object([
      "side": .text(waterfall.side.rawValue),
      "read": tally(waterfall.read),
      "read_beyond_pence_pounds": .text(waterfall.readFraction.description),
      "kept": tally(waterfall.kept),
      "refused": tally(waterfall.refused),
      "totals": tally(waterfall.totals),
      "set_aside": tally(waterfall.setAside),
      "rounding_pounds": .text(waterfall.rounding.description),
      "turned": .money(waterfall.turned),
      "pooled": tally(waterfall.pooled),
      "outside": tally(waterfall.outside),
      "eliminated": tally(waterfall.eliminated),
      "imbalances": .list(waterfall.imbalances.map(JSONText.text)),
    ])
  }

  private static func export(_ export: ExportSummary) -> JSONText {
    .object([
      "path": .text(export.path),
      "publisher": .text(export.publisher),
      "organisation": .textOrNull(export.organisation),
      "sha256": .textOrNull(export.sha256),
      "bytes": .whole(export.bytes),
      "layout": .textOrNull(export.layout),
      "header_line": export.headerLine > 0 ? .whole(Int64(export.headerLine)) : .null,
      "data_rows": .whole(Int64(export.dataRows)),
      "blank_rows": .whole(Int64(export.blankRows)),
      "total_rows": .whole(Int64(export.totalRows)),
      "non_data_rows": .whole(Int64(export.nonDataRows)),
      "unparseable_rows": .whole(Int64(export.unparseableRows)),
      "printed_total": .money(export.printedTotal),
      "printed_total_check": .text(PrintedTotal(of: export).words),
      "first_day": .textOrNull(export.firstDay?.description),
      "last_day": .textOrNull(export.lastDay?.description),
      "control_totals": waterfall(export.waterfall),
    ])
  }

  private static func coverage(_ line: CoverageLine) -> JSONText {
    .object([
      "publisher": .text(line.publisher), "side": .text(line.side.rawValue),
      "year": .textOrNull(line.year?.description), "coverage": .text(line.coverage.rawValue),
      "total": tally(line.tally),
      "without_client_group_pence": .whole(line.withoutClientGroup.pence),
      "without_care_setting_pence": .whole(line.withoutCareSetting.pence),
    ])
  }

  private static func unmapped(_ code: UnmappedCode) -> JSONText {
    .object([
      "publisher": .text(code.publisher),
      "codes": .object(
        Dictionary(
          code.codes.filled.map { ($0.name, .text($0.value)) }, uniquingKeysWith: { $1 })),
      "total": tally(code.tally),
      "descriptions": .list(code.descriptions.map(JSONText.text)),
      "first_seen": position(code.firstSeen),
    ])
  }

  private static func outside(_ money: OutsideMoney) -> JSONText {
    .object([
      "publisher": .text(money.publisher), "side": .text(money.side.rawValue),
      "reason": .text(money.reason), "total": tally(money.tally),
    ])
  }

  private static func providers(_ providers: [ProviderSummary]) -> JSONText {
    let counts = ProviderCounts(of: providers)
    return .object([
      "named": .whole(Int64(counts.named)),
      "names": .whole(Int64(counts.names)),
      "paid_by_two_or_more": tally(counts.shared),
      "not_named": tally(counts.unnamed),
    ])
  }

  private static func group(_ group: FindingGroup) -> JSONText {
    .object([
      "code": .text(group.code.rawValue),
      "severity": .text(group.code.severity.rawValue),
      "responsible": .text(group.code.responsible.rawValue),
      "findings": .whole(Int64(group.count)),
      "rows": .whole(Int64(group.rows)),
      "at_stake": .money(group.atStake),
      "first": position(group.first),
    ])
  }
}
