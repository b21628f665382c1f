import Foundation
import ImportTestSupport
import Testing

/// `weir guess`: a draft that lints clean and that a run reads by.
struct GuessCommandTests {
  private static let exports = Workspace.repository
    .appending(path: "../shared/exports").standardizedFileURL
  private static let areThere = FileManager.default
    .fileExists(atPath: exports.appending(path: "truth.tsv").path)

  private func add(_ lines: [String], as path: String, to workspace: Workspace) throws {
    let source = workspace.file("source.csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: source)
    try workspace.add(source, as: path)
  }

  @Test func `a draft of two layouts with dates in two orders is what a run reads by`()
    async throws
  {
    let workspace = try Workspace.withoutExports()
    let folder = "data/exports/eastmere-council"
    try add(
      [
        "Supplier Name,Payment Date,Net Amount,Expense Type",
        "Larkenby Care Ltd,13/04/2009,100.00,Home care",
      ], as: "\(folder)/2009-04.csv", to: workspace)
    try add(
      [
        "Supplier Name,Payment Date,Net Amount,Expense Type",
        "Larkenby Care Ltd,05/13/2009,50.00,Home care",
      ], as: "\(folder)/2009-05.csv", to: workspace)
    try add(
      ["Payments over 500", "Vendor,Date Paid,Value", "Overdale Homes Ltd,2010-05-13,25.00"],
      as: "\(folder)/2010-05.csv", to: workspace)
    let files = ["2009-04", "2009-05", "2010-05"].map { "\(folder)/\($0).csv" }
    let guess = try await workspace.weir(
      "guess", "--output", "mappings/sources/eastmere-council.yaml", files[0], files[1], files[2])
    #expect(guess.status == 0 && guess.output == "" && guess.errors == "")
    let draft = try String(
      contentsOf: workspace.file("mappings/sources/eastmere-council.yaml"), encoding: .utf8)
    #expect(draft.contains("layout: payments-2009-04"))
    #expect(draft.contains("layout: payments-2010-05"))
    #expect(draft.contains(#"  - {file: "2009-05.csv", date-order: month-first}"#))
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status <= 1 && run.errors == "")
    let kept = try workspace.table("exports").rows
      .filter { $0["publisher"] == "eastmere-council" }
    #expect(kept.count == 3)
  }

  private static func size(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  @Test func `the exports of a folder are drafted beside a source file that is still empty`()
    async throws
  {
    let workspace = try Workspace.withoutExports()
    try add(
      ["Supplier,Payment Date,Amount", "Larkenby Care Ltd,13/04/2009,1.00"],
      as: "data/exports/eastmere-council/2009-04.csv", to: workspace)
    // The shell makes the file that a draft is sent to before the program starts.
    try Data().write(to: workspace.file("mappings/sources/eastmere-council.yaml"))
    let guess = try await workspace.weir("guess", "data/exports/eastmere-council")
    #expect(guess.status == 0 && guess.errors == "")
    #expect(guess.output.contains("publisher: \"eastmere-council\""))
  }

  @Test func `without a folder the publisher is asked for`() async throws {
    let workspace = try Workspace.withoutExports()
    try add(["Supplier,Amount", "Larkenby Care Ltd,1.00"], as: "2009-04.csv", to: workspace)
    let guess = try await workspace.weir("guess", "2009-04.csv")
    #expect(guess.status == 3)
    #expect(guess.errors.contains("name the publisher with --publisher"))
  }

  @Test func `a draft never overwrites a file that is there`() async throws {
    let workspace = try Workspace.withoutExports()
    try add(
      ["Supplier,Payment Date,Amount", "Larkenby Care Ltd,13/04/2009,1.00"],
      as: "data/exports/eastmere-council/2009-04.csv", to: workspace)
    let guess = try await workspace.weir(
      "guess", "--output", "mappings/organisations.csv",
      "data/exports/eastmere-council/2009-04.csv")
    #expect(guess.status == 3)
    #expect(guess.errors.contains("cannot be written"))
  }

  /// `make score-exports` does the same for all files; with the tests' slow build the large ones
  /// would take ten minutes.
  private static let largestSize = 150_000

  @Test(.enabled(if: areThere, "the real exports lie beside the repository, not in it"))
  func `a draft for each of the real publishers lints clean and reads their small files`()
    async throws
  {
    let publishers = try FileManager.default.contentsOfDirectory(atPath: Self.exports.path)
      .filter { !$0.contains(".") }.sorted()
    #expect(publishers.count > 30)
    for publisher in publishers {
      let workspace = try Workspace.withoutExports()
      let draft = workspace.file("draft.yaml")
      let folder = Self.exports.appending(path: publisher)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .map { folder.appending(path: $0).path }.filter { try Self.size(of: $0) < Self.largestSize }
      guard !files.isEmpty else { continue }
      _ = try await WeirProgram.run(["guess", "--output", draft.path] + files, in: workspace.url)
      try workspace.add(draft, as: "mappings/sources/\(publisher).yaml")
      let check = try await WeirProgram.run(["check", "--json"] + files, in: workspace.url)
      #expect(check.status <= 2, "\(publisher): \(check.errors)")
      #expect(!check.output.contains("layout-guessed"), "\(publisher)")
      #expect(!check.output.contains("header-not-found"), "\(publisher)")
    }
  }
}
