import Foundation
import PoolModel
import Testing

@Suite struct ImportCaseTests {
  private static let isUpdating =
    ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  /// Codes that no export and no mapping file can bring about, with what shows them instead.
  private static let shownElsewhere: [FindingCode: String] = [
    // It says that the program itself lost or made money.
    .waterfallUnbalanced: "Waterfall.imbalances in PoolModelTests",
    .migrationUnbalanced: "ControlTotals.findings in BudgetMigrationTests",
  ]

  @Test(arguments: ImportCase.all)
  func `A case gives the findings, the exit code and the files that its folder states`(
    importCase: ImportCase
  ) async throws {
    for (file, actual) in try await CaseOutcome(of: importCase).byFile {
      let isStated = importCase.text(file) != nil
      if Self.isUpdating, isStated || CaseOutcome.neededFiles.contains(file) {
        try importCase.write(actual, to: file)
      } else if isStated {
        #expect(actual == importCase.text(file), "\(importCase.name)/\(file)")
      } else {
        #expect(!CaseOutcome.neededFiles.contains(file), "\(importCase.name) lacks \(file)")
      }
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `Every finding code has a case in which it fires`(code: FindingCode) {
    guard Self.shownElsewhere[code] == nil else { return }
    let folder = ImportCase.all.first { $0.name == code.rawValue }
    let findings = folder?.lines("expected-findings") ?? []
    #expect(findings.contains { $0.hasSuffix("[\(code.rawValue)]") })
  }

  /// The manual's paragraphs by their headings.
  private static func paragraphs() throws -> [String: String] {
    let manual = try String(
      contentsOf: ImportCase.repository.appending(path: "Sources/weir/Manual/Findings.md"),
      encoding: .utf8)
    let parts = manual.split(separator: "\n### ").dropFirst()
    #expect(manual.contains("\n### "))
    return Dictionary(
      parts.map { part in
        (String(part.prefix { $0 != "\n" }), String(part.drop { $0 != "\n" }.dropFirst()))
      }, uniquingKeysWith: { first, again in "twice: \(first)\(again)" })
  }

  @Test func `The manual has a paragraph for every finding code, and for no other`() throws {
    #expect(try Self.paragraphs().keys.sorted() == FindingCode.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: FindingCode.allCases)
  func `A paragraph says how much its finding matters and who acts, and then what to do`(
    code: FindingCode
  ) throws {
    let paragraph = try Self.paragraphs()[code.rawValue, default: ""]
    let severity = code.severity.rawValue
    let beginning =
      "*\(severity.prefix(1).uppercased() + severity.dropFirst()). "
      + "The \(code.responsible.rawValue) acts.* "
    #expect(paragraph.hasPrefix(beginning))
    #expect(paragraph.count > beginning.count + 100)
  }
}
