internal import PoolModel

extension TerminalSummary {
  static func outside(_ run: RunSummary, on page: inout TextPage) {
    guard !run.outside.isEmpty else { return }
    page.heading("Money in no pool")
    var table = TextTable(
      .text("publisher"), .text("side"), .number("lines"), .number("pounds"), .text("why"))
    for money in run.outside {
      table.add(
        money.publisher, money.side.rawValue, money.tally.rows.grouped,
        money.tally.amount.description, money.reason)
    }
    page.table(table)
  }

  static func providers(_ run: RunSummary, on page: inout TextPage) {
    guard !run.providers.isEmpty else { return }
    page.heading("Providers")
    let counts = ProviderCounts(of: run.providers)
    page.sentence(
      "\(counts.named.counted("provider")) under \(counts.names.counted("name")); "
        + "\(counts.shared.rows.grouped) paid by two or more partners, \(counts.shared.amount)",
      indent: 2)
    if counts.unnamed.rows > 0 {
      page.sentence(
        "\(counts.unnamed.rows.counted("payee")) not named, individual or withheld, "
          + "\(counts.unnamed.amount)", indent: 2)
    }
  }

  static func findings(_ run: RunSummary, on page: inout TextPage) {
    guard !run.findings.isEmpty else { return }
    page.heading("Findings")
    var table = TextTable(
      .name("code"), .name("severity"), .name("who acts"), .number("findings"), .number("rows"),
      .number("at stake"), .path("first"))
    for group in FindingGroup.groups(of: run.findings) {
      table.add(
        group.code.rawValue, group.code.severity.rawValue, group.code.responsible.rawValue,
        group.count.grouped, group.rows.grouped, group.atStake?.description ?? "not known",
        group.first.description)
    }
    page.table(table)
  }
}

/// How many providers there are, and how many of them more than one publisher pays.
struct ProviderCounts {
  /// Bodies; individuals and withheld payees are counted apart.
  private(set) var named = 0
  /// Spellings of the bodies.
  private(set) var names = 0
  /// Bodies that two or more publishers pay, with what they were paid.
  private(set) var shared = RowTally()
  /// Individuals and withheld payees, with what they were paid.
  private(set) var unnamed = RowTally()

  init(of providers: [ProviderSummary]) {
    for summary in providers {
      if summary.provider.kind == .individual || summary.provider.kind == .redacted {
        unnamed.count(summary.tally.amount)
        continue
      }
      named += 1
      names += summary.names
      if summary.publishers > 1 { shared.count(summary.tally.amount) }
    }
  }
}
