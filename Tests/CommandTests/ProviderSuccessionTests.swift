import Foundation
import ImportTestSupport
import Testing

/// A vendor number whose name changes from a body to its successor, in a run.
struct ProviderSuccessionTests {
  /// A made-up council that pays the same vendor number before and after a CCG became an ICB.
  private func workspace() async throws -> Workspace {
    let workspace = try Workspace.withoutExports()
    func write(_ lines: [String], _ path: String) throws {
      let file = workspace.file(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    func append(_ lines: [String], _ path: String) throws {
      let text = try String(contentsOf: workspace.file(path), encoding: .utf8)
      try write([text + lines.joined(separator: "\n")], path)
    }
    try append(
      [
        "CCG-ZZ1,Northmere CCG,CCG,,,,2013-04-01,2022-06-30,judged,made up",
        "ICB-ZZ1,Mereshire ICB,ICB,,,,2022-07-01,,judged,made up",
        "LA-ZZ,Northmere Council,council,,,,,,judged,made up",
      ], "mappings/organisations.csv")
    try append(
      ["CCG-ZZ1,ICB-ZZ1,2022-07-01,statutory transfer,whole,judged,made up"],
      "mappings/successions.csv")
    try write(
      [
        "publisher: northmere-council", "organisation: LA-ZZ", "layouts:", "  - layout: payments",
        "    headers: [Date, Number, Supplier, Amount]", "    holds: payments",
        "    basis: outturn", "    columns:", "      date: Date", "      supplier: Supplier",
        "      supplier-id: Number", "    amounts:", "      - column: Amount",
        "    date-order: day-first",
      ], "mappings/sources/northmere-council.yaml")
    try write(
      [
        "Date,Number,Supplier,Amount", "01/06/2022,V77,Northmere CCG,100.00",
        "15/07/2022,V77,Northmere CCG,20.00", "01/09/2022,V77,Mereshire ICB,3.00",
        "01/09/2022,V78,Ashvale Home Ltd,5.00",
      ], "data/exports/northmere-council/2022.csv")
    return workspace
  }

  @Test func `predecessor and successor are two providers, linked by a dated succession`()
    async throws
  {
    let workspace = try await workspace()
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status <= 2, "\(run.errors)")
    let providers = try workspace.table("providers").rows.filter { $0["body"] != "" }
    #expect(
      providers.map { $0["body"] }.sorted { ($0 ?? "") < ($1 ?? "") } == ["CCG-ZZ1", "ICB-ZZ1"])
    let bodies = try workspace.table("provider-bodies").rows
    #expect(
      bodies.map { "\($0["body"] ?? "") \($0["first_day"] ?? "") \($0["pounds"] ?? "")" }.sorted()
        == ["CCG-ZZ1 2022-06-01 100.00", "ICB-ZZ1 2022-07-15 20.00", "ICB-ZZ1 2022-09-01 3.00"])
    let ccg = try #require(bodies.first { $0["body"] == "CCG-ZZ1" }?["provider"])
    let successions = try workspace.table("provider-successions").rows
      .filter { $0["predecessor_body"] == "CCG-ZZ1" && $0["predecessor"] != $0["successor"] }
    let succession = try #require(successions.first)
    #expect(successions.count == 1 && succession["predecessor"] == ccg)
    #expect(succession["successor_body"] == "ICB-ZZ1" && succession["effective"] == "2022-07-01")
    #expect(succession["shared_supplier_numbers"] == "1")
    let list = try await workspace.weir("providers", "list", "--provider", ccg)
    #expect(list.table.rows.map { $0["body"] } == ["CCG-ZZ1"])
  }
}
