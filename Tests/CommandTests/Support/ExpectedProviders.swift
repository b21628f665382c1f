import Foundation

/// The providers of the worked examples as they were made up.
enum ExpectedProviders {
  /// A provider as a run found it.
  struct Found {
    var name: String
    /// The ids under which its spellings are; one, where all were found to be one provider.
    var ids: Set<String>
    var publishers: Set<String>
    var names: Set<String>
  }

  /// Every made-up provider by name, with the ids that a run gave its spellings.
  static func found(in workspace: Workspace) throws -> [Found] {
    let expected = try table()
    let published = try workspace.table("provider-names").rows
    let ids = Dictionary(
      published.map { (Spelling($0), $0["provider", default: ""]) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: expected.rows) { $0["provider", default: ""] }
      .map { provider, spellings in
        Found(
          name: provider,
          ids: Set(spellings.map { ids[Spelling($0), default: "not published"] }),
          publishers: spellings.distinct("publisher"), names: spellings.distinct("name"))
      }.sorted { $0.name < $1.name }
  }

  /// The published spellings that are made-up providers', which partners and individuals are not.
  static func published(in workspace: Workspace) throws -> [[String: String]] {
    let expected = Set(try table().rows.map(Spelling.init))
    return try workspace.table("provider-names").rows.filter { expected.contains(Spelling($0)) }
  }

  private static func table() throws -> CSVRows {
    CSVRows(
      try String(
        contentsOf: Workspace.repository
          .appending(path: "Tests/ExpectedFigures/worked-example-providers.csv"), encoding: .utf8))
  }

  private struct Spelling: Hashable {
    var publisher: String
    var name: String

    init(_ row: [String: String]) {
      publisher = row["publisher", default: ""]
      name = row["name", default: ""]
    }
  }
}
