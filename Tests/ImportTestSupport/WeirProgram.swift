package import Foundation

/// The built program, run as a user runs it.
package enum WeirProgram {
  /// What a run of the program left.
  package struct Ending: Sendable, Equatable {
    /// The exit code.
    package var status: Int32
    /// What stands on standard output.
    package var output: String
    /// What stands on standard error.
    package var errors: String

    /// A clean end without a word, as cron is to see.
    package static let silent = Ending(status: 0, output: "", errors: "")

    /// The lines of the output.
    package var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// A program to test in place of the one that lies beside the tests.
  private static let stated = ProcessInfo.processInfo.environment["WEIR_BINARY"]

  /// The program: the one that lies beside the test program, unless `WEIR_BINARY` names another.
  package static var executable: URL {
    if let stated { return URL(filePath: stated) }
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "weir")
  }

  /// Runs the program in a folder and waits for its end.
  ///
  /// It lies beside the test program, where the build leaves it, unless `WEIR_BINARY` names another.
  /// `input` is what it finds on standard input.
  package static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = ""
  ) async throws -> Ending {
    try await run(
      executable, arguments, in: folder,
      onlyWith: ProcessInfo.processInfo.environment.merging(environment) { _, stated in stated },
      input: input)
  }

  /// Runs another program, such as a shell that calls Weir, with nothing else in its environment.
  package static func run(
    _ program: URL, _ arguments: [String], in folder: URL,
    onlyWith environment: [String: String], input: String = ""
  ) async throws -> Ending {
    let files = try TemporaryFolder()
    let output = files.url.appending(path: "output")
    let errors = files.url.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    let typed = files.url.appending(path: "input")
    try Data(input.utf8).write(to: typed)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: typed)
    // Files and not pipes: a pipe that nobody empties would stop the program.
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let status = try await ending(of: process)
    return Ending(
      status: status, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Starts the program in a folder and lets it run; what it prints is thrown away.
  package static func start(_ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func ending(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }
}
