package import PoolModel

extension DataPackage {
  /// The files of a migration, always the same ones in the same order, `datapackage.json` last.
  package func files(for budget: RestatedBudget) -> [PublishedFile] {
    let resources = [
      PublishedTable.restated(names: name).published(budget.lines),
      PublishedTable.controlTotals(names: name).published(budget.totals),
      PublishedTable.migratedCodes.published(budget.codes),
      PublishedTable.balances.published(budget.balances),
      PublishedTable.findings.published(budget.findings),
    ]
    return DataPackage.described(
      resources, name: "weir-migration", id: budget.migration, title: budget.title,
      text: "A legacy budget restated under today's bodies and codes. Amounts are pounds.")
  }
}

extension PublishedTable where Row == RestatedLine {
  /// Each pound of the old budget once: its old keys, and where it stands now.
  static func restated(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "restated", description: "Each pound of the old budget once, with where it went.",
      columns: oldColumns(names) + newColumns(names) + [
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }

  private static func oldColumns(
    _ names: @escaping (String) -> String
  ) -> [PublishedColumn<RestatedLine>] {
    [
      .text("old_body", "The body in the old budget.", .required) { $0.old.body },
      .text("old_body_name", "Its name.") { names($0.old.body) },
      .text("old_code", "The code in the old budget.") { $0.old.code },
      .text("year", "The financial year; empty: not known.") { $0.old.year?.description ?? "" },
      .day("covers_from", "The first day that the figure is for.") { $0.old.covers?.first },
      .day("covers_to", "The last day that the figure is for.") { $0.old.covers?.last },
      .text(
        "basis", "Budget, forecast or outturn; the three are never added.", .required,
        oneOf: FigureBasis.allCases.map(\.rawValue)
      ) { $0.old.basis.rawValue },
      .side { $0.old.side },
    ]
  }

  private static func newColumns(
    _ names: @escaping (String) -> String
  ) -> [PublishedColumn<RestatedLine>] {
    [
      .text(
        "outcome", "What became of the money.", .required,
        oneOf: RestatedLine.Outcome.allCases.map(\.rawValue)
      ) { $0.outcome.rawValue },
      .text("new_body", "The body that has it now.", .required) { $0.newBody },
      .text("new_body_name", "Its name.") { names($0.newBody) },
      .text("new_code", "The code that it has now; empty where it is not carried.") { $0.newCode },
      .text("client_group", "What the new code means; empty: it has no frame.") {
        $0.category?.clientGroup ?? ""
      },
      .text("care_setting", "The same on the care setting.") { $0.category?.careSetting ?? "" },
      .text("age_band", "The same on the age band.") { $0.category?.ageBand ?? "" },
      .exactDecimal("share", "The share of the old money, in per cent.", .required) {
        Money(pence: Int64($0.share)).decimal
      },
      .text("rule", "Why it was split, closed or not restated, or what is lost.") { $0.rule },
      .text("crosswalk", "The row of the crosswalk; empty: no row has the code.") {
        $0.crosswalk?.description ?? ""
      },
    ]
  }
}

extension PublishedTable where Row == MigrationTotal {
  /// The control totals before and after.
  static func controlTotals(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "control-totals",
      description:
        "Control totals by body, year, basis and side, before and after. What is carried "
        + "before and after is the same.",
      primaryKey: ["stage", "body", "year", "basis", "side"],
      columns: [
        .text(
          "stage", "Before the migration or after it.", .required,
          oneOf: MigrationTotal.Stage.allCases.map(\.rawValue)
        ) { $0.stage.rawValue },
        .text("body", "The old body before, the new one after.", .required) { $0.body },
        .text("body_name", "Its name.") { names($0.body) },
        .text("year", "The financial year; empty: not known.") { $0.year?.description ?? "" },
        .count("days", "How many days of the year the figures are for.") { Int64($0.days) },
        .text(
          "basis", "Budget, forecast or outturn.", .required,
          oneOf: FigureBasis.allCases.map(\.rawValue)
        ) { $0.basis.rawValue },
        .side { $0.side },
        .lines { $0.whole },
        .pounds("carried", "Under a new body or code.") { $0.carried.amount },
        .pounds("closed", "Nothing follows it.") { $0.closed.amount },
        .pounds("not_restated", "No bridge is stated.") { $0.notRestated.amount },
        .pounds("total", "All of it.") { $0.whole.amount },
      ])
  }
}

extension PublishedTable where Row == MigratedCode {
  /// Every old code with its fate.
  static var migratedCodes: PublishedTable {
    PublishedTable(
      name: "codes", description: "Every old code with what became of it.", primaryKey: ["code"],
      columns: [
        .text("code", "The old code.") { $0.code },
        .text("label", "What it was called.") { $0.label },
        .text("fate", "What became of it.", .required) { $0.fate },
        .text("new_codes", "The new codes.") { $0.newCodes.joined(separator: " | ") },
        .text("rule", "Why, or what is lost.") { $0.rule },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}

extension PublishedTable where Row == BalanceTie {
  /// Closing against opening balances.
  static var balances: PublishedTable {
    PublishedTable(
      name: "balances", description: "What old bodies closed with and new ones opened with.",
      columns: [
        .text("new_bodies", "The new bodies.") { $0.bodies.joined(separator: " | ") },
        .text("old_bodies", "The old bodies.") { $0.predecessors.joined(separator: " | ") },
        .poundsIfStated("closing", "What the old bodies closed with.") { $0.closing },
        .poundsIfStated("opening", "What the new bodies opened with.") { $0.opening },
        .poundsIfStated("difference", "Opening less closing.") { $0.difference },
      ])
  }
}
