import Foundation
import ImportTestSupport
import Testing

/// A run over real exports, against a table of figures that people counted by hand.
///
/// Exports and table are no part of the repository. A failing check names file and figures, never
/// a row.
struct RealExportsTests {
  private static let exports = Workspace.repository
    .appending(path: "../shared/exports").standardizedFileURL
  private static let areThere = FileManager.default
    .fileExists(atPath: exports.appending(path: "truth.tsv").path)

  private static let publishers = [
    "devon-county-council", "leeds-city-council", "nhs-barking-dagenham-ccg", "nhs-havering-ccg",
    "nhs-redbridge-ccg", "oxford-city-council", "warwickshire-county-council",
  ]

  private func workspace() throws -> Workspace {
    let workspace = try Workspace.withoutExports()
    for publisher in Self.publishers {
      let folder = Self.exports.appending(path: publisher)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        guard name.hasSuffix(".csv") else { continue }
        try workspace.add(folder.appending(path: name), as: "data/exports/\(publisher)/\(name)")
      }
    }
    return workspace
  }

  private func truth() throws -> [[String: String]] {
    let rows = try String(contentsOf: Self.exports.appending(path: "truth.tsv"), encoding: .utf8)
      .split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let keys = rows.first ?? []
    return rows.dropFirst()
      .map { Dictionary(zip(keys, $0), uniquingKeysWith: { first, _ in first }) }
      .filter { row in
        ["certain", "likely"].contains(row["confidence"])
          && Self.publishers.contains { row["file", default: ""].hasPrefix("\($0)/") }
      }
  }

  @Test(.enabled(if: areThere, "the real exports lie beside the repository, not in it"))
  func `a run over seven publishers keeps what people counted, balances and fills the pool`()
    async throws
  {
    let workspace = try workspace()
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status <= 1 && run.errors == "")
    let compared = try expectCountedFigures(workspace)
    #expect(compared >= 49)
    #expect(
      try workspace.table("findings").rows(where: ["code": "waterfall-unbalanced"]).isEmpty)
    let spending = try workspace.table("spending")
      .rows(where: ["pool": "barking-havering-redbridge/2020-21"])
    for partner in ["CCG-07L", "CCG-08F", "CCG-08N"] {
      #expect(spending.filter { $0["partner"] == partner }.pence() > 0, "\(partner)")
    }
    let again = try await workspace.weir("run")
    #expect(again.status == run.status && again.errors == "nothing new since the last run\n")
  }

  /// Holds rows and pence of every export against the table; gives how many there were.
  private func expectCountedFigures(_ workspace: Workspace) throws -> Int {
    let exports = try workspace.table("exports")
    let waterfall = try workspace.table("waterfall")
    // One of two files with the same payments counts in the other.
    let aside = try workspace.table("findings").rows(where: ["code": "export-told-again"])
    #expect(aside.count <= 1)
    let truth = try truth()
    for row in truth {
      let file = row["file", default: ""]
      let path = "data/exports/\(file)"
      let export = exports.rows(where: ["path": path]).first
      let kept =
        waterfall.rows(where: ["export": path, "step": "kept"]).pence()
        + aside.filter { $0["file"] == path }.pence()
      #expect(row["data_rows"] == export?["data_rows"], "\(file): rows")
      #expect(row["net_pence"] == "\(kept)", "\(file): pence")
    }
    return truth.count
  }
}
