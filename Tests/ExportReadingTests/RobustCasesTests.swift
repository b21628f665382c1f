import ExportReading
import Foundation
import Testing

@testable import weir_bench

/// The reader on public suites for reading CSV, which are no part of the repository.
///
/// Where the suites state an opinion that Weir does not share, `robust-differences.csv` lists the
/// case with the reason, which ``DifferenceReason`` explains.
struct RobustCasesTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  private static let cases = folder.appending(path: "../../../shared/robust/cases.jsonl")
    .standardizedFileURL
  private static let areCasesThere = FileManager.default.fileExists(atPath: cases.path)

  @Test(.enabled(if: areCasesThere, "the suites lie beside the repository, not in it"))
  func `every case is read as its suite says, or is listed with the reason`() throws {
    let temporary = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    let score = try CaseScore(casesAt: Self.cases.path, in: temporary.path)
    let found = score.differences.map { "\($0.suite),\($0.id),\($0.reason)" }
    let listed = try Self.listed()
    #expect(found.filter { !listed.contains($0) } == [], "not listed")
    #expect(listed.filter { !found.contains($0) } == [], "listed, and no longer so")
    #expect(score.suites.flatMap(\.verdicts).count > 200)
  }

  @Test func `every reason of the list is one that the score knows`() throws {
    let reasons = Set(
      try Self.listed().map { $0.split(separator: ",").last.map(String.init) ?? "" })
    #expect(reasons.isSubset(of: DifferenceReason.allCases.map(\.rawValue)))
  }

  private static func listed() throws -> [String] {
    let list = folder.appending(path: "robust-differences.csv")
    return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").dropFirst()
      .map(String.init)
  }
}
