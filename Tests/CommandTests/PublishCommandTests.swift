import Foundation
import ImportTestSupport
import Testing

/// `weir publish`, over a workspace whose pools are a run's.
struct PublishCommandTests {
  @Test func `a folder gets the same bytes, and a second time nothing is touched`() async throws {
    let workspace = try await WorkedExamples.workspace
    let folder = try TemporaryFolder()
    let target = folder.path + "/pools"
    let first = try await workspace.weir("publish", "--to", target, "--json")
    #expect(first.status == 0 && first.output.contains("\"outcome\":\"published\""))
    for (name, bytes) in try workspace.published {
      #expect(try Data(contentsOf: URL(filePath: "\(target)/\(name)")) == Data(bytes), "\(name)")
    }
    let second = try await workspace.weir("publish", "--to", target, "--quiet")
    #expect(second.status == 0 && second.output == "" && second.errors == "")
    let third = try await workspace.weir("publish", "--to", target)
    #expect(third.errors.contains("already"))
  }

  @Test func `a workspace without pools says how to get them`() async throws {
    let folder = try TemporaryFolder()
    let ending = try await WeirProgram.run(
      ["publish", "--to", folder.path + "/pools"], in: folder.url)
    #expect(ending.status == 3 && ending.errors.contains("weir run"))
  }

  @Test(arguments: ["", "sqlite:"])
  func `a target without a path is refused`(target: String) async throws {
    let workspace = try await WorkedExamples.workspace
    let ending = try await workspace.weir("publish", "--to", target)
    #expect(ending.status == 3 && ending.errors.contains("--to names no place"))
  }
}
