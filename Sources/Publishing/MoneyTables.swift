internal import PoolModel

extension PublishedColumn {
  /// The folder under `data/exports` that the money came from.
  static func publisher(_ cell: @escaping (Row) -> String) -> PublishedColumn {
    text("publisher", "The folder under data/exports.", .required, cell)
  }

  /// Which side of a pool the money is on.
  static func side(_ cell: @escaping (Row) -> PoolSide) -> PublishedColumn {
    text(
      "side", "Funding or spending; the two are never added.", .required,
      oneOf: PoolSide.allCases.map(\.rawValue)
    ) { cell($0).rawValue }
  }

  /// How many lines stand behind an amount.
  static func lines(_ cell: @escaping (Row) -> RowTally) -> PublishedColumn {
    count("lines", "Lines of exports.") { Int64(cell($0).rows) }
  }

  /// What the lines come to.
  static func pounds(of cell: @escaping (Row) -> RowTally) -> PublishedColumn {
    pounds("pounds", "Their sum.") { cell($0).amount }
  }
}

extension PublishedTable where Row == OutsideMoney {
  static var outside: PublishedTable {
    PublishedTable(
      name: "outside", description: "Kept money that no pool counts, with the reason.",
      primaryKey: ["publisher", "side", "reason"],
      columns: [
        .publisher { $0.publisher }, .side { $0.side },
        .text("reason", "Why no pool counts it.", .required) { $0.reason },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}

extension PublishedTable where Row == PublisherPeriod {
  static var periods: PublishedTable {
    PublishedTable(
      name: "periods",
      description: "What was received of each publisher's periods, and what should have been.",
      columns: [
        .publisher { $0.publisher },
        .text(
          "side", "Funding or spending. Empty: nothing was received.",
          oneOf: PoolSide.allCases.map(\.rawValue)
        ) { $0.side?.rawValue ?? "" },
        .text("first_month", "The first month of the period.", .required, pattern: month) {
          $0.from.description
        },
        .text("last_month", "The last month of the period.", .required, pattern: month) {
          $0.to.description
        },
        .text(
          "state", "What became of it.", .required,
          oneOf: PublisherPeriod.State.allCases.map(\.rawValue)
        ) { $0.state.rawValue },
        .day("due", "The day that it is due. Empty: nobody stated that it is expected.") {
          $0.due
        },
        .count("exports", "Exports with lines of it that count.") { Int64($0.exports) },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }

  private static var month: String { "[0-9]{4}-[0-9]{2}" }
}

extension PublishedTable where Row == CoverageLine {
  static var coverage: PublishedTable {
    PublishedTable(
      name: "coverage",
      description: "How much of each publisher's money of a year the code rules explain.",
      columns: [
        .publisher { $0.publisher }, .side { $0.side },
        .text("year", "The financial year; empty: not known.") { $0.year?.description ?? "" },
        .text(
          "coverage", "How much of the meaning is known.", .required,
          oneOf: CodeDecision.Coverage.allCases.map(\.rawValue)
        ) { $0.coverage.rawValue },
        .lines { $0.tally }, .pounds { $0.tally },
        .pounds("moved_pounds", "Payments and credits without their signs, as thresholds see them.")
        {
          $0.moved
        },
        .pounds("without_client_group", "Of it, what should have a client group and has none.") {
          $0.withoutClientGroup
        },
        .pounds("without_care_setting", "Of it, what should have a care setting and has none.") {
          $0.withoutCareSetting
        },
      ])
  }
}

extension PublishedTable where Row == UnmappedCode {
  static var unmappedCodes: PublishedTable {
    PublishedTable(
      name: "unmapped-codes", description: "Codes that no rule maps, with the money on them.",
      columns: [
        .publisher { $0.publisher },
        .text("cost_centre", "As published.") { $0.codes.costCentre },
        .text("subjective_code", "As published.") { $0.codes.subjectiveCode },
        .text("expense_type", "As published.") { $0.codes.expenseType },
        .text("service", "As published.") { $0.codes.service },
        .text("transaction_prefix", "Filled only where a rule looks at it.") {
          $0.codes.transactionPrefix
        },
        .text(
          "descriptions",
          "What lines with these codes are described as: texts of several payees that name nobody."
        ) { $0.descriptions.joined(separator: "; ") },
        .lines { $0.tally }, .pounds { $0.tally },
        .text("first_file", "The export that shows them first.", .required) { $0.firstSeen.file },
        .count("first_line", "The physical line there, from 1.", .optional) {
          Optional($0.firstSeen.line).statedLine
        },
      ])
  }
}

extension PublishedTable where Row == ProviderSummary {
  static var providers: PublishedTable {
    PublishedTable(
      name: "providers",
      description: "Providers with what all partners paid them; individuals are not named.",
      primaryKey: ["provider"],
      columns: [
        .text("provider", "Its id, the same in later runs.", .required) { $0.provider.id },
        .text("name", "The spelling that most of its money goes under.") { $0.provider.name },
        .text(
          "kind", "What kind of body it is.", .required,
          oneOf: ProviderKind.allCases.map(\.rawValue)
        ) { $0.provider.kind.rawValue },
        .text("body", "The body of organisations.csv that it is. Empty: none, or the day decides.")
        {
          $0.provider.organisation ?? ""
        },
        .text("family", "The family that it belongs to. Empty: none.") {
          $0.provider.family?.id ?? ""
        },
        .text("family_name", "The family's name.") { $0.provider.family?.name ?? "" },
        .count("publishers", "How many publishers pay it.") { Int64($0.publishers) },
        .count("names", "Under how many spellings.") { Int64($0.names) },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}

extension PublishedTable where Row == ProviderName {
  static var providerNames: PublishedTable {
    PublishedTable(
      name: "provider-names", description: "The spellings of each provider by publisher.",
      primaryKey: ["provider", "publisher", "name"], foreignKeys: [.provider],
      columns: [
        .text("provider", "Its id.", .required) { $0.provider },
        .publisher { $0.publisher },
        .text("name", "As published.") { $0.name },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}
