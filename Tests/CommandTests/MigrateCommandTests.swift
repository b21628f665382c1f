import Foundation
import ImportTestSupport
import Testing

/// `weir migrate` over the repository's made-up legacy budget, and over a real ledger that changed.
struct MigrateCommandTests {
  private func files(of migration: String, in workspace: Workspace) throws -> [String: Data] {
    let folder = workspace.file("data/migrations/\(migration)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  private func table(_ name: String, of migration: String, in workspace: Workspace) throws
    -> CSVRows
  {
    let path = workspace.file("data/migrations/\(migration)/\(name).csv").path
    return CSVRows(try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func `three months of a CCG and nine of its ICB make the year, twice the same`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    let first = try await workspace.weir("migrate", "ccg-to-icb-2022")
    #expect(first.status == 0 && first.errors == "")
    let written = try files(of: "ccg-to-icb-2022", in: workspace)
    let totals = try table("control-totals", of: "ccg-to-icb-2022", in: workspace)
    let after = totals.rows(where: ["stage": "after"])
    #expect(after.map { $0["body"] } == ["ICB-QU9"] && after.map { $0["days"] } == ["365"])
    #expect(after.map { $0["carried"] } == ["71876852.25"])
    let again = try await workspace.weir("migrate", "ccg-to-icb-2022")
    #expect(again.output == first.output)
    #expect(try files(of: "ccg-to-icb-2022", in: workspace) == written)
  }

  @Test func `a signature holds until the budget changes, and the way back needs no budget`()
    async throws
  {
    let workspace = try Workspace.ofWorkedExamples()
    let signed = try await workspace.weir(
      "migrate", "ccg-to-icb-2022", "--sign-off", "--by", "A Clerk", "--on", "2022-08-01")
    #expect(signed.status == 0)
    #expect(signed.output.contains("signed by A Clerk on 2022-08-01"))
    let back = try await workspace.weir("migrate", "ccg-to-icb-2022", "--reverse")
    let month = CSVRows(back.output)
      .rows(where: ["body": "CCG-10Q", "code": "52161072", "covers_from": "2022-05-01"])
    #expect(back.status == 0 && month.map { $0["pounds"] } == ["412300.50"])
    let restated = "data/migrations/ccg-to-icb-2022/restated.csv"
    let edited = try String(contentsOf: workspace.file(restated), encoding: .utf8)
      .replacing("412300.50", with: "412300.51")
    try Data(edited.utf8).write(to: workspace.file(restated))
    let wrong = try await workspace.weir("migrate", "ccg-to-icb-2022", "--reverse")
    #expect(wrong.status == 1 && wrong.errors.hasPrefix("restated.csv is not the file"))
    let blank = try await workspace.weir(
      "migrate", "ccg-to-icb-2022", "--sign-off", "--by", " ", "--on", "2022-08-01")
    #expect(blank.status != 0 && blank.errors.contains("--sign-off needs --by"))
    let description = workspace.file("data/migrations/ccg-to-icb-2022/datapackage.json")
    let kept = try Data(contentsOf: description)
    try FileManager.default.removeItem(at: description)
    let unproved = try await workspace.weir("migrate", "ccg-to-icb-2022", "--reverse")
    #expect(unproved.status == 1 && unproved.errors.hasPrefix("nothing says whether"))
    try kept.write(to: description)
    try Data("Account,Heading,Budget\n52161071,Funded nursing care,1\n".utf8)
      .write(to: workspace.file("data/legacy/ccg-to-icb-2022/nhs-bob-icb/budget-2022-23.csv"))
    let changed = try await workspace.weir("migrate", "ccg-to-icb-2022")
    #expect(changed.status == 1 && changed.output.contains("[sign-off-outdated]"))
  }

  private static let shared = Workspace.repository.appending(path: "../shared").standardizedFileURL
  private static let isLedgerThere = FileManager.default
    .fileExists(atPath: shared.appending(path: "exports-extra/warwickshire-county-council").path)

  /// Nine files of November 2011 to March 2012, counted by another program too: £92,431,250.16, of
  /// which £16,884,825.58 under ten codes of adult social care.
  @Test(.enabled(if: isLedgerThere, "the real exports lie beside the repository, not in it"))
  func `a real ledger that changed service by service is restated from both of its files`()
    async throws
  {
    let workspace = try Workspace.withoutExports()
    let publisher = "warwickshire-county-council"
    for folder in ["exports", "exports-extra"] {
      let path = Self.shared.appending(path: "\(folder)/\(publisher)")
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path)
      where name.hasPrefix("old-") || name.hasPrefix("new-") {
        try workspace.add(
          path.appending(path: name), as: "data/exports/\(publisher)/\(name)")
      }
    }
    let migration = "warwickshire-ledger-2012"
    let ending = try await workspace.weir("migrate", migration)
    #expect(ending.status == 1)
    let totals = try table("control-totals", of: migration, in: workspace)
    let before = totals.rows(where: ["stage": "before"])
    let after = totals.rows(where: ["stage": "after"])
    #expect(before.reduce(0) { $0 + pence($1["total"]) } == 9_243_125_016)
    #expect(before.reduce(0) { $0 + pence($1["carried"]) } == 1_688_482_558)
    #expect(after.reduce(0) { $0 + pence($1["carried"]) } == 1_688_482_558)
    let findings = try table("findings", of: migration, in: workspace)
    #expect(!findings.rows(where: ["code": "cutover-crossed"]).isEmpty)
  }

  private func pence(_ pounds: String?) -> Int {
    Int((pounds ?? "").replacing(".", with: "")) ?? 0
  }
}
