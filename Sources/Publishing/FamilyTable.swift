internal import PoolModel

/// A family with what all partners paid its members.
struct ProviderFamilyRow {
  let family: ProviderFamily
  var members = 0
  var tally = RowTally()

  /// The families of a run, in order of names and ids.
  static func rows(of providers: [ProviderSummary]) -> [ProviderFamilyRow] {
    var rows: [ProviderFamily: ProviderFamilyRow] = [:]
    for provider in providers {
      guard let family = provider.provider.family else { continue }
      var row = rows[family] ?? ProviderFamilyRow(family: family)
      row.members += 1
      row.tally += provider.tally
      rows[family] = row
    }
    return rows.values.sorted { $0.family < $1.family }
  }
}

extension PublishedTable where Row == ProviderFamilyRow {
  static var providerFamilies: PublishedTable {
    PublishedTable(
      name: "provider-families",
      description: "Families of providers, as families.csv states them, with what all partners "
        + "paid their members: a charity with its trading company, a group with its subsidiaries.",
      primaryKey: ["family"],
      columns: [
        .text("family", "Its id.", .required) { $0.family.id },
        .text("name", "Its name.", .required) { $0.family.name },
        .count("providers", "How many providers belong to it.") { Int64($0.members) },
        .lines { $0.tally }, .pounds { $0.tally },
      ])
  }
}
