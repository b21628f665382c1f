import Foundation
import ImportTestSupport
import Testing

/// A new workspace is made as a whole, from shared mappings, and runs.
struct InitCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func weir(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> WeirProgram.Ending {
    try await WeirProgram.run(arguments, in: folder.url, environment: environment)
  }

  /// A folder with the mappings of the repository and no exports.
  private func share() throws -> String {
    let share = folder.url.appending(path: "share")
    try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Workspace.repository.appending(path: "mappings"), to: share.appending(path: "mappings"))
    return share.path
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: path).path
    ).sorted()
  }

  @Test func `a new workspace runs and its rules have no error`() async throws {
    let share = try share()
    let made = try await weir("init", "pools", environment: ["WEIR_SHARE": share])
    #expect(made.status == 0 && made.output == "", "\(made.errors)")
    #expect(try names(in: "pools") == ["data", "mappings"])
    #expect(try names(in: "pools/data") == ["exports"])
    let run = try await weir("run", "--quiet", "--workspace", "pools")
    #expect(run.status <= 1 && run.errors == "", "\(run.errors)")
    let lint = try await weir("codes", "lint", "--workspace", "pools")
    #expect(lint.status <= 1, "\(lint.errors)")
  }

  @Test func `a workspace from a checkout has its exports and gives its pools`() async throws {
    let made = try await weir("init", "--from", Workspace.repository.path, "pools", "--quiet")
    #expect(made.status == 0 && made.errors == "")
    let run = try await weir("run", "--quiet", "--workspace", "pools")
    #expect(run.status == 1, "\(run.errors)")
    let finished = try await WorkedExamples.workspace.published
    for (name, bytes) in finished {
      let path = folder.url.appending(path: "pools/data/pools/\(name)")
      #expect(try Data(contentsOf: path) == bytes, "\(name)")
    }
  }

  @Test func `a dry run makes nothing`() async throws {
    let made = try await weir("init", "--from", try share(), "pools", "--dry-run")
    #expect(made.status == 0 && made.errors.contains("nothing was written"))
    #expect(try names(in: "") == ["share"])
  }

  @Test func `an empty folder is filled, and one that holds anything is left alone`() async throws {
    let share = try share()
    for name in ["empty", "full"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    try folder.write([1], to: "full/note")
    try folder.write([1], to: "file")
    #expect(try await weir("init", "--from", share, "empty/").status == 0)
    #expect(try names(in: "empty") == ["data", "mappings"])
    for place in ["full", "file", "missing/pools", "empty"] {
      let made = try await weir("init", "--from", share, place)
      #expect(made.status == 3 && made.errors.contains("\(place)"), "\(place): \(made.errors)")
    }
    #expect(try names(in: "full") == ["note"])
    #expect(try names(in: "").filter { $0.contains(".new-") } == [])
  }

  @Test func `a folder without mappings is no share`() async throws {
    let made = try await weir("init", "--from", folder.path, "pools")
    #expect(made.status == 3 && made.errors.contains("holds no mappings/"), "\(made.errors)")
    let nowhere = try await weir("init", "pools", environment: ["WEIR_SHARE": ""])
    #expect(nowhere.status == 3 && nowhere.errors.contains("--from"), "\(nowhere.errors)")
  }
}
