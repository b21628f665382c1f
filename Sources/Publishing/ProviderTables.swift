internal import PoolModel

extension PublishedTable where Row == ProviderIDChange {
  static func providerIDs(current: ProviderIDHistory) -> PublishedTable {
    PublishedTable(
      name: "provider-ids",
      description: "Every change of a provider's id since the store was made, by which figures of "
        + "earlier runs find their providers.",
      primaryKey: ["run_number", "provider"],
      columns: [
        .text("provider", "The id that is no longer given, or that is given now.", .required) {
          $0.provider
        },
        .text(
          "change", "Merged: its payees are counted under the other id. Split: they were before.",
          .required, oneOf: ProviderIDChange.Kind.allCases.map(\.rawValue)
        ) { $0.kind.rawValue },
        .text("other", "The id that it was merged into or split from.", .required) { $0.other },
        .text("now", "The id that stands for it now, through all later changes.", .required) {
          current.current($0.provider)
        },
        .count("run_number", "The run that brought the change, from 1.") { Int64($0.runNumber) },
        .text("run", "The id of that run.", .required) { $0.run },
      ])
  }
}
