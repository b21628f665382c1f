import Foundation
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
    _ = try await workspace.weir("check", Self.path)
    let data = try FileManager.default.contentsOfDirectory(atPath: workspace.file("data").path)
    #expect(data == ["exports"])
  }
}
