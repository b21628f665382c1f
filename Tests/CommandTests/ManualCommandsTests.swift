import Foundation
import ImportTestSupport
import Testing

/// The manual's chapter on commands holds every command and every option that the program has.
struct ManualCommandsTests {
  /// What ArgumentParser tells of a command, as far as the manual must have it.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        var kind: String
        var name: String
      }
      var names: [Name]?
      var long: [String] { (names ?? []).filter { $0.kind == "long" }.map { "--\($0.name)" } }
    }

    var commandName: String
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// The options of the command and of those below it.
    var options: Set<String> {
      Set((arguments ?? []).flatMap(\.long) + (subcommands ?? []).flatMap(\.options))
    }
  }

  private struct Help: Decodable { var command: Command }

  /// The chapter by its headings; what stands before the first has none.
  private static func sections() throws -> [String: String] {
    let text = try String(
      contentsOf: Workspace.repository.appending(path: "Sources/weir/Manual/Commands.md"),
      encoding: .utf8)
    let parts = ("\n" + text).split(separator: "\n## ", omittingEmptySubsequences: false)
    return Dictionary(
      uniqueKeysWithValues: parts.enumerated().map { place, part in
        let heading = place == 0 ? "" : String(part.prefix { $0 != "\n" })
        return (heading.replacing("`", with: ""), String(part))
      })
  }

  private static func commands() async throws -> [Command] {
    let folder = try TemporaryFolder()
    let help = try await WeirProgram.run(["--experimental-dump-help"], in: folder.url)
    let all = try JSONDecoder().decode(Help.self, from: Data(help.output.utf8))
    return try #require(all.command.subcommands).filter { $0.commandName != "help" }
  }

  @Test func `each command has a section of its own, and each section a command`() async throws {
    let headings = try Self.sections().keys.filter { !$0.isEmpty }.sorted()
    #expect(headings == (try await Self.commands()).map { "weir \($0.commandName)" }.sorted())
  }

  @Test func `each option stands in the section of its command, or is one that all take`()
    async throws
  {
    let sections = try Self.sections()
    let shared: Set = ["--workspace", "--quiet", "--help", "--version"]
    for option in shared.subtracting(["--version"]) {
      #expect(sections["", default: ""].contains("`\(option)`"), "\(option)")
    }
    for command in try await Self.commands() {
      let section = sections["weir \(command.commandName)", default: ""]
      for part in command.subcommands ?? [] {
        #expect(section.contains(part.commandName), "\(command.commandName) \(part.commandName)")
      }
      for option in command.options.subtracting(shared).sorted() {
        let pattern = try Regex("\(option)(?![a-z-])")
        #expect(section.contains(pattern), "weir \(command.commandName) \(option)")
      }
    }
  }

  @Test func `each key of a checked export stands in the manual`() async throws {
    let workspace = try await WorkedExamples.workspace
    let check = try await workspace.weir(
      "check", "--json", "--without-sources",
      "data/exports/south-birmingham-pct/expenditure-2009-10.csv")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
    let section = try Self.sections()["weir check", default: ""]
    #expect(object.count > 20)
    for key in object.keys.sorted() { #expect(section.contains("`\(key)`"), "\(key)") }
  }
}
