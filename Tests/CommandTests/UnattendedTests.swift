import Foundation
import ImportTestSupport
import Testing

/// The lines for cron and the units for systemd that the manual offers do what it says of them.
struct UnattendedTests {
  private static let manual = Workspace.repository.appending(path: "Sources/weir/Manual")

  private static func example(_ name: String) throws -> String {
    try String(contentsOf: manual.appending(path: "Examples/\(name)"), encoding: .utf8)
  }

  /// The one command of the crontab, less the five fields that say when.
  private static func cronCommand() throws -> String {
    let line = try #require(try example("crontab").split(separator: "\n").last)
    let fields = line.split(separator: " ", maxSplits: 5)
    #expect(fields.prefix(5).joined(separator: " ") == "30 2 * * *")
    return String(try #require(fields.last))
  }

  /// The command as cron runs it: by sh, in the home folder, with hardly any environment.
  private static func night(in workspace: Workspace) async throws -> WeirProgram.Ending {
    let home = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: home.url.appending(path: "weir"), withDestinationURL: WeirProgram.executable)
    let command = try cronCommand().replacing("/srv/pools", with: workspace.url.path)
    return try await WeirProgram.run(
      URL(filePath: "/bin/sh"), ["-c", command], in: home.url,
      onlyWith: [
        "HOME": home.path, "LOGNAME": "weir", "SHELL": "/bin/sh",
        "PATH": "\(home.path):/usr/bin:/bin",
      ])
  }

  @Test func `the manual shows the crontab that lies beside it`() throws {
    let chapter = try String(
      contentsOf: Self.manual.appending(path: "Unattended.md"), encoding: .utf8)
    let lines = try Self.example("crontab").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    #expect(chapter.contains("```crontab\n\(lines)\n```\n"))
  }

  @Test func `the crontab's command publishes, and sends no mail, nor the night after`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    let first = try await Self.night(in: workspace)
    #expect(first == .silent)
    let published = try workspace.published
    #expect(published["datapackage.json"] != nil)
    let second = try await Self.night(in: workspace)
    #expect(second == .silent)
    #expect(try workspace.published == published)
  }

  @Test func `a night with data errors mails the report, every night`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    try workspace.write("data/exports/south-birmingham-pct/notes.csv", "no table\n")
    for _ in 1...2 {
      let night = try await Self.night(in: workspace)
      #expect(night.output.contains("header-not-found"))
    }
  }

  @Test func `a night that cannot run mails why`() async throws {
    let workspace = try Workspace.withoutExports()
    try workspace.write("mappings/thresholds.csv", "publisher,covered\n")
    let night = try await Self.night(in: workspace)
    #expect(night.errors.contains("mappings/thresholds.csv"))
  }

  private static let checker = "/usr/bin/systemd-analyze"

  @Test(
    .enabled("systemd-analyze is not installed") {
      FileManager.default.isExecutableFile(atPath: checker)
    })
  func `systemd finds nothing wrong with the units`() async throws {
    let folder = try TemporaryFolder()
    // Where Weir is not installed, systemd would miss the program that the unit names.
    let service = try Self.example("weir.service")
      .replacing("=/usr/bin/weir ", with: "=\(WeirProgram.executable.path) ")
    try folder.write(Array(service.utf8), to: "weir.service")
    try folder.write(Array(try Self.example("weir.timer").utf8), to: "weir.timer")
    let verdict = try await WeirProgram.run(
      URL(filePath: Self.checker), ["verify", "--man=no", "weir.service", "weir.timer"],
      in: folder.url, onlyWith: ["PATH": "/usr/bin:/bin"])
    #expect(verdict == .silent)
  }

  @Test func `the service runs the command of the crontab`() throws {
    let run = try Self.cronCommand().prefix { $0 != "|" }.trimmingCharacters(in: .whitespaces)
    #expect(try Self.example("weir.service").contains("\nExecStart=/usr/bin/\(run)\n"))
  }
}
