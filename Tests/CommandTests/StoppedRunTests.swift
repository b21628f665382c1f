import Foundation
import Glibc
import ImportTestSupport
import Testing

/// SIGTERM and SIGINT: the first stops a run cleanly, the second one at once.
struct StoppedRunTests {
  /// A workspace whose last run is published, with something new for the next.
  private static func workspaceWithNews() async throws -> Workspace {
    let workspace = try Workspace.ofWorkedExamples()
    #expect(try await workspace.weir("run", "--quiet").status == 1)
    try workspace.append("\n", to: "mappings/organisations.csv")
    return workspace
  }

  @Test(arguments: [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")])
  func `a first signal stops the run with nothing changed`(
    signal: Int32, name: String
  ) async throws {
    let workspace = try await Self.workspaceWithNews()
    let before = try workspace.published
    let run = try StartedRun(workspace)
    run.send(signal)
    let ending = try await run.finish()
    #expect(ending.status == 3 && ending.output == "")
    #expect(
      ending.errors
        == "weir: stopped by \(name): the store and the pools are as before, and the next run "
        + "begins anew\n")
    #expect(try workspace.published == before)
    #expect(try await workspace.weir("run", "--quiet").status == 1)
  }

  @Test func `a second signal ends it at once, and the next run finishes the work`() async throws {
    let workspace = try await Self.workspaceWithNews()
    let before = try workspace.published
    // It waits here, where it asks for no signals.
    let store = try HeldStore(workspace)
    let run = try WeirProgram.start(["run", "--quiet"], in: workspace.url)
    while try Data(contentsOf: workspace.file("data/weir.lock")).isEmpty { usleep(1_000) }
    for _ in 1...2 {
      usleep(400_000)
      kill(run.process, SIGTERM)
    }
    #expect(try await run.ending().status == SIGTERM)
    store.release()
    #expect(try workspace.published == before)
    #expect(try await workspace.weir("run", "--quiet").status == 1)
  }
}
