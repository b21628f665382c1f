import Foundation
import Glibc

/// The worked examples after one run, for the tests that only look at them.
enum WorkedExamples {
  /// The workspace and what its run left.
  struct Finished {
    var workspace: Workspace
    var run: WeirProgram.Ending
  }

  private static let run = Task {
    let workspace = try Workspace.ofWorkedExamples()
    let path = workspace.url
    rememberToRemove(path)
    return Finished(workspace: workspace, run: try await workspace.weir("run"))
  }

  /// The workspace, run by whoever asks first.
  static var finished: Finished { get async throws { try await run.value } }

  /// The workspace alone.
  static var workspace: Workspace { get async throws { try await run.value.workspace } }
}
