import Foundation
import ImportTestSupport
import Testing

/// `weir check`: what a run would say, without a run.
struct CheckCommandTests {
  private static let path = "data/exports/south-birmingham-pct/expenditure-2009-10.csv"

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `one JSON object a line has the counts and columns of an export`() async throws {
    let check = try await WorkedExamples.workspace.weir("check", "--json", Self.path)
    #expect(check.status == 1 && check.errors == "")
    let object = try #require(try objects(check.output).first)
    let whole = [
      "header_line": 1, "data_rows": 372, "blank_rows": 11, "total_rows": 0, "non_data_rows": 0,
      "unparseable_rows": 0, "net_pence": 904_384_901,
    ]
    for (key, value) in whole { #expect(object[key] as? Int == value, "\(key)") }
    let texts = [
      "file": Self.path, "amount_column": "Value", "date_column": "Paid",
      "supplier_column": "Payee", "reference_column": "Ref", "min_date": "2009-04-01",
      "max_date": "2010-03-30",
    ]
    for (key, value) in texts { #expect(object[key] as? String == value, "\(key)") }
    #expect(object["printed_total_pence"] is NSNull)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["code-unmapped"])
  }

  @Test func `two files give two lines in their order`() async throws {
    let workspace = try await WorkedExamples.workspace
    let other = "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv"
    let check = try await workspace.weir("check", "--json", Self.path, other)
    let files = try objects(check.output).map { $0["file"] as? String }
    #expect(files == [Self.path, other])
  }

  @Test func `for people it is a short paragraph`() async throws {
    let check = try await WorkedExamples.workspace.weir(
      "check", "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv")
    #expect(check.status == 0)
    #expect(
      check.output == """
        data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv: layout annex, header on line 3
          5 rows kept, £5,269,000.00
          1 totals, 0 blank, 2 other, 0 refused

        """)
  }

  @Test func `a check writes nothing into the workspace`() async throws {
    let workspace = try Workspace.ofWorkedExamples()
    let before = try FileManager.default.subpathsOfDirectory(atPath: workspace.url.path).sorted()
    _ = try await workspace.weir("check", Self.path)
    let after = try FileManager.default.subpathsOfDirectory(atPath: workspace.url.path).sorted()
    #expect(after == before)
  }

  @Test func `the listing of lines keeps as many as the report says, none of them not stated`()
    async throws
  {
    let plans = "data/exports/better-care-fund-plans/plans-2015-16.csv"
    let check = try await WorkedExamples.workspace.weir("check", "--lines", plans)
    let rows = check.table.rows(where: ["class": "data"])
    let kept = rows.filter { $0["reason", default: ""].hasPrefix("kept: ") }
    let notStated = rows.filter { $0["reason", default: ""].contains("not stated") }
    #expect(kept.count == 146 && notStated.count == 5 && rows.count == 151)
  }

  @Test func `lines of an export whose amount is not known are listed, and none is kept`()
    async throws
  {
    let plans = "data/exports/better-care-fund-plans/plans-2015-16.csv"
    let check = try await WorkedExamples.workspace.weir(
      "check", "--lines", "--without-sources", plans)
    #expect(check.status == 2 && check.errors.contains("[column-ambiguous]"))
    #expect(check.table.rows.count == 153)
    #expect(check.table.rows(where: ["class": "header"]).map { $0["line"] } == ["2"])
    let rows = check.table.rows(where: ["class": "data"])
    #expect(rows.count > 140)
    #expect(rows.allSatisfy { $0["reason"] == "not kept: its amount is not known" })
  }

  @Test func `with --json the listing is one object a line`() async throws {
    let annex = "data/exports/oxfordshire-annex-4c/annex-4c-2009-10.csv"
    let workspace = try await WorkedExamples.workspace
    let listed = try objects(try await workspace.weir("check", "--lines", "--json", annex).output)
    let table = try await workspace.weir("check", "--lines", annex).table
    #expect(listed.map { $0["class"] as? String } == table.rows.map { $0["class"] })
    #expect(listed.map { $0["reason"] as? String } == table.rows.map { $0["reason"] })
    #expect(listed.map { $0["line"] as? Int } == Array(1...9))
    #expect(listed.allSatisfy { $0["file"] as? String == annex })
  }

  @Test func `an export that only a guess reads is a warning`() async throws {
    let workspace = try Workspace.withoutExports()
    let folder = workspace.file("data/exports/eastmere-council")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("Supplier,Payment Date,Amount\nLarkenby Care Ltd,13/04/2009,1.00\n".utf8)
      .write(to: folder.appending(path: "2009-04.csv"))
    let path = "data/exports/eastmere-council/2009-04.csv"
    let check = try await workspace.weir("check", path)
    #expect(check.status == 1)
    #expect(check.output.contains("a run does not read this export"))
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status == 2)
  }
}
