import Foundation
import ImportTestSupport
import Testing

/// What `make install` puts into place can be used as it lies there.
struct InstallTests {
  /// The installed tree, made once for all tests.
  private static let installed = Task { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder()
    let ending = try await WeirProgram.run(
      Workspace.repository.appending(path: ".ci/install-files"),
      [WeirProgram.executable.path, folder.path, "/usr/local"], in: folder.url,
      onlyWith: ProcessInfo.processInfo.environment)
    #expect(ending == .silent)
    return folder
  }

  private static func file(_ path: String) async throws -> URL {
    try await installed.value.url.appending(path: "usr/local/\(path)")
  }

  private static func pages(_ section: Int) async throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: try await file("share/man/man\(section)").path
    ).sorted()
  }

  /// The first of the programs that this machine has.
  private static func program(_ names: String...) -> URL? {
    names.map { URL(filePath: "/usr/bin/\($0)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  @Test func `each command and each chapter of the manual has a page`() async throws {
    let help = try await WeirProgram.run(
      ["--help"], in: FileManager.default.temporaryDirectory)
    let commands = help.lines.drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 10)
    #expect(
      try await Self.pages(1) == (commands.map { "weir-\($0).1" } + ["weir.1"]).sorted())
    #expect(
      try await Self.pages(7) == ["weir-findings.7", "weir-mappings.7", "weir-unattended.7"])
  }

  @Test(
    .enabled("neither mandoc nor groff is installed") { program("mandoc", "groff") != nil })
  func `no manual page has a fault of form`() async throws {
    let formatter = try #require(Self.program("mandoc", "groff"))
    let check =
      formatter.lastPathComponent == "mandoc"
      ? ["-T", "lint", "-W", "warning"] : ["-man", "-ww", "-z", "-Kutf8"]
    for section in [1, 7] {
      for page in try await Self.pages(section) {
        let path = try await Self.file("share/man/man\(section)/\(page)").path
        let verdict = try await WeirProgram.run(
          formatter, check + [path], in: FileManager.default.temporaryDirectory,
          onlyWith: ["PATH": "/usr/bin:/bin"])
        #expect(verdict == .silent, "\(page)")
      }
    }
  }

  @Test(arguments: [
    ("bash", "share/bash-completion/completions/weir"), ("zsh", "share/zsh/site-functions/_weir"),
    ("fish", "share/fish/vendor_completions.d/weir.fish"),
  ])
  func `the completions are sound where their shell is installed`(
    shell: String, path: String
  ) async throws {
    let script = try await Self.file(path)
    #expect(try String(contentsOf: script, encoding: .utf8).contains("workspace"))
    guard let program = Self.program(shell) else { return }
    let verdict = try await WeirProgram.run(
      program, ["-n", script.path], in: FileManager.default.temporaryDirectory,
      onlyWith: ["PATH": "/usr/bin:/bin"])
    #expect(verdict == .silent)
  }

  @Test(arguments: [["--example"], []])
  func `the installed program makes workspaces of what was installed with it`(
    options: [String]
  ) async throws {
    let folder = try TemporaryFolder()
    let weir = try await Self.file("bin/weir")
    for call in [
      ["init", "--quiet"] + options + ["pools"], ["codes", "lint", "-w", "pools"],
      ["run", "--quiet", "-w", "pools"],
    ] {
      let ending = try await WeirProgram.run(
        weir, call, in: folder.url, onlyWith: ["PATH": "/usr/bin:/bin"])
      #expect(ending.status <= (call.first == "run" ? 1 : 0), "\(call): \(ending)")
    }
    let pools = folder.url.appending(path: "pools/data/pools/pools.csv")
    let published = CSVRows(try String(contentsOf: pools, encoding: .utf8))
    #expect(published.records.isEmpty == options.isEmpty)
  }
}
