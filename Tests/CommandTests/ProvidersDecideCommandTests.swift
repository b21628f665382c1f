import Foundation
import ImportTestSupport
import Testing

/// `weir providers merge`, `split` and `decisions` over the worked examples.
struct ProvidersDecideCommandTests {
  private static let path = "mappings/providers/decisions.csv"
  private static let origin = ["--by", "A Clerk", "--on", "2010-05-03", "--why", "a test"]

  private func ledger(_ workspace: Workspace) throws -> String {
    try String(contentsOf: workspace.file(Self.path), encoding: .utf8)
  }

  private func decide(
    _ arguments: [String], _ workspace: Workspace
  ) async throws -> WeirProgram.Ending {
    try await WeirProgram.run(["providers"] + arguments + Self.origin, in: workspace.url)
  }

  private func ids(_ workspace: Workspace, of name: String) throws -> Set<String> {
    try workspace.table("provider-names").rows(where: ["name": name]).distinct("provider")
  }

  @Test func `a merge joins two providers, and its revocation parts them again`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let before = try ledger(workspace)
    let names = ["Larkenby House Ltd.", "Pennardle Grange"]
    let apart = try names.map { try ids(workspace, of: $0) }
    let merge = try await decide(["merge"] + names, workspace)
    #expect(merge.status == 0 && merge.errors == "written; weir run publishes what follows\n")
    #expect(try ledger(workspace) == before + merge.lines[1] + "\n")
    let id = try #require(merge.table.rows.first?["id"])
    #expect(
      try await decide(["merge"] + names, workspace).errors.hasPrefix("\(id) says so already"))
    _ = try await workspace.weir("run", "--quiet")
    #expect(try ids(workspace, of: names[0]) == ids(workspace, of: names[1]))
    let change = try #require(try workspace.table("provider-ids").rows.first)
    let (old, new) = (change["provider", default: ""], change["other", default: ""])
    #expect(change["change"] == "merged-into" && apart.contains([old]) && apart.contains([new]))
    let found = try await workspace.weir("providers", "list", "--provider", old)
    #expect(found.table.rows.map { $0["provider"] } == [new])
    #expect(found.errors == "\(old) was merged into \(new)\n")
    let trace = ["trace", "birmingham-section-75/2009-10", "--quiet", "--provider"]
    let lines = try await WeirProgram.run(trace + [old], in: workspace.url)
    #expect(lines.output == (try await WeirProgram.run(trace + [new], in: workspace.url)).output)
    #expect(try await decide(["decisions", "--revoke", id], workspace).status == 0)
    _ = try await workspace.weir("run", "--quiet")
    #expect(try names.map { try ids(workspace, of: $0) } == apart)
    #expect(try await decide(["decisions", "--revoke", id], workspace).status == 3)
  }

  @Test func `a split that contradicts a decision is refused with its id`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let before = try ledger(workspace)
    let split = try await decide(
      ["split", "ASHBY VERNELL HOMES LTD", "Pennardle Grange"], workspace)
    #expect(split.status == 3 && split.errors.contains("this contradicts D-BRDG7W9J;"))
    #expect(try ledger(workspace) == before)
  }

  @Test func `a dry run prints the row and writes nothing`() async throws {
    let workspace = try Workspace.withoutExports()
    let before = try ledger(workspace)
    let split = try await decide(["split", "Elm Ltd", "Oak Ltd", "--dry-run", "--json"], workspace)
    #expect(split.status == 0 && split.errors == "nothing was written\n")
    #expect(split.output.contains(#""decision":"different""#))
    #expect(try ledger(workspace) == before)
  }

  @Test func `a merge keeps the ledger's rights and line ends`() async throws {
    let workspace = try Workspace.withoutExports()
    let file = workspace.file(Self.path)
    let folder = file.deletingLastPathComponent().path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let text = try ledger(workspace).replacing("\n", with: "\r\n")
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let merge = try await decide(["merge", "Elm Ltd", "Oak Ltd", "--quiet"], workspace)
    #expect(try ledger(workspace) == text + merge.lines[1] + "\r\n")
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(rights as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
  }

  @Test func `a workspace without a ledger gets one`() async throws {
    let workspace = try Workspace.withoutExports()
    try FileManager.default.removeItem(
      at: workspace.file(Self.path).deletingLastPathComponent())
    let merge = try await decide(["merge", "Elm Ltd", "Oak Ltd", "--quiet"], workspace)
    let written = try ledger(workspace)
    #expect(merge.status == 0 && merge.output == written)
  }

  @Test func `an id stands for the spelling that most of the provider's money goes under`()
    async throws
  {
    let workspace = try await WorkedExamples.workspace
    let home = try #require(try ids(workspace, of: "Larkenby House Ltd.").first)
    let merge = try await decide(
      ["merge", home, "Pennardle Grange", "--dry-run"], workspace)
    let row = try #require(merge.table.rows.first, "\(merge.errors)")
    let spellings = try workspace.table("provider-names").rows(where: ["provider": home])
    let largest = spellings.max { [$0].pence() < [$1].pence() }
    #expect(row["name"] == largest?["name"] && row["publisher"] == largest?["publisher"])
    let explained = try await workspace.weir("providers", "explain", home, "Oak Ltd")
    #expect(explained.output.contains(try #require(largest?["name"])))
  }

  @Test func `what is said of an individual stays unsaid when it is taken back`() async throws {
    let workspace = try Workspace.withoutExports()
    let header = try #require(try ledger(workspace).split(separator: "\n").first)
    let rows = """
      \(header)
      D-A,individual,,Quillfern Marrow,,,,,2010-05-03,A Clerk,Ms Q Marrow
      D-B,revoked,,,,,,D-A,2010-05-04,A Clerk,Ms Q Marrow is a firm
      D-C,different,,Elm Ltd,,Oak Ltd,,,2010-05-04,A Clerk,two homes
      D-D,revoked,,,,,,D-C,2010-05-05,A Clerk,one home
      D-E,revoked,,,,,,D-B,2010-05-06,A Clerk,Ms Q Marrow is none

      """
    try Data(rows.utf8).write(to: workspace.file(Self.path))
    let listed = try await workspace.weir("providers", "decisions")
    #expect(!listed.output.contains("Marrow"))
    #expect(listed.table.rows.map { $0["reason"] } == ["", "", "two homes", "one home", ""])
  }

  @Test func `an id that no provider has is no name`() async throws {
    let workspace = try await WorkedExamples.workspace
    let refused = try await workspace.weir("providers", "explain", "P-99999999", "Oak Ltd")
    #expect(refused.status == 3 && refused.errors.contains("no provider \"P-99999999\""))
  }

  @Test func `an individual is neither merged nor named`() async throws {
    let workspace = try Workspace.withoutExports()
    let merge = try await decide(["merge", "Mrs Q Zephyrbottle", "Oak Ltd"], workspace)
    #expect(merge.status == 3 && !merge.errors.contains("Zephyrbottle"))
  }

  @Test func `a name that no export holds is refused`() async throws {
    let workspace = try await WorkedExamples.workspace
    let merge = try await decide(["merge", "Larkenbie Hause", "Pennardle Grange"], workspace)
    #expect(merge.status == 3 && merge.errors.contains("no export of the last run pays"))
  }

  @Test(arguments: [["--on", "today"], ["--by", " "]])
  func `who and when are checked`(origin: [String]) async throws {
    let workspace = try Workspace.withoutExports()
    let ending = try await WeirProgram.run(
      ["providers", "merge", "A Ltd", "B Ltd", "--why", "y", "--by", "x", "--on", "2010-05-03"]
        + origin, in: workspace.url)
    #expect(ending.status == 3 && ending.output == "")
  }

  @Test func `the ledger is listed with ids and states, and names no individual`() async throws {
    let workspace = try await WorkedExamples.workspace
    let list = try await workspace.weir("providers", "decisions")
    #expect(list.status == 0 && list.errors == "")
    #expect(list.table.rows.map { $0["id"] }.first == "D-BRDG7W9J")
    #expect(list.table.rows.distinct("state") == ["active"])
    let individual = try #require(list.table.rows(where: ["decision": "individual"]).first)
    #expect(individual["name"] == "Individuals (names withheld)" && individual["reason"] == "")
    let unused = try await workspace.weir("providers", "decisions", "--state", "unused")
    #expect(unused.table.rows.isEmpty)
  }

  @Test func `while a run holds the workspace nothing is written`() async throws {
    let workspace = try Workspace.withoutExports()
    let before = try ledger(workspace)
    let held = try HeldLock(workspace.file("data/weir.lock").path)
    let merge = try await decide(["merge", "Elm Ltd", "Oak Ltd"], workspace)
    withExtendedLifetime(held) {}
    #expect(merge.status == 4 && merge.errors.contains("another run holds the workspace"))
    #expect(try ledger(workspace) == before)
  }

  @Test func `a family is told by list, explain and the published files, and merges nobody`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let names = ["Larkenby House Ltd.", "LARKENBY HOUSE DAY NURSERY"]
    let rows = try workspace.table("providers").rows(where: ["family": "F-4K2Q9M4X"])
    #expect(rows.count == 2)
    #expect(Set(try names.map { try ids(workspace, of: $0) }).count == 2)
    let list = try await workspace.weir("providers", "list", "--by", "family").table
    let family = list.rows(where: ["family": "F-4K2Q9M4X"])
    #expect(family.map { $0["providers"] } == ["2"])
    let explained = try await workspace.weir("providers", "explain", names[0], names[1]).output
    #expect(explained.contains("one family, two providers: \"Larkenby House\" (F-4K2Q9M4X)\n"))
  }
}
