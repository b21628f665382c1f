internal import PoolModel

extension PublishedTable where Row == RefusedMerge {
  static var refusedMerges: PublishedTable {
    PublishedTable(
      name: "provider-refusals",
      description:
        "Providers whose names are near enough to be one and that were kept apart all the same, "
        + "with the reason: one row for each two.",
      primaryKey: ["provider", "other"],
      foreignKeys: [.provider, ForeignKey(column: "other", table: "providers", key: "provider")],
      columns: [
        .text("provider", "Its id.", .required) { $0.provider },
        .text("name", "The spelling of it that is nearest to the other.") { $0.name },
        .text("other", "The id of the other provider.", .required) { $0.other },
        .text("other_name", "The spelling of the other that is nearest.") { $0.otherName },
        .text(
          "reason", "What stood against making them one.", .required,
          oneOf: RefusedMerge.Reason.allCases.map(\.rawValue)
        ) { $0.reason.rawValue },
        .text("in_words", "The same for people.") { $0.reason.explanation },
        .count("score", "How many of 1000 such pairs of names are one provider.") {
          Int64($0.score)
        },
        .pounds("at_stake", "The smaller of the two names' money, without sign.") { $0.atStake },
      ])
  }
}
