import Foundation
import Glibc
import ImportTestSupport
import Testing

/// A `weir run` that a test has stopped in the middle of its transaction, to do something meanwhile.
///
/// What waits here waits by itself and not in the test runner's tasks: those may be busy for seconds.
struct StartedRun {
  private let program: WeirProgram.Started

  /// Starts a run of a workspace that has something new since its last run, and stops it when it has
  /// read what its inputs are and begun to write.
  init(_ workspace: Workspace) throws {
    program = try WeirProgram.start(["run", "--quiet"], in: workspace.url)
    let journal = workspace.file("data/weir.sqlite-journal").path
    while !FileManager.default.fileExists(atPath: journal) {
      try #require(program.isRunning)
      usleep(1_000)
    }
    send(SIGSTOP)
  }

  /// The number of its process.
  var process: Int32 { program.process }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(program.process, signal) }

  /// Lets it go on, and gives how it ends.
  func finish() async throws -> WeirProgram.Ending {
    send(SIGCONT)
    return try await program.ending()
  }
}
