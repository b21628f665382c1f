package import PoolModel

extension TerminalSummary {
  /// The part of a pool's page that the Better Care Fund asks for.
  static func betterCareFund(
    _ pool: PoolAccount, _ organisations: [String: Organisation], on page: inout TextPage
  ) {
    guard let fund = pool.betterCareFund else { return }
    let area = fund.area
    page.line("Better Care Fund: \(area.name), \(area.year): \(area.plan.rawValue)", indent: 2)
    for (words, bodies) in [("councils", area.councils), ("NHS bodies", area.nhsBodies)] {
      let names = bodies.map(organisations.name(of:)).joined(separator: ", ")
      page.sentence("\(words): \(names.isEmpty ? "not stated" : names)", indent: 4)
    }
    sources(fund, on: &page)
    minima(fund, on: &page)
    terms(fund, on: &page)
  }

  private static func sources(_ fund: BCFAccount, on page: inout TextPage) {
    guard !fund.sources.isEmpty else { return }
    var table = TextTable(
      .text("source"), .number("income"), .number("spending"), .number("left"), .text("note"))
    for source in fund.sources {
      table.add(
        source.source.isEmpty ? "not stated" : source.source, source.income.orNotStated,
        source.spending?.description ?? "none", source.left.orNotStated,
        source.isListed ? "" : "not in the year's list")
    }
    if fund.area.plan == .plan {
      let left = fund.area.income.flatMap { income in fund.area.spending.map { income - $0 } }
      table.add(
        "total", fund.area.income.orNotStated, fund.area.spending.orNotStated, left.orNotStated, "")
    }
    page.table(table, indent: 4)
  }

  private static func minima(_ fund: BCFAccount, on page: inout TextPage) {
    guard !fund.minima.isEmpty else { return }
    var table = TextTable(
      .text("minimum"), .number("required"), .number("planned"), .text("reached"))
    for minimum in fund.minima {
      let reached: String
      if let short = minimum.shortfall {
        reached = "no, \(short) short"
      } else {
        let isKnown = minimum.required != nil && minimum.planned != nil
        reached = isKnown ? "yes" : "not known"
      }
      table.add(
        minimum.label, minimum.required.orNotStated, minimum.planned.orNotStated, reached)
    }
    page.table(table, indent: 4)
    for minimum in fund.minima { page.sentence(marks(of: minimum), indent: 6, bullet: "- ") }
  }

  /// How sure the tables are of a minimum.
  private static func marks(of minimum: BCFMinimum) -> String {
    let rule = minimum.ruleCertainty.isEmpty ? "not marked" : minimum.ruleCertainty
    guard minimum.required != nil else {
      return "\(minimum.label): what counts is \(rule); no figure is stated"
    }
    let figure = minimum.certainty.isEmpty ? "not marked" : minimum.certainty
    let source = minimum.source.isEmpty ? "" : ": \(minimum.source)"
    return "\(minimum.label): what counts is \(rule), the figure is \(figure)\(source)"
  }

  private static func terms(_ fund: BCFAccount, on page: inout TextPage) {
    func lines(_ kind: BCFYearTerm.Kind, _ title: String) {
      let own = fund.terms.filter { $0.kind == kind }
      guard !own.isEmpty else { return }
      page.line(title, indent: 4)
      for term in own { page.sentence(sentence(term), indent: 6, bullet: "\(term.name) ") }
    }
    lines(.condition, "National conditions of \(fund.area.year)")
    lines(.performance, "Performance element of \(fund.area.year)")
  }

  private static func sentence(_ term: BCFYearTerm) -> String {
    var notes = term.certainty.isEmpty ? [] : [term.certainty]
    if let announced = term.announced {
      notes.insert("announced \(announced)", at: 0)
      notes.insert(term.isInForce ? "in force" : "not in force", at: 0)
    }
    return term.text + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }
}

extension TerminalSummary {
  /// Areas of the Better Care Fund by year, each year with what is known of all of them: an area
  /// without a plan is in no sum.
  package static func areaList(_ areas: [BCFAreaYear], width: Int = 100) -> String {
    var page = TextPage(width: width)
    var table = TextTable(
      .text("year"), .name("area"), .text("plan"), .number("income"), .number("spending"),
      .name("pool"))
    let years = Dictionary(grouping: areas, by: \.year)
    for year in years.keys.sorted() {
      let own = years[year] ?? []
      for area in own {
        table.add(
          "\(year)", area.area, area.plan.rawValue, area.income.orNotStated,
          area.spending.orNotStated, area.account)
      }
      let planned = own.filter { $0.plan == .plan }
      let isWhole = own.allSatisfy { $0.income != nil && $0.spending != nil }
      table.add(
        "\(year)", "known of \(planned.count) of \(own.count)",
        isWhole ? "complete" : "incomplete", known(planned.map(\.income)),
        known(planned.map(\.spending)), "")
    }
    page.table(table, indent: 0)
    return page.text
  }

  private static func known(_ amounts: [Money?]) -> String {
    let stated = amounts.compactMap(\.self)
    return stated.isEmpty ? (nil as Money?).orNotStated : "\(stated.reduce(.zero, +))"
  }
}
