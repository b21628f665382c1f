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

extension PublishedTable where Row == ProviderBody {
  static func providerBodies(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "provider-bodies",
      description:
        "The councils and NHS bodies among the providers, by the day of payment: a payment "
        + "under the name of a body that had ended is its successor's where that took over all of it.",
      primaryKey: ["provider", "body"], foreignKeys: [.provider],
      columns: [
        .text("provider", "Its id.", .required) { $0.provider },
        .text("body", "The body's id in organisations.csv.", .required) { $0.body },
        .text("body_name", "The body's name there.") { names($0.body) },
        .day("first_day", "The first day of payment to it as this body.") { $0.firstDay },
        .day("last_day", "The last day of payment to it as this body.") { $0.lastDay },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}

extension PublishedTable where Row == ProviderSuccession {
  static func providerSuccessions(names: @escaping (String) -> String) -> PublishedTable {
    PublishedTable(
      name: "provider-successions",
      description: "Providers that followed one another because their bodies did, after "
        + "successions.csv. They are two providers: what is paid to one is not paid to the other.",
      columns: [
        .text("predecessor_body", "The body that ended.", .required) { $0.predecessorBody },
        .text("predecessor_name", "Its name.") { names($0.predecessorBody) },
        .text("predecessor", "Its provider id. Empty: no export pays it.") { $0.predecessor },
        .text("successor_body", "The body that followed.", .required) { $0.successorBody },
        .text("successor_name", "Its name.") { names($0.successorBody) },
        .text("successor", "Its provider id. Empty: no export pays it.") { $0.successor },
        .day("effective", "The first day of the body that followed.") { $0.effective },
        .text("kind", "What happened.", .required) { $0.kind },
        .count("shared_supplier_numbers", "Supplier numbers under which publishers pay both.") {
          Int64($0.sharedSupplierNumbers)
        },
      ])
  }
}
