package import PoolModel

/// What a run found, as text for a terminal.
package struct TerminalSummary {
  /// The whole summary, in the order of a finance officer's questions.
  ///
  /// `organisations` are the bodies by id, for their names. `width` is the terminal's in
  /// characters: to fit it, tables cut texts, never numbers.
  package static func text(
    for run: RunSummary, organisations: [String: Organisation], width: Int
  ) -> String {
    var page = TextPage(width: width)
    verdict(Verdict(of: run), on: &page)
    for waterfall in run.waterfalls { controlTotals(waterfall, on: &page) }
    files(run, on: &page)
    coverage(run, on: &page)
    unmapped(run, on: &page)
    for pool in run.pools {
      block(pool, targets: run.targets, organisations: organisations, on: &page)
    }
    outside(run, on: &page)
    providers(run, on: &page)
    findings(run, on: &page)
    return page.text
  }

  private static func verdict(_ verdict: Verdict, on page: inout TextPage) {
    page.line("Verdict: \(verdict.state.rawValue)")
    for reason in verdict.reasons { page.sentence(reason, indent: 2, bullet: "- ") }
  }

  private static func controlTotals(_ waterfall: Waterfall, on page: inout TextPage) {
    page.heading("Control totals of the run: \(waterfall.side.rawValue)")
    var table = TextTable(.text("step"), .number("rows"), .number("pounds"))
    func add(_ step: String, _ tally: RowTally) {
      table.add(step, tally.rows.grouped, tally.amount.description)
    }
    add("read", waterfall.read)
    if waterfall.readFraction != .zero {
      table.add("  beyond whole pence", "", exactPounds(waterfall.readFraction))
    }
    add("= kept", waterfall.kept)
    add("+ refused", waterfall.refused)
    add("+ totals", waterfall.totals)
    add("+ set aside", waterfall.setAside)
    table.add("+ rounding", "", exactPounds(waterfall.rounding))
    if waterfall.turned != .zero {
      table.add("kept + turned by rules", "", waterfall.turned.description)
    }
    add("kept = pooled", waterfall.pooled)
    add("     + outside any pool", waterfall.outside)
    add("     + eliminated", waterfall.eliminated)
    page.table(table)
    let imbalances = waterfall.imbalances
    if imbalances.isEmpty { page.line("balanced to the penny", indent: 2) }
    for imbalance in imbalances { page.sentence("NOT BALANCED: \(imbalance)", indent: 2) }
  }

  private static func exactPounds(_ fraction: PenceFraction) -> String {
    let digits = fraction.description
    if digits == "0" { return Money.zero.description }
    return digits.hasPrefix("-") ? "-£" + digits.dropFirst() : "£" + digits
  }

  private static func files(_ run: RunSummary, on page: inout TextPage) {
    guard !run.exports.isEmpty else { return }
    page.heading("Control totals by file")
    var table = TextTable(
      .path("file"), .number("kept rows"), .number("kept"), .number("refused"),
      .number("totals"), .number("set aside"), .name("printed total"))
    for export in run.exports {
      let waterfall = export.waterfall
      table.add(
        export.path, waterfall.kept.rows.grouped, waterfall.kept.amount.description,
        rowsAndPounds(waterfall.refused), waterfall.totals.rows.grouped,
        waterfall.setAside.rows.grouped, PrintedTotal(of: export).words)
    }
    page.table(table)
  }

  private static func rowsAndPounds(_ tally: RowTally) -> String {
    tally.rows == 0 ? "0" : "\(tally.rows.grouped), \(tally.amount)"
  }

  private static func coverage(_ run: RunSummary, on page: inout TextPage) {
    guard !run.coverage.isEmpty else { return }
    page.heading("Codes explained, by value")
    var table = TextTable(
      .text("publisher"), .text("side"), .text("codes"), .number("lines"), .number("pounds"),
      .number("of what moved"))
    let lines = CoverageLine.overYears(run.coverage)
    for line in lines {
      let whole =
        lines
        .filter { $0.publisher == line.publisher && $0.side == line.side }
        .reduce(Money.zero) { $0 + $1.moved }
      table.add(
        line.publisher, line.side.rawValue, line.coverage.rawValue, line.tally.rows.grouped,
        line.tally.amount.description, percentText(of: line.moved, in: whole) ?? "")
    }
    page.table(table)
  }

  private static func unmapped(_ run: RunSummary, on page: inout TextPage) {
    guard !run.unmapped.isEmpty else { return }
    let shown = run.unmapped.prefix(10)
    page.heading("Codes that no rule maps: the largest \(shown.count) of \(run.unmapped.count)")
    let areDescribed = shown.contains { !$0.descriptions.isEmpty }
    var table = TextTable(
      [.text("publisher"), .text("codes"), .number("lines"), .number("pounds")]
        + (areDescribed ? [.text("described as")] : []) + [.path("first seen")])
    for code in shown {
      table.add(
        [
          code.publisher,
          code.codes.filled.map { "\($0.name)=\($0.value)" }.joined(separator: " "),
          code.tally.rows.grouped, code.tally.amount.description,
        ] + (areDescribed ? [code.descriptions.joined(separator: "; ")] : [])
          + [code.firstSeen.description])
    }
    page.table(table)
  }
}
