import Foundation
import ImportTestSupport

/// The payees of the worked examples' exports as their publishers wrote them.
enum PayeesOfExports {
  /// A payee of one publisher.
  struct Payee: Hashable {
    var publisher: String
    var name: String
    var creditorType: String
  }

  private static let columns = [
    "birmingham-city-council": (name: "Supplier", type: "Supplier Type"),
    "birmingham-east-and-north-pct": (name: "Supplier", type: ""),
    "heart-of-birmingham-teaching-pct": (name: "Vendor", type: "Vendor Type"),
    "south-birmingham-pct": (name: "Payee", type: ""),
  ]

  /// Every payee of the four ledgers, once.
  static func all(in workspace: Workspace) async throws -> Set<Payee> {
    var payees: Set<Payee> = []
    for path in try workspace.exports {
      let publisher = String(path.split(separator: "/")[2])
      guard let columns = columns[publisher] else { continue }
      for row in try await workspace.weir("records", "--quiet", path).table.rows {
        payees.insert(
          Payee(
            publisher: publisher, name: row[columns.name, default: ""],
            creditorType: row[columns.type, default: ""]))
      }
    }
    return payees
  }

  /// What `weir providers match` makes of them: clusters by record.
  static func matched(in workspace: Workspace) async throws -> [String: String] {
    let names = try TemporaryFolder()
    let input = names.url.appending(path: "names.csv")
    let payees = try await all(in: workspace)
      .sorted { ($0.publisher, $0.name) < ($1.publisher, $1.name) }
    let rows = payees.enumerated().map { place, payee in
      "\(place),\(payee.publisher),\"\(payee.name.replacing("\"", with: "\"\""))\"\n"
    }
    try Data(("record_id,source,name\n" + rows.joined()).utf8).write(to: input)
    let clusters = try await workspace.weir(
      "providers", "match", "--quiet", "--input", input.path
    ).table.rows
    return Dictionary(
      uniqueKeysWithValues: clusters.map {
        ($0["record_id", default: ""], $0["cluster_id", default: ""])
      })
  }

  /// The words that would give an individual of the worked examples away, found once.
  static var surnames: [String] { get async throws { try await foundSurnames.value } }

  private static let foundSurnames = Task { try await surnames(in: WorkedExamples.workspace) }

  /// The longest word of each individual's name.
  private static func surnames(in workspace: Workspace) async throws -> [String] {
    let decided = CSVRows(
      try String(contentsOf: workspace.file("mappings/providers/decisions.csv"), encoding: .utf8))
    let individuals = decided.rows(where: ["decision": "individual"]).distinct("name")
    let titles = ["Mr", "Mrs", "Ms", "Miss"]
    return try await all(in: workspace).filter { payee in
      payee.creditorType == "INDV" || individuals.contains(payee.name)
        || titles.contains { payee.name.hasPrefix("\($0) ") }
    }.compactMap { payee in
      payee.name.split(separator: " ").max { $0.count < $1.count }?.lowercased()
    }.sorted()
  }
}
