import Foundation
import ImportTestSupport
import Testing

/// The commands that look at the last run.
struct StoredRunCommandTests {
  private static let pool = "birmingham-section-75/2009-10"

  @Test func `a trace adds up to every cell of the pool's spending`() async throws {
    let workspace = try await WorkedExamples.workspace
    let spending = try workspace.table("spending").rows(where: ["pool": Self.pool])
    let cells = Dictionary(grouping: spending) { row in
      [row["client_group", default: ""], row["care_setting", default: ""]]
    }
    #expect(cells.count == 18)
    for (cell, rows) in cells.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let trace = try await workspace.weir(
        "trace", Self.pool, "--client-group", cell[0], "--care-setting", cell[1])
      #expect(trace.status == 0)
      #expect(trace.table.rows.pence() == rows.pence(), "\(cell)")
    }
  }

  @Test func `a trace of a partner names file, sum, line, byte and rule`() async throws {
    let workspace = try await WorkedExamples.workspace
    let trace = try await workspace.weir(
      "trace", Self.pool, "--partner", "PCT-5PG", "--scheme", "mental-health")
    let spending = try workspace.table("spending")
      .rows(where: ["pool": Self.pool, "partner": "PCT-5PG", "scheme": "mental-health"])
    #expect(trace.table.rows.pence() == spending.pence())
    let first = try #require(trace.table.rows.first)
    let path = first["file", default: ""]
    let export = try #require(workspace.table("exports").rows(where: ["path": path]).first)
    #expect(first["sha256"] == export["sha256"])
    let bytes = try Data(contentsOf: workspace.file(path))
    let line = try #require(Int(first["line", default: ""]))
    let byte = try #require(Int(first["byte", default: ""]))
    #expect(bytes.prefix(byte).filter { $0 == 0x0A }.count == line - 1)
    #expect(first["rule", default: ""].hasPrefix("birmingham-east-and-north-pct.csv:"))
  }

  @Test func `a trace by provider takes the id that the list gives`() async throws {
    let workspace = try await WorkedExamples.workspace
    let provider = try #require(
      workspace.table("spending").rows(where: ["client_group": "CG-MH", "care_setting": "ST-RES"])
        .first?["provider"])
    let trace = try await workspace.weir("trace", Self.pool, "--provider", provider)
    #expect(trace.table.rows.distinct("provider") == [provider])
    #expect(
      trace.table.rows.pence()
        == (try workspace.table("spending").rows(where: ["provider": provider]).pence()))
  }

  @Test func `a pool without spending has an empty trace, and no sum of nothing`() async throws {
    let pool = "oxfordshire-mental-health-pool/2009-10"
    let trace = try await WorkedExamples.workspace.weir("trace", pool)
    #expect(trace.status == 0 && trace.table.rows.isEmpty)
    #expect(
      trace.errors == "the pool has no spending lines to trace; "
        + "its funding is in: weir pools show \(pool)\n")
  }

  @Test(arguments: [["pools", "show"], ["trace"]])
  func `an unknown pool is answered with the pools that there are`(command: [String])
    async throws
  {
    let workspace = try await WorkedExamples.workspace
    let ending = try await WeirProgram.run(command + ["nowhere"], in: workspace.url)
    #expect(ending.status == 3 && ending.output == "")
    #expect(ending.errors.contains("no pool \"nowhere\"; the pools are: "))
    #expect(ending.errors.contains("oxfordshire-mental-health-pool/2009-10"))
  }

  @Test func `codes without a rule are listed by value`() async throws {
    let workspace = try await WorkedExamples.workspace
    let codes = try await workspace.weir("codes", "list").table
    #expect(codes.rows.count == 4 && codes.rows.pence() == 92_315_044)
    let pence = codes.rows.map { [$0].pence() }
    #expect(pence == pence.sorted(by: >))
    let one = try await workspace.weir("codes", "list", "--publisher", "south-birmingham-pct")
    #expect(one.table.rows.distinct("publisher") == ["south-birmingham-pct"])
  }

  @Test(arguments: [
    ["codes", "list", "--publisher", "nobody"], ["codes", "suggest", "--publisher", "nobody"],
    ["codes", "diff", "mappings", "--publisher", "nobody"], ["codes", "diff", "data"],
  ])
  func `a publisher or a folder that is not there is refused`(command: [String]) async throws {
    let ending = try await WeirProgram.run(command, in: WorkedExamples.workspace.url)
    #expect(ending.status == 3 && ending.output == "")
    #expect(ending.errors.contains("no publisher") || ending.errors.contains("holds neither"))
  }

  @Test func `the shipped rules have no fault`() async throws {
    let lint = try await WorkedExamples.workspace.weir("codes", "lint")
    #expect(lint.status == 0 && lint.output == "" && lint.errors.hasSuffix(": no faults\n"))
  }

  @Test func `the status has a row for each export`() async throws {
    let workspace = try await WorkedExamples.workspace
    let status = try await workspace.weir("status", "--quiet")
    #expect(status.table.rows.map { $0["file"] } == (try workspace.exports))
    let kept = try workspace.table("waterfall").rows(where: ["scope": "export", "step": "kept"])
    #expect(status.table.rows.pence() == kept.pence())
  }

  @Test func `the report once more is the report of the run`() async throws {
    let finished = try await WorkedExamples.finished
    #expect(try await finished.workspace.weir("report").output == finished.run.output)
  }

  @Test func `the report as JSON has verdict, totals and pools in whole pence`() async throws {
    let text = try await WorkedExamples.workspace.weir("report", "--json").output
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let verdict = try #require(report["verdict"] as? [String: Any])
    #expect(verdict["state"] as? String == "usable with care")
    let pools = try #require(report["pools"] as? [[String: Any]])
    let birmingham = try #require(pools.first { $0["pool"] as? String == Self.pool })
    let spending = try #require(birmingham["known_spending"] as? [String: Any])
    #expect(spending["pence"] as? Int == 2_789_209_170)
    #expect(birmingham["known_funding"] is NSNull)
  }

  @Test func `every line of an export is there with its place and its pounds`() async throws {
    let path = "data/exports/south-birmingham-pct/expenditure-2009-10.csv"
    let lines = try await WorkedExamples.workspace.weir("lines", path)
    #expect(lines.status == 0)
    #expect(lines.table.rows.count == 372 && lines.table.rows.pence() == 904_384_901)
    let first = try #require(lines.table.rows.first)
    #expect(first["file"] == path && first["line"] == "2" && first["byte"] == "46")
    #expect(first["date"] == "2009-04-01" && first["financial_year"] == "2009-10")
    #expect(first["side"] == "spending" && first["pounds"] == "14657.91")
    #expect(lines.table.rows.distinct("supplier").contains("Individuals (names withheld)"))
  }
}
