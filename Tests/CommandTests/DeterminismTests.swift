import Foundation
import ImportTestSupport
import Testing

/// The same workspace gives the same bytes, however it is run.
struct DeterminismTests {
  private func publishedByRun(
    _ arguments: String..., environment: [String: String] = [:], backwards: Bool = false
  ) async throws -> [String: Data] {
    let workspace = try Workspace.ofWorkedExamples(backwards: backwards)
    let run = try await WeirProgram.run(
      ["run", "--quiet"] + arguments, in: workspace.url, environment: environment)
    #expect(run.status == 1 && run.output == "" && run.errors == "")
    return try workspace.published
  }

  private func expectEqual(_ left: [String: Data], _ right: [String: Data]) {
    #expect(left.keys.sorted() == right.keys.sorted())
    for (name, bytes) in left { #expect(right[name] == bytes, "\(name)") }
  }

  @Test func `a second run changes no byte, says that nothing is new and ends like the first`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    let first = try await workspace.weir("run", "--quiet")
    let published = try workspace.published
    let second = try await workspace.weir("run")
    #expect(first.status == 1 && second.status == 1 && second.output == "")
    #expect(second.errors == "nothing new since the last run\n")
    expectEqual(try workspace.published, published)
    let third = try await workspace.weir("run", "--json", "--quiet")
    #expect(third.status == 1 && third.errors == "")
    #expect(third.output == (try await workspace.weir("report", "--json").output))
  }

  @Test func `a fresh store gives the bytes of any other`() async throws {
    let finished = try await WorkedExamples.workspace.published
    expectEqual(try await publishedByRun(), finished)
  }

  @Test(arguments: ["1", "2", "7"])
  func `the number of exports read at a time changes no byte`(jobs: String) async throws {
    let finished = try await WorkedExamples.workspace.published
    expectEqual(try await publishedByRun("--jobs", jobs), finished)
  }

  @Test(arguments: [
    ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
    ["LC_ALL": "C", "TZ": "Pacific/Kiritimati"],
    ["LC_ALL": "de_DE.UTF-8", "TZ": "America/Los_Angeles"],
  ])
  func `language and time zone change no byte`(environment: [String: String]) async throws {
    let finished = try await WorkedExamples.workspace.published
    expectEqual(try await publishedByRun(environment: environment), finished)
  }

  @Test func `the order in which exports were put there changes no byte`() async throws {
    let finished = try await WorkedExamples.workspace.published
    expectEqual(try await publishedByRun(backwards: true), finished)
  }

  @Test func `an export that is taken away takes its lines along, and brings them back`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let whole = try workspace.published
    let path = "data/exports/south-birmingham-pct/expenditure-2009-10.csv"
    let export = try Data(contentsOf: workspace.file(path))
    try FileManager.default.removeItem(at: workspace.file(path))
    _ = try await workspace.weir("run", "--quiet")
    #expect(try workspace.table("exports").rows(where: ["path": path]).isEmpty)
    #expect(try workspace.table("spending").rows(where: ["partner": "PCT-5M1"]).isEmpty)
    try export.write(to: workspace.file(path))
    _ = try await workspace.weir("run", "--quiet")
    expectEqual(try workspace.published, whole)
  }

  @Test func `a dry run reports and leaves nothing behind`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let run = try await workspace.weir("run", "--dry-run")
    #expect(run.status == 1)
    #expect(run.output == (try await WorkedExamples.finished.run.output))
    #expect(!FileManager.default.fileExists(atPath: workspace.file("data/pools").path))
    let report = try await workspace.weir("report")
    #expect(report.status == 3 && report.errors.contains("no run yet"))
  }

  @Test func `published files that went away are there again after a run without news`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    try FileManager.default.removeItem(at: workspace.file("data/pools"))
    #expect(try await workspace.weir("run", "--quiet").status == 1)
    expectEqual(try workspace.published, try await WorkedExamples.workspace.published)
  }

  @Test func `a run that cannot publish says so, and the next one makes it good`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    try Data().write(to: workspace.file("data/pools"))
    let failed = try await workspace.weir("run", "--quiet")
    #expect(failed.status == 3 && failed.errors.contains("data/pools"))
    try FileManager.default.removeItem(at: workspace.file("data/pools"))
    #expect(try await workspace.weir("run", "--quiet").status == 1)
    expectEqual(try workspace.published, try await WorkedExamples.workspace.published)
  }

  @Test func `rules that change give an old store the bytes of a fresh one`() async throws {
    let old = try Workspace.ofWorkedExamples()
    let fresh = try Workspace.ofWorkedExamples()
    _ = try await old.weir("run", "--quiet")
    for workspace in [old, fresh] {
      let rules = workspace.file("mappings/codes/south-birmingham-pct.csv")
      let rows = try String(contentsOf: rules, encoding: .utf8).split(separator: "\n")
      let kept = rows.filter { !$0.hasPrefix("pool-paid-mh,") }
      #expect(kept.count == rows.count - 1)
      try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: rules)
      #expect(try await workspace.weir("run", "--quiet").status == 1)
    }
    expectEqual(try old.published, try fresh.published)
    let finished = try await WorkedExamples.workspace.published
    #expect(try old.published["transfers.csv"] != finished["transfers.csv"])
  }

  @Test func `a provider keeps its id when a decision goes and comes back`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let decisions = workspace.file("mappings/providers/decisions.csv")
    let text = try String(contentsOf: decisions, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.contains(",same,") }
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: decisions)
    _ = try await workspace.weir("run", "--quiet")
    let finished = try await WorkedExamples.workspace.published
    #expect(try workspace.published["providers.csv"] != finished["providers.csv"])
    try Data(text.utf8).write(to: decisions)
    _ = try await workspace.weir("run", "--quiet")
    // The history of ids tells that the names were apart for one run.
    let history: Set = ["provider-ids.csv", "datapackage.json"]
    let changes = try workspace.table("provider-ids").rows
    #expect(changes.map { $0["change"] } == ["split-from", "merged-into"])
    expectEqual(
      try workspace.published.filter { !history.contains($0.key) },
      finished.filter { !history.contains($0.key) })
  }
}
