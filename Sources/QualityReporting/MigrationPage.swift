package import PoolModel

/// What a migration did, for the one who signs it: everything on a page, and nothing that the
/// published tables do not say.
package enum MigrationPage {
  /// Who signed, and when.
  package struct Signature: Sendable {
    let name: String
    let day: CalendarDay

    /// A name with a day.
    package init(name: String, day: CalendarDay) {
      self.name = name
      self.day = day
    }
  }

  /// The page, wrapped to a width.
  package static func text(
    of budget: RestatedBudget, files: [LegacyFile], digest: String, signed: Signature?,
    findings: [Finding], organisations: [String: Organisation], width: Int
  ) -> String {
    var page = TextPage(width: width)
    page.heading("Migration \(budget.migration)")
    page.sentence(budget.title, indent: 2)
    for file in files { page.line("\(file.path)  sha256 \(file.sha256.prefix(16))", indent: 2) }
    for stage in MigrationTotal.Stage.allCases {
      totals(budget.totals.filter { $0.stage == stage }, stage, organisations, on: &page)
    }
    codes(budget.codes, on: &page)
    balances(budget.balances, organisations, on: &page)
    page.heading("Findings")
    if findings.isEmpty { page.line("none", indent: 2) }
    for finding in findings { page.line(finding.description, indent: 2) }
    page.heading("Sign-off")
    page.line("outcome \(digest)", indent: 2)
    if let signed {
      page.line("signed by \(signed.name) on \(signed.day)", indent: 2)
    } else {
      page.line("not signed", indent: 2)
    }
    return page.text
  }

  private static func totals(
    _ totals: [MigrationTotal], _ stage: MigrationTotal.Stage,
    _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    guard !totals.isEmpty else { return }
    page.heading(stage == .before ? "Before, by old body" : "After, by new body")
    var table =
      stage == .before
      ? TextTable(
        .text("body"), .name("year"), .number("days"), .name("basis"), .name("side"),
        .number("total"), .number("carried"), .number("closed"), .number("not restated"))
      : TextTable(
        .text("body"), .name("year"), .number("days"), .name("basis"), .name("side"),
        .number("carried"))
    for total in totals {
      let first = [
        organisations.name(of: total.body), total.year?.description ?? "not known",
        "\(total.days)", total.basis.rawValue, total.side.rawValue,
      ]
      let figures =
        stage == .before
        ? [total.whole, total.carried, total.closed, total.notRestated] : [total.carried]
      table.add(first + figures.map(\.amount.description))
    }
    page.table(table)
  }

  private static func codes(_ codes: [MigratedCode], on page: inout TextPage) {
    let used = codes.filter { $0.tally.rows > 0 }
    page.heading(
      "Old codes: \(codes.count), of which the budget uses \(used.count)")
    var table = TextTable(
      .name("code"), .text("label"), .name("fate"), .number("pounds"), .text("new codes"),
      .text("rule, or what is lost"))
    for code in used {
      table.add(
        code.code, code.label, code.fate, code.tally.amount.description,
        code.newCodes.joined(separator: " "), code.rule)
    }
    page.table(table)
  }

  private static func balances(
    _ balances: [BalanceTie], _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    guard !balances.isEmpty else { return }
    page.heading("Opening balances")
    var table = TextTable(
      .text("old bodies"), .number("closing"), .text("new bodies"), .number("opening"),
      .number("difference"))
    for tie in balances {
      table.add(
        tie.predecessors.map(organisations.name).joined(separator: ", "), tie.closing.orNotStated,
        tie.bodies.map(organisations.name).joined(separator: ", "), tie.opening.orNotStated,
        tie.difference.orNotStated)
    }
    page.table(table)
  }
}
