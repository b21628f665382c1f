import Foundation
import ImportTestSupport
import Testing

/// Each line of a memorandum account drills to its lines: what `weir trace` prints of it adds up to it.
struct MemorandumTraceTests {
  /// The lines that are worked out from other lines of the account.
  private static let workedOut: Set<String> = [
    "brought-forward", "net", "share", "carried-forward",
  ]

  private static let casesWithPools = ImportCase.all.filter { importCase in
    importCase.lines("command").first?.hasPrefix("run") == true
      && FileManager.default.fileExists(
        atPath: importCase.folder.appending(path: "mappings/pools").path)
  }

  @Test(arguments: casesWithPools)
  func `a traced line adds up to what the account says`(importCase: ImportCase) async throws {
    let workspace = try CaseWorkspace(of: importCase)
    for step in importCase.lines("command") { _ = try await workspace.step(step) }
    let pools = try await workspace.step("pools list --json")?.output ?? ""
    for pool in pools.split(separator: "\n") {
      let account = try JSONDecoder().decode(Account.self, from: Data(pool.utf8))
      for line in account.memorandum where !Self.workedOut.contains(line.section) {
        let trace = try #require(
          try await workspace.step("trace \(account.pool) --line \(line.line) --quiet"))
        let pence = trace.output.split(separator: "\n").dropFirst().map(Self.pence).reduce(0, +)
        if let stated = line.amount?.pence {
          #expect(pence == stated, "\(account.pool) \(line.line)")
        }
      }
    }
  }

  /// The sixth cell; no case has a file with a comma in its name.
  private static func pence(_ row: Substring) -> Int {
    let pounds = row.split(separator: ",", omittingEmptySubsequences: false)[5]
    return Int(pounds.filter { $0 != "." }) ?? 0
  }

  private struct Account: Decodable {
    var pool: String
    var memorandum: [Line]
  }

  private struct Line: Decodable {
    var section: String
    var line: String
    var amount: Amount?
  }

  private struct Amount: Decodable {
    var pence: Int?
  }
}
