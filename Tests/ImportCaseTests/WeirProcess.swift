import Foundation

/// The built program, as its users call it.
enum WeirProcess {
  /// What one call gave.
  struct Result {
    var exit: Int32
    var output: String
    var messages: String
  }

  /// Beside the test program, where the build leaves it, unless `WEIR_BINARY` names another.
  private static let program: URL = {
    if let stated = ProcessInfo.processInfo.environment["WEIR_BINARY"] {
      return URL(filePath: stated)
    }
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "weir")
  }()

  /// Calls `weir` with arguments in a folder and waits for its end.
  static func run(_ arguments: [String], in folder: URL) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    // A case says less on standard error than a pipe holds, so that one is read after the other.
    let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
    let messageBytes = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      exit: process.terminationStatus, output: String(decoding: outputBytes, as: UTF8.self),
      messages: String(decoding: messageBytes, as: UTF8.self))
  }
}
