import Foundation
import ImportTestSupport
import Testing

/// The example in a command's help runs as it stands there.
struct HelpExamplesTests {
  /// The arguments of the example in the help of a command.
  private func example(_ command: [String], in workspace: Workspace) async throws -> [String] {
    let help = try await WeirProgram.run(command + ["--help"], in: workspace.url)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.contains("Example: weir ") })
    let text =
      lines[first...].prefix { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: " ").split(separator: "Example: ", maxSplits: 1).last ?? ""
    return ManualExample(command: String(text)).arguments
  }

  @Test(arguments: ["merge", "split", "review", "decisions"])
  func `the example in the help of a command that decides runs`(name: String) async throws {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let arguments = try await example(["providers", name], in: workspace)
    #expect(arguments.prefix(2) == ["providers", name] && arguments.contains("--by"))
    let ending = try await WeirProgram.run(arguments, in: workspace.url)
    #expect(ending.status == 0, "\(ending.errors)")
  }
}
