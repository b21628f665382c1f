import ArgumentParser
import FoundationEssentials

/// `weir-bench score-robust`: Weir over the public suites for reading CSV.
struct ScoreRobustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-robust",
    abstract: "Scores Weir on public suites: parser cases, Pollock and Strudel.",
    discussion: """
      Needs the folder robust/ of the shared folder, and the built weir beside this program. \
      Everything is read by its path alone, without a source file.
      """)

  @Option(help: "The shared folder.")
  var shared = "../shared"

  @Flag(help: "Names every case and file that is not read as its suite says.")
  var differences = false

  func run() throws {
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/weir-robust-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try printCases(folder)
    try printPollock(folder)
    try printStrudel(folder)
  }

  private func printStrudel(_ folder: String) throws {
    let score = try ScoreStrudel(
      folder: "\(shared)/robust/strudel",
      using: ChildProcess(temporaryFolder: folder, errorsApart: true))
    print("## Strudel, \(score.tables) tables labelled line by line: F1 by class\n")
    print("\(score.table)\n")
  }

  private func printCases(_ folder: String) throws {
    let score = try CaseScore(casesAt: "\(shared)/robust/cases.jsonl", in: folder)
    print("## Cases of public suites\n\n\(score.table)\n")
    print(
      """
      Peers, of 214 comparable cases of the full suites: Python csv 175, libcsv 168, DuckDB 164, \
      polars 162, libcsv strict 155.

      """)
    guard differences else { return }
    for difference in score.differences {
      print("- \(difference.suite) \(difference.id): \(difference.reason)")
    }
    print("")
  }

  private func printPollock(_ folder: String) throws {
    guard let weir = Machine.weirPath else { throw BenchError("no weir beside weir-bench") }
    let score = try PollockScore(
      folder: "\(shared)/robust/pollock", weir: weir,
      using: ChildProcess(temporaryFolder: folder, errorsApart: true))
    print("## Pollock, path only\n")
    for standing in PollockScore.Standing.allCases {
      print("- \(standing.rawValue): \(score.count(standing))")
    }
    print("\n\(score.table)\n")
    print(
      """
      Peers, over all 2,290 files: libcsv 9.948, path only; DuckDB 1.2 9.962, given the \
      parameters, with 1,345 files that differ from the truth in silence.

      """)
    guard differences else { return }
    for outcome in score.outcomes where outcome.standing != .exact {
      print("- \(outcome.file): \(outcome.standing.rawValue)")
      print(outcome.messages.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    }
  }
}
