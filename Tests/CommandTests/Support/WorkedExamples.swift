import Foundation
import Glibc
import ImportTestSupport
import Synchronization

/// The worked examples after one run, for the tests that only look at them.
enum WorkedExamples {
  /// The workspace and what its run left.
  struct Finished {
    var workspace: Workspace
    var run: WeirProgram.Ending
  }

  private static let run = Task {
    let workspace = try Workspace.ofWorkedExamples()
    removeAtExit(workspace.url)
    return Finished(workspace: workspace, run: try await workspace.weir("run"))
  }

  /// The workspace, run by whoever asks first.
  static var finished: Finished { get async throws { try await run.value } }

  /// The workspace alone.
  static var workspace: Workspace { get async throws { try await run.value.workspace } }

  private static let folder = Mutex<URL?>(nil)

  /// What a static property holds is never let go of, so its folder would stay.
  private static func removeAtExit(_ url: URL) {
    folder.withLock { $0 = url }
    atexit {
      guard let url = WorkedExamples.folder.withLock({ $0 }) else { return }
      try? FileManager.default.removeItem(at: url)
    }
  }
}
