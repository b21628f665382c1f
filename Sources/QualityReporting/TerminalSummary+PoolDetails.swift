internal import PoolModel

extension TerminalSummary {
  static func statedFigures(_ pool: PoolAccount, on page: inout TextPage) {
    guard !pool.statedFigures.isEmpty else { return }
    page.line("Figures as stated, beside what the lines give", indent: 2)
    var table = TextTable(
      .text("figure"), .number("stated"), .text("precision"), .number("computed"),
      .number("difference"), .text("part of"))
    for figure in pool.statedFigures {
      table.add(
        figure.figure, figure.amount.description, figure.precision,
        figure.computed.orNotStated,
        figure.computed.map { ($0 - figure.amount).description } ?? "", figure.partOf)
    }
    page.table(table, indent: 4)
  }

  static func areas(_ pool: PoolAccount, _ rollUp: PoolRollUp, on page: inout TextPage) {
    guard !pool.areas.isEmpty else { return }
    page.line("Areas: \(pool.areas.count.grouped)", indent: 2)
    var table = TextTable(
      .text("plan"), .number("areas"), .number("pounds"), .number("without a figure"))
    for status in rollUp.areas {
      table.add(
        status.status.isEmpty ? "not stated" : status.status, status.areas.grouped,
        status.funding.orNotStated, status.notStated.grouped)
    }
    page.table(table, indent: 4)
    let unstated = pool.areas.filter { $0.funding == nil }.map(\.name)
    guard !unstated.isEmpty else { return }
    page.sentence("no figure, which is not zero: \(unstated.joined(separator: ", "))", indent: 4)
  }

  static func conditions(_ pool: PoolAccount, on page: inout TextPage) {
    guard !pool.conditions.isEmpty else { return }
    page.line("Conditions", indent: 2)
    for condition in pool.conditions {
      let counts = condition.counts.map { "\($0.state) \($0.areas.grouped)" }
      page.sentence(
        "\(condition.text) (\(counts.isEmpty ? "not stated" : counts.joined(separator: ", ")))",
        indent: 4, bullet: "\(condition.number). ")
    }
  }

  static func readings(_ readings: [TargetReading], on page: inout TextPage) {
    guard !readings.isEmpty else { return }
    page.line("Targets", indent: 2)
    var table = TextTable(
      .text("target"), .text("basis"), .number("part"), .number("whole"), .number("share"),
      .text("from and to"))
    for reading in readings {
      table.add(
        reading.target, reading.measureBasis, reading.numerator.description,
        reading.denominator.description,
        reading.share.map { percentText(hundredths: $0) } ?? "not stated",
        "\(percentText(hundredths: reading.base)) to \(percentText(hundredths: reading.goal))")
    }
    page.table(table, indent: 4)
    var told: Set<String> = []
    for reading in readings where !reading.refusal.isEmpty {
      let refusal = "\(reading.target): no progress reported: \(reading.refusal)"
      if told.insert(refusal).inserted { page.sentence(refusal, indent: 4) }
    }
  }

  /// The lines of targets over the years, each basis for itself.
  static func trends(_ points: [TrendPoint], on page: inout TextPage) {
    guard points.count > 1 else { return }
    page.line("Targets over the years", indent: 2)
    var table = TextTable(
      .text("target"), .text("basis"), .text("year"), .number("part"), .number("whole"),
      .number("share"), .number("points"), .text("since"))
    for point in points {
      table.add(
        point.target, point.basis, "\(point.year)", point.numerator.description,
        point.denominator.description,
        point.share.map { percentText(hundredths: $0) } ?? "not stated",
        point.movement.map { ($0 > 0 ? "+" : "") + Money(pence: Int64($0)).decimal } ?? "",
        point.since?.description ?? (point.brokenBecause.isEmpty ? "" : "broken"))
    }
    page.table(table, indent: 4)
    for point in points where !point.brokenBecause.isEmpty {
      page.sentence(
        "\(point.target): broken before \(point.year): \(point.brokenBecause)", indent: 4)
    }
  }
}
