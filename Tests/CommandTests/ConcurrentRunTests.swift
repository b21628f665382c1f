import Foundation
import Glibc
import ImportTestSupport
import Synchronization
import Testing

/// Runs that start at once, and exports that change while they are read.
struct ConcurrentRunTests {
  @Test(arguments: [2, 8])
  func `of runs at once one wins, and the pools are those of one run alone`(
    count: Int
  ) async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let runs = try (0..<count).map { _ in
      try WeirProgram.start(["run", "--quiet"], in: workspace.url)
    }
    var endings: [WeirProgram.Ending] = []
    for run in runs { endings.append(try await run.ending()) }
    // Whoever comes when the winner is done finds nothing new, and ends as it did.
    #expect(endings.contains { $0.status == 1 })
    for ending in endings where ending.status != 1 {
      #expect(ending.status == 4)
      #expect(ending.errors.contains("data/weir.lock: another run holds the workspace"))
    }
    #expect(try workspace.published == (try await WorkedExamples.finished.workspace.published))
  }

  @Test func `who comes second is told who holds the workspace, and since when`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    try workspace.append("\n", to: "mappings/organisations.csv")
    let run = try StartedRun(workspace)
    let second = try await workspace.weir("run")
    #expect(second.status == 4)
    let stated = try Regex(
      #"holds the workspace \(process \#(run.process), started 20\d\d-\d\d-\d\d [\d:]{8} UTC\)"#)
    #expect(second.errors.contains(stated))
    let status = try await workspace.weir("status")
    #expect(status.errors.contains("process \(run.process), started 20"))
    #expect(try await run.finish().status == 1)
    #expect(!(try await workspace.weir("status")).errors.contains("holds the workspace"))
  }

  @Test func `an export replaced while it is read is read again, and the ledger notes its bytes`()
    async throws
  {
    let export = "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv"
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    try workspace.append("\n", to: "mappings/organisations.csv")
    let undisturbed = try Workspace.ofWorkedExamples()
    _ = try await undisturbed.weir("run", "--quiet")
    try undisturbed.append("\n", to: "mappings/organisations.csv")
    let run = try StartedRun(workspace)
    for each in [workspace, undisturbed] {
      let text = try String(contentsOf: each.file(export), encoding: .utf8)
      try Data(text.replacing("£0.375m", with: "£0.385m").utf8).write(to: each.file(export))
    }
    let ending = try await run.finish()
    #expect(ending.status == (try await undisturbed.weir("run", "--quiet").status))
    #expect(try workspace.published == undisturbed.published)
  }

  /// Whether a test still writes.
  private final class Growing: Sendable {
    let goesOn = Atomic(true)
  }

  @Test func `an export that does not stop growing leaves everything as it was`() async throws {
    let export = "data/exports/birmingham-city-council/payments-2009-10.csv"
    let workspace = try Workspace.ofWorkedExamples()
    _ = try await workspace.weir("run", "--quiet")
    let before = try workspace.published
    try workspace.append("\n", to: "mappings/organisations.csv")
    let run = try StartedRun(workspace)
    let isGrowing = Growing()
    let growing = Thread {
      while isGrowing.goesOn.load(ordering: .relaxed) {
        try? workspace.append("\r\n", to: export)
        usleep(1_000)
      }
    }
    growing.start()
    let ending = try await run.finish()
    isGrowing.goesOn.store(false, ordering: .relaxed)
    #expect(ending.status == 3)
    #expect(ending.errors.contains("\(export): changed while being read"))
    #expect(try workspace.published == before)
  }

  @Test(arguments: [-2_000_000_000.0, 2_000_000_000.0])
  func `times of files count for nothing, their bytes do`(seconds: Double) async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let day = Date(timeIntervalSince1970: 1_800_000_000 + seconds)
    for path in try workspace.exports { try workspace.setTime(of: path, to: day) }
    _ = try await workspace.weir("run", "--quiet")
    #expect(try workspace.published == (try await WorkedExamples.finished.workspace.published))
    #expect(try await workspace.weir("run").errors == "nothing new since the last run\n")
    let export = try #require(workspace.exports.first)
    try workspace.append("\r\n", to: export)
    try workspace.setTime(of: export, to: day)
    #expect(!(try await workspace.weir("run")).errors.contains("nothing new"))
  }
}
