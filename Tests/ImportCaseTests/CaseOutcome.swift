import Foundation
import ImportTestSupport
import Testing

/// What came out of a case.
struct CaseOutcome {
  /// The findings, a line each, sorted.
  let findings: String
  /// The last command's exit code.
  let exit: String
  /// The last command's standard output.
  let output: String
  /// Its standard error.
  let errors: String
  /// The rows of all rejects, one file after the other.
  let rejects: String
  /// `pools.csv` as published; empty where nothing is.
  let pools: String

  /// Does the case's steps in a workspace of its own.
  init(of importCase: ImportCase) async throws {
    let workspace = try CaseWorkspace(of: importCase)
    let steps = importCase.lines("command")
    var ending: WeirProgram.Ending?
    for step in steps { ending = try await workspace.step(step) }
    let last = try #require(ending)
    var told = last.output + last.errors
    if steps.last?.hasPrefix("run") == true {
      // The report of a run sums its findings up; this command gives each in full.
      told = last.errors + (try await workspace.step("report --findings")?.output ?? "")
    }
    findings = told.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter(CaseOutcome.isFinding).sorted().map { $0 + "\n" }.joined()
    exit = "\(last.status)\n"
    output = last.output
    errors = last.errors
    rejects = try workspace.rejects()
    pools = workspace.text("data/pools/pools.csv") ?? ""
  }

  /// `place: severity: what is the matter; what to do [code]`.
  private static func isFinding(_ line: String) -> Bool {
    line.hasSuffix("]")
      && [": error: ", ": warning: ", ": info: "].contains(where: line.contains)
  }

  /// What each file of a case folder must hold.
  var byFile: [(file: String, text: String)] {
    [
      ("expected-findings", findings), ("expected-exit", exit), ("expected-stdout", output),
      ("expected-stderr", errors),
      ("expected-rejects.csv", rejects), ("expected-pools.csv", pools),
    ]
  }

  /// The files without which a case shows nothing.
  static let neededFiles: Set<String> = ["expected-findings", "expected-exit"]
}
