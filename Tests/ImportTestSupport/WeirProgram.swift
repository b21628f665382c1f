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
    try await start(arguments, in: folder, environment: environment, input: input).ending()
  }

  /// Runs another program, such as a shell that calls Weir, with nothing else in its environment.
  package static func run(
    _ program: URL, _ arguments: [String], in folder: URL,
    onlyWith environment: [String: String], input: String = ""
  ) async throws -> Ending {
    try await start(program, arguments, in: folder, onlyWith: environment, input: input).ending()
  }

  /// Starts the program as ``run(_:in:environment:input:)`` does, and does not wait for its end.
  package static func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = ""
  ) throws -> Started {
    try start(
      executable, arguments, in: folder,
      onlyWith: ProcessInfo.processInfo.environment.merging(environment) { _, stated in stated },
      input: input)
  }

  private static func start(
    _ program: URL, _ arguments: [String], in folder: URL,
    onlyWith environment: [String: String], input: String
  ) throws -> Started {
    let files = try TemporaryFolder()
    for name in ["output", "errors"] { try Data().write(to: files.url.appending(path: name)) }
    let typed = files.url.appending(path: "input")
    try Data(input.utf8).write(to: typed)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: typed)
    // Files and not pipes: a pipe that nobody empties would stop the program.
    process.standardOutput = try FileHandle(forWritingTo: files.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
    let (ends, ended) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
      ended.yield($0.terminationStatus)
      ended.finish()
    }
    try process.run()
    return Started(program: process, files: files, ends: ends)
  }

  /// The program while it runs.
  package struct Started {
    /// The process, for who wants to know how it ended.
    package let program: Process
    private let files: TemporaryFolder
    private let ends: AsyncStream<Int32>

    fileprivate init(program: Process, files: TemporaryFolder, ends: AsyncStream<Int32>) {
      (self.program, self.files, self.ends) = (program, files, ends)
    }

    /// The number of its process.
    package var process: Int32 { program.processIdentifier }

    /// Whether it has not ended.
    package var isRunning: Bool { program.isRunning }

    /// Waits for its end; the status is the signal's number where one ended it.
    package func ending() async throws -> Ending {
      var status: Int32 = -1
      for await end in ends { status = end }
      return Ending(
        status: status,
        output: try String(contentsOf: files.url.appending(path: "output"), encoding: .utf8),
        errors: try String(contentsOf: files.url.appending(path: "errors"), encoding: .utf8))
    }
  }
}
