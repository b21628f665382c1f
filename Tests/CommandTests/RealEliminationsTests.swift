import Foundation
import ImportTestSupport
import Testing

/// Eliminations and a pool on real exports, which are no part of the repository: sums and counts.
///
/// The agreements are examples made for these tests, not agreements of the bodies.
struct RealEliminationsTests {
  private static let shared = Workspace.repository
    .appending(path: "../shared").standardizedFileURL
  private static let areThere = ["exports", "exports-extra"].allSatisfy {
    FileManager.default.fileExists(
      atPath: shared.appending(path: "\($0)/devon-county-council").path)
  }

  private func workspace(_ publisher: String, folders: [String]) throws -> Workspace {
    let workspace = try Workspace.withoutExports()
    for folder in folders {
      let from = Self.shared.appending(path: "\(folder)/\(publisher)")
      for name in try FileManager.default.contentsOfDirectory(atPath: from.path) {
        guard name.hasSuffix(".csv") else { continue }
        try workspace.add(
          from.appending(path: name), as: "data/exports/\(publisher)/\(name)")
      }
    }
    return workspace
  }

  private func write(_ text: String, _ path: String, in workspace: Workspace) throws {
    try Data(text.utf8).write(to: workspace.url.appending(path: path))
  }

  private static let devon = """
    agreement: devon-health-payments
    title: Example on Devon's payments to the bodies that commission health care
    legal-basis:
      - {power: NHS Act 2006 section 75, from: 2007-03-01}
    partners: [LA-DEVON, CCG-99P, CCG-15N, ICB-QJK]
    years: [2013-14, 2014-15, 2016-17, 2017-18, 2019-20, 2021-22, 2022-23, 2023-24, 2024-25, 2025-26]
    basis: outturn
    schemes:
      - {scheme: payments, title: Payments to health bodies, arrangement: FA-256}
    """

  @Test(.enabled(if: areThere, "the real exports lie beside the repository, not in it"))
  func `Devon's payments to three bodies of one vendor are kept as candidates and told by body`()
    async throws
  {
    let workspace = try workspace("devon-county-council", folders: ["exports", "exports-extra"])
    try write(Self.devon, "mappings/pools/devon-health-payments.yaml", in: workspace)
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status <= 1 && run.errors == "")
    let transfers = try workspace.table("transfers").rows
      .filter { $0["pool", default: ""].hasPrefix("devon-health-payments") }
    #expect(transfers.allSatisfy { $0["state"] == "counterpart-outside" })
    let bodies = transfers.map { "\($0["year", default: ""]) \($0["payee", default: ""])" }
    #expect(
      Set(bodies) == [
        "2014-15 CCG-99P", "2016-17 CCG-99P", "2017-18 CCG-15N", "2019-20 CCG-15N",
        "2023-24 ICB-QJK",
      ])
    let kept = try workspace.table("outside")
      .rows(where: ["reason": "transfer with a partner whose exports are not loaded"])
    #expect(kept.map { $0["lines"] } == ["18"])
    #expect(kept.map { $0["pounds"] } == ["8651173.86"])
    let told = try workspace.table("findings").rows(where: ["code": "counterpart-outside"])
    #expect(told.count == 5)
  }

  private static let leeds = """
    agreement: leeds-pooled-budgets
    title: Example on the lines that Leeds calls Social Services Pooled Budgets
    legal-basis:
      - {power: NHS Act 2006 section 75, from: 2007-03-01}
    partners: [LA-LEEDS]
    years: [2010-11, 2012-13]
    basis: outturn
    schemes:
      - {scheme: learning-disability, title: Learning disability, arrangement: FA-POOL}
      - {scheme: equipment, title: Community equipment store, arrangement: FA-POOL}
    """

  private static let leedsRules = """
    rule,service,description,client-group,care-setting,scheme
    ld,Jcs For People With Learning Disabilitie,Social Services Pooled Budgets,CG-LD,,leeds-pooled-budgets/learning-disability
    equipment,Leeds Community Equip Store Pooled Budgt,Social Services Pooled Budgets,CG-MIX,ST-AET,leeds-pooled-budgets/equipment

    """

  @Test(.enabled(if: areThere, "the real exports lie beside the repository, not in it"))
  func `Leeds's own pooled budgets make an account to the penny`() async throws {
    let workspace = try workspace("leeds-city-council", folders: ["exports"])
    try write(Self.leeds, "mappings/pools/leeds-pooled-budgets.yaml", in: workspace)
    try write(Self.leedsRules, "mappings/codes/leeds-city-council.csv", in: workspace)
    let run = try await workspace.weir("run", "--quiet")
    #expect(run.status <= 1 && run.errors == "")
    let lines = try workspace.table("memorandum").rows.filter {
      $0["pool", default: ""].hasPrefix("leeds") && $0["section"] == "expenditure-by-service"
    }
    #expect(
      lines.map {
        "\($0["pool", default: ""]) \($0["line", default: ""]) \($0["pounds", default: ""])"
      }
        == [
          "leeds-pooled-budgets/2010-11 expenditure-by-service/equipment 38070.59",
          "leeds-pooled-budgets/2010-11 expenditure-by-service/learning-disability 5049172.07",
          "leeds-pooled-budgets/2012-13 expenditure-by-service/equipment 77189.01",
          "leeds-pooled-budgets/2012-13 expenditure-by-service/learning-disability 4090272.93",
        ])
  }
}
