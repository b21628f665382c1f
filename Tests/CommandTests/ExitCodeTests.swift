import Foundation
import Glibc
import ImportTestSupport
import Testing

/// The exit codes that cron and scripts go by.
struct ExitCodeTests {
  @Test func `0 where nothing is to be said`() async throws {
    let check = try await WorkedExamples.workspace.weir(
      "check", "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv")
    #expect(check.status == 0)
  }

  @Test func `1 where the figures stand and something should be put right`() async throws {
    #expect(try await WorkedExamples.finished.run.status == 1)
    #expect(try await WorkedExamples.workspace.weir("report").status == 1)
  }

  @Test func `2 where a row cannot be used, and the other rows are`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let path = workspace.file("data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv")
    let text = try String(contentsOf: path, encoding: .utf8)
    try Data(text.replacing("£0.375m", with: "about £0.4m").utf8).write(to: path)
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status == 2)
    let export = try #require(
      workspace.table("exports").rows(where: ["publisher": "oxfordshire-annex-4c"]).first)
    #expect(export["data_rows"] == "4" && export["unparseable_rows"] == "1")
    let findings = try workspace.table("findings").rows(where: ["severity": "error"])
    #expect(findings.contains { $0["line"] == "5" && $0["value"] == "(text, not a figure)" })
  }

  @Test func `2 where a file is missing or is a folder`() async throws {
    let workspace = try await WorkedExamples.workspace
    for path in ["data/exports/nowhere.csv", "data/exports"] {
      let check = try await workspace.weir("check", path)
      #expect(check.status == 2, "\(path)")
      #expect((check.output + check.errors).contains("\(path): error: "), "\(path)")
    }
  }

  @Test func `3 where mapping files are at fault, with all their faults at once`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let words = workspace.file("mappings/providers/words.csv")
    try Data("word,colour\n".utf8).write(to: words)
    let groups = workspace.file("mappings/categories/client-groups.csv")
    try Data("code,colour\n".utf8).write(to: groups)
    let run = try await workspace.weir("run")
    #expect(run.status == 3 && run.output == "")
    #expect(run.errors.contains("mappings/providers/words.csv:1"))
    #expect(run.errors.contains("mappings/categories/client-groups.csv:1"))
    #expect(!FileManager.default.fileExists(atPath: workspace.file("data/pools").path))
    #expect(try await workspace.weir("codes", "lint").status == 3)
  }

  @Test func `3 where there is no run yet, with what to do`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let commands = [
      ["report"], ["status"], ["codes", "list"], ["providers", "list"], ["pools", "list"],
      ["pools", "show", "x"], ["trace", "x"],
    ]
    for arguments in commands {
      let ending = try await WeirProgram.run(arguments, in: workspace.url)
      #expect(ending.status == 3, "\(arguments)")
      #expect(ending.errors.contains("no run yet; start one with: weir run"), "\(arguments)")
    }
  }

  @Test func `4 while another run holds the workspace`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let lock = unsafe open(workspace.file("data/weir.lock").path, O_RDWR | O_CREAT, 0o644)
    try #require(lock >= 0)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let held = try await workspace.weir("run")
    #expect(held.status == 4 && held.output == "")
    #expect(held.errors.contains("another run holds the workspace"))
    flock(lock, LOCK_UN)
    #expect(try await workspace.weir("run", "--quiet").status == 1)
  }

  @Test(arguments: [
    [], ["run"], ["check"], ["records"], ["lines"], ["codes"], ["codes", "list"],
    ["codes", "lint"], ["providers"], ["providers", "list"], ["providers", "explain"],
    ["providers", "match"], ["pools"], ["pools", "list"], ["pools", "show"], ["trace"],
    ["status"], ["report"],
  ])
  func `every command has help`(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let help = try await WeirProgram.run(arguments + ["--help"], in: folder.url)
    #expect(help.status == 0 && help.errors == "")
    #expect(help.output.contains("USAGE: weir"))
  }
}
