import Foundation
import Testing

/// Every command that README and manual show runs as it stands there.
struct ManualExamplesTests {
  @Test(arguments: ["README.md", "Sources/weir/Manual/Commands.md"])
  func `every example of the manual runs`(path: String) async throws {
    let text = try String(
      contentsOf: Workspace.repository.appending(path: path), encoding: .utf8)
    let examples = Self.examples(in: text)
    #expect(examples.count > 5)
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    try Data("record_id,source,name\n1,a,Larkenby House Ltd.\n".utf8)
      .write(to: workspace.file("names.csv"))
    for example in examples {
      let ending = try await WeirProgram.run(Self.words(of: example), in: workspace.url)
      #expect(ending.status <= 1, "\(example): \(ending.errors)")
      #expect(!ending.errors.contains("Error: "), "\(example): \(ending.errors)")
    }
  }

  /// The lines of shell blocks that call the program.
  private static func examples(in markdown: String) -> [String] {
    var isShell = false
    return markdown.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") { isShell = line == "```sh" }
      return isShell && line.hasPrefix("weir ") ? String(line) : nil
    }
  }

  /// The words after the program's name; a word in quotes may have blanks.
  private static func words(of example: String) -> [String] {
    example.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { place, part in
        place.isMultiple(of: 2)
          ? part.split(separator: " ").map(String.init) : [String(part)]
      }.dropFirst().map { $0 }
  }
}
