package import PoolModel

extension TerminalSummary {
  /// One pool with its two sides, its transfers, figures, areas, conditions and targets.
  ///
  /// `targets` and `trends` may be of any agreement; those of the pool's agreement are shown, targets
  /// of the pool's year alone.
  package static func pool(
    _ pool: PoolAccount, targets: [TargetReading] = [], trends: [TrendPoint] = [],
    organisations: [String: Organisation] = [:], width: Int = 100
  ) -> String {
    var page = TextPage(width: width)
    block(pool, targets: targets, organisations: organisations, on: &page)
    agreement(pool.statedAgreement, organisations, on: &page)
    self.trends(trends.filter { $0.agreement == pool.agreement }, on: &page)
    return page.text
  }

  /// One line a pool: its sides as far as they are known, and whether it is complete.
  package static func poolList(_ pools: [PoolAccount], width: Int = 100) -> String {
    var page = TextPage(width: width)
    var table = TextTable(
      .name("pool"), .name("basis"), .name("status"), .number("known funding"),
      .number("known spending"), .text("title"))
    for pool in pools {
      table.add(
        pool.id, pool.basis.rawValue, pool.isComplete ? "complete" : "incomplete",
        pool.knownFunding.orNotStated, pool.knownSpending.orNotStated, pool.title)
    }
    page.table(table, indent: 0)
    return page.text
  }

  static func block(
    _ pool: PoolAccount, targets: [TargetReading], organisations: [String: Organisation],
    on page: inout TextPage
  ) {
    page.heading("Pool \(pool.id)")
    page.sentence(pool.title, indent: 2)
    let host = pool.host.isEmpty ? "not stated" : organisations.name(of: pool.host)
    page.sentence("\(pool.basis.rawValue) of \(pool.year); host \(host)", indent: 2)
    page.line(pool.isComplete ? "complete" : "incomplete:", indent: 2)
    for gap in pool.gaps { page.sentence(gap, indent: 4, bullet: "- ") }
    let rollUp = PoolRollUp(of: pool)
    if !pool.memorandum.isEmpty { memorandum(pool, on: &page) }
    funding(pool, organisations, on: &page)
    spending(pool, rollUp, organisations, on: &page)
    transfers(pool, rollUp, organisations, on: &page)
    statedFigures(pool, on: &page)
    areas(pool, rollUp, on: &page)
    conditions(pool, on: &page)
    betterCareFund(pool, organisations, on: &page)
    let own = targets.filter { $0.agreement == pool.agreement && $0.year == pool.year }
    readings(own, on: &page)
  }

  private static func funding(
    _ pool: PoolAccount, _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    let words = pool.isComplete ? "Funding" : "Funding, as far as stated"
    page.line("\(words): \(pool.knownFunding.orNotStated)", indent: 2)
    // A roll-up by area has a line for each area; those stand in `funding.csv`.
    let lines = pool.areas.isEmpty ? pool.funding : pool.funding.filter { $0.area.isEmpty }
    var table = TextTable(.text("partner"), .text("kind"), .text("label"), .number("pounds"))
    for line in lines {
      let partner = line.partner.isEmpty ? "no single body" : organisations.name(of: line.partner)
      let details = [
        line.label, line.instalments.map { "\($0) instalments" } ?? "",
        line.approval.isEmpty ? "" : "approved: \(line.approval)",
      ].filter { !$0.isEmpty }
      table.add(
        partner, line.kind, details.joined(separator: "; "), line.amount.orNotStated)
    }
    page.table(table, indent: 4)
  }

  private static func spending(
    _ pool: PoolAccount, _ rollUp: PoolRollUp, _ organisations: [String: Organisation],
    on page: inout TextPage
  ) {
    let words = pool.isComplete ? "Spending" : "Spending, as far as known"
    page.line("\(words): \(pool.knownSpending.orNotStated)", indent: 2)
    var categories = TextTable(
      .text("client group"), .text("care setting"), .number("lines"), .number("pounds"))
    for (cell, tally) in rollUp.categories {
      categories.add(
        cell.clientGroup, cell.careSetting, tally.rows.grouped, tally.amount.description)
    }
    page.table(categories, indent: 4)
    var partners = TextTable(.text("by partner"), .number("lines"), .number("pounds"))
    for (partner, tally) in rollUp.partners {
      partners.add(
        organisations.name(of: partner), tally.rows.grouped, tally.amount.description)
    }
    page.table(partners, indent: 4)
  }

  private static func transfers(
    _ pool: PoolAccount, _ rollUp: PoolRollUp, _ organisations: [String: Organisation],
    on page: inout TextPage
  ) {
    guard !pool.transfers.isEmpty else { return }
    page.line("Transfers between partners, eliminated", indent: 2)
    var table = TextTable(.text("found"), .number("transfers"), .number("pounds"))
    let always: Set<Transfer.State> = [.paired, .paidOnly, .receivedOnly]
    for (state, tally) in rollUp.transfers where tally.rows > 0 || always.contains(state) {
      table.add(state.rawValue, tally.rows.grouped, tally.amount.description)
    }
    page.table(table, indent: 4)
    matches(pool, organisations, on: &page)
    let unpaired = pool.transfers.filter { $0.match == nil }
    var list = TextTable(
      .text("unpaired from"), .text("to"), .number("paid"), .number("received"), .path("where"))
    for transfer in unpaired.prefix(10) {
      let payee = transfer.payee.isEmpty ? "no known body" : organisations.name(of: transfer.payee)
      list.add(
        organisations.name(of: transfer.payer), payee, transfer.paid?.description ?? "not found",
        transfer.received?.description ?? "not found",
        (transfer.paidAt ?? transfer.receivedAt)?.description ?? "")
    }
    page.table(list, indent: 4)
    if unpaired.count > 10 {
      page.line("and \(unpaired.count - 10) more in transfers.csv", indent: 4)
    }
  }
}
