import PoolModel

extension TerminalSummary {
  /// What the agreement states beside figures; the paragraphs of the regulation that it leaves out are
  /// told in one line.
  static func agreement(
    _ agreement: PoolAgreement, _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    guard agreement != PoolAgreement() else { return }
    page.line("Agreement", indent: 2)
    for term in agreement.terms {
      if let text = term.text { page.sentence("\(term.name): \(text)", indent: 4) }
    }
    let missing = agreement.terms.filter { $0.text == nil }.map(\.name)
    if !missing.isEmpty {
      page.sentence("not stated: \(missing.joined(separator: "; "))", indent: 4)
    }
    var table = TextTable(
      .text("scheme"), .text("arrangement"), .text("lead"), .text("accounting"),
      .text("overspend"), .text("underspend"))
    for scheme in agreement.schemes {
      table.add(
        scheme.title, scheme.arrangementLabel,
        scheme.lead.isEmpty ? "not stated" : organisations.name(of: scheme.lead),
        scheme.accountingTreatment ?? "not stated", scheme.overspend ?? "not stated",
        scheme.underspend ?? "not stated")
    }
    page.table(table, indent: 4)
    for scheme in agreement.schemes where !scheme.shares.isEmpty {
      let shares = scheme.shares.map {
        "\(organisations.name(of: $0.partner)) \($0.percent)"
      }
      page.sentence("shares of \(scheme.title): \(shares.joined(separator: ", "))", indent: 4)
    }
  }
}
