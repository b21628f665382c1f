import Foundation
import ImportTestSupport
import Testing

/// `weir providers review` with answers on standard input.
struct ProvidersReviewCommandTests {
  private static let arguments = [
    "providers", "review", "--by", "A Clerk", "--on", "2010-05-03",
  ]

  /// A workspace with three pairs to review.
  private func workspace() async throws -> Workspace {
    let workspace = try Workspace.withoutExports()
    let rows = ["Ashvale", "Dunnock", "Sedgely"].enumerated().flatMap { place, name in
      ["", " Care"].map {
        "5MX,2009-04-01,621318,LD,52161090,Home,Larkenby \(name)\($0) Ltd,C,A,\(place + 1)00.00\n"
      }
    }
    let header =
      "Organisation,Payment Date,Cost Centre,Cost Centre Name,Account,Account Name,Vendor,"
      + "Vendor Type,Document Number,Amount (£)\n"
    let path = workspace.file("data/exports/heart-of-birmingham-teaching-pct/payments.csv")
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((header + rows.joined()).utf8).write(to: path)
    _ = try await workspace.weir("run", "--quiet")
    return workspace
  }

  private func review(
    _ workspace: Workspace, _ input: String, _ more: String...
  ) async throws -> WeirProgram.Ending {
    try await WeirProgram.run(Self.arguments + more, in: workspace.url, input: input)
  }

  private func decisions(_ workspace: Workspace) async throws -> [[String: String]] {
    try await workspace.weir("providers", "decisions", "--quiet").table
      .rows(where: ["decided_by": "A Clerk"])
  }

  @Test func `answers are written at once and the review goes on where it stopped`() async throws {
    let workspace = try await workspace()
    let first = try await review(workspace, "same one home\nquit\n")
    #expect(first.status == 0 && first.errors == "3 pairs were open; 1 written\n")
    #expect(first.output.contains("1 of 3: £300.00 at stake"))
    #expect(first.output.contains("Larkenby Sedgely Care Ltd"))
    let second = try await review(workspace, "d\n two homes\nu nobody knows\n")
    #expect(second.errors == "2 pairs were open; 2 written\n")
    let third = try await review(workspace, "s\n", "--unsure", "--why", "now known")
    #expect(third.output.contains("somebody was unsure before: D-"))
    #expect(third.errors == "1 pairs were open; 1 written\n")
    let rows = try await decisions(workspace)
    #expect(rows.map { $0["decision"] } == ["same", "different", "unsure", "same"])
    #expect(rows.map { $0["reason"] } == ["one home", "two homes", "nobody knows", "now known"])
    #expect(try await review(workspace, "", "--unsure").errors == "0 pairs were open; 0 written\n")
  }

  @Test func `an unclear answer is asked again, and skip, explain and the end write nothing`()
    async throws
  {
    let workspace = try await workspace()
    let ending = try await review(workspace, "perhaps\nexplain\nskip\ns\n\n")
    #expect(ending.status == 0 && ending.errors == "3 pairs were open; 0 written\n")
    #expect(ending.output.contains("please answer with one of these words"))
    #expect(ending.output.contains("words: larkenby sedgely"))
    #expect(ending.output.contains("2 of 3") && ending.output.contains("why? "))
    #expect(try await decisions(workspace).isEmpty)
  }

  @Test func `an answer while a run holds the workspace ends the review`() async throws {
    let workspace = try await workspace()
    let held = try HeldLock(workspace.file("data/weir.lock").path)
    let ending = try await review(workspace, "same x\n")
    withExtendedLifetime(held) {}
    #expect(ending.status == 4)
    #expect(try await decisions(workspace).isEmpty)
  }

  @Test func `a dry run writes nothing`() async throws {
    let workspace = try await workspace()
    let ending = try await review(workspace, "same x\nsame y\nsame z\n", "--dry-run")
    #expect(ending.status == 0 && ending.errors == "3 pairs were open; 0 written\n")
    #expect(try await decisions(workspace).isEmpty)
  }
}
