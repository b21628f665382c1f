import Foundation
import ImportTestSupport
import Testing

/// Every command that README and manual show runs as it stands there, and prints what stands there.
struct ManualExamplesTests {
  @Test(arguments: ["README.md", "Sources/weir/Manual/Commands.md"])
  func `every example of the manual runs`(path: String) async throws {
    let examples = try ManualExample.all(in: path)
    #expect(examples.count > 5)
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    try Data("record_id,source,name\n1,a,Larkenby House Ltd.\n".utf8)
      .write(to: workspace.file("names.csv"))
    try FileManager.default.copyItem(
      at: workspace.file("mappings"), to: workspace.file("mappings-before"))
    for example in examples {
      let ending = try await WeirProgram.run(example.arguments, in: workspace.url)
      #expect(ending.status <= 1, "\(example.command): \(ending.errors)")
      #expect(!ending.errors.contains("Error: "), "\(example.command): \(ending.errors)")
      if let output = example.output {
        #expect(
          ManualExample.shows(output, ending.lines), "\(example.command): \(ending.output)")
      }
    }
  }

  @Test(arguments: [
    (["a", "b"], true), (["a", "…"], true), (["…", "c"], true), (["a", "…", "c"], true),
    (["…", "b", "…"], true), (["…", "a", "b", "…", "c", "…"], true), (["…"], true),
    (["a"], false), (["b", "…"], false), (["…", "b"], false), (["a", "c"], false), ([], false),
  ])
  func `an ellipsis of an example stands for any lines, and nothing else does`(
    shown: [String], isShown: Bool
  ) {
    let lines = shown == ["a", "b"] ? ["a", "b"] : ["a", "b", "c"]
    #expect(ManualExample.shows(shown, lines) == isShown)
  }
}
