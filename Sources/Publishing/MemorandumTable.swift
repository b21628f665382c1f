internal import PoolModel

extension PublishedTable where Row == PoolRow<MemorandumLine> {
  static var memorandum: PublishedTable {
    PublishedTable(
      name: "memorandum",
      description: "The memorandum account of each pool and year, in the order of its lines.",
      primaryKey: ["pool", "line"], foreignKeys: [.pool],
      columns: [
        .pool(), .poolYear(),
        .text(
          "section", "The part of the account.", .required,
          oneOf: MemorandumLine.Section.allCases.map(\.rawValue)
        ) { $0.part.section.rawValue },
        .text(
          "kind", "A line, a total, or an illustration that no agreement states.", .required,
          oneOf: MemorandumLine.Kind.allCases.map(\.rawValue)
        ) { $0.part.kind.rawValue },
        .text("line", "What weir trace --line takes.", .required) { $0.part.address },
        .text("label", "For people.", .required) { $0.part.label },
        .poundsIfStated("pounds", "The amount.") { $0.part.amount },
        .poundsIfStated("prior_year_pounds", "The same line of the year before.") { $0.part.prior },
        .text("note", "What must be known beside the figure.") { $0.part.note },
      ])
  }
}
