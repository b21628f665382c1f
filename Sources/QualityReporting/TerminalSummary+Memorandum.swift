internal import PoolModel

extension TerminalSummary {
  /// The memorandum account as a note to accounts prints it: this year and the year before.
  static func memorandum(_ pool: PoolAccount, on page: inout TextPage) {
    page.line("Memorandum account", indent: 2)
    let before = FinancialYear(startYear: pool.year.startYear - 1)
    let hasPrior = pool.memorandum.contains { $0.prior != nil }
    var table =
      hasPrior
      ? TextTable(
        .text("£"), .number(pool.year.description), .number(before.description), .text("note"))
      : TextTable(.text("£"), .number(pool.year.description), .text("note"))
    var section: MemorandumLine.Section?
    for line in pool.memorandum {
      if line.section != section, let title = title(line.section) {
        table.add([title] + Array(repeating: "", count: hasPrior ? 3 : 2))
      }
      section = line.section
      let label = (title(line.section) == nil || line.kind == .total ? "" : "  ") + line.label
      let figures = [line.amount.orNotStated] + (hasPrior ? [line.prior.orNotStated] : [])
      table.add([label] + figures + [line.note])
    }
    page.table(table, indent: 4)
  }

  private static func title(_ section: MemorandumLine.Section) -> String? {
    switch section {
    case .funding: "Funding provided by"
    case .fundingByKind: "of which by kind"
    case .fundingByArrangement: "of which by arrangement"
    case .capitalFunding: "Capital funding, kept apart"
    case .inKind: "In kind, outside the cash"
    case .paid: "Paid into the pool"
    case .expenditureByPartner: "Expenditure met by"
    case .expenditureByService: "of which on"
    case .share: "Each partner's share"
    case .broughtForward, .capitalExpenditure, .net, .carriedForward: nil
    }
  }
}

extension ReportJSON {
  static func memorandum(_ line: MemorandumLine) -> JSONText {
    .object([
      "section": .text(line.section.rawValue), "kind": .text(line.kind.rawValue),
      "line": .text(line.address), "label": .text(line.label), "amount": .money(line.amount),
      "prior_year": .money(line.prior), "note": .textOrNull(line.note),
    ])
  }
}
