import Foundation
import ImportTestSupport
import Testing

/// What the five worked examples are there to show.
struct FiveExamplesTests {
  private func pool(_ id: String) async throws -> String {
    let shown = try await WorkedExamples.workspace.weir("pools", "show", id)
    #expect(shown.status == 0)
    return shown.output
  }

  @Test func `Birmingham's share is shown on two bases and called progress on neither`()
    async throws
  {
    let targets = try await WorkedExamples.workspace.table("targets").rows
    #expect(targets.map { $0["share_per_cent"] } == ["55.00", "52.50"])
    #expect(targets.map { $0["basis"] } == ["residential and nursing", "residential alone"])
    #expect(targets.allSatisfy { $0["refusal", default: ""].contains("no progress") })
    let text = try await pool("birmingham-section-75/2009-10")
    #expect(text.contains("no progress reported"))
    #expect(text.contains("the funding of South Birmingham PCT is not stated"))
    #expect(text.contains("£315,000,000.00  reported"))
  }

  @Test func `Oxfordshire's printed total agrees, and the pool is incomplete`() async throws {
    let text = try await pool("oxfordshire-mental-health-pool")
    #expect(text.contains("Funding, as far as stated: £7,391,000.00"))
    #expect(text.contains("the funding of Oxfordshire PCT is not stated"))
    let run = try await WorkedExamples.finished.run
    #expect(run.lines.contains { $0.contains("annex-4c") && $0.hasSuffix("agrees") })
    let pools = try await WorkedExamples.workspace.table("pools")
    let account = pools.rows(where: ["agreement": "oxfordshire-mental-health-pool"])
    #expect(account.map { $0["status"] } == ["incomplete"])
    #expect(account.map { $0["known_spending_pounds"] } == [""])
  }

  @Test func `the fund of 2015-16 has its two parts and seven conditions in six areas`()
    async throws
  {
    let text = try await pool("integration-transformation-fund")
    #expect(text.contains("Funding, as far as stated: £3,800,000,000.00"))
    #expect(text.split(separator: "\n").filter { $0.contains("£1,900,000,000.00") }.count == 4)
    #expect(text.contains("performance-elem"))
    #expect(text.contains("7. Money for the new duties of the Care Bill is set aside"))
  }

  @Test func `areas without an approved plan are named and are not zero`() async throws {
    let areas = try await WorkedExamples.workspace.table("areas").rows
    #expect(areas.count == 151)
    let without = areas.filter { $0["status"] != "Approved" }
    #expect(without.count == 5 && without.allSatisfy { $0["funding_pounds"] == "" })
    let text = try await pool("better-care-fund")
    #expect(text.contains("no figure, which is not zero: Harrowmere, Larchholt"))
  }

  @Test func `a speech makes no pool, and a finding says why`() async throws {
    let workspace = try await WorkedExamples.workspace
    let pools = try workspace.table("pools").rows
    #expect(pools.allSatisfy { $0["pool"]?.contains("pioneer") == false })
    let finding = try #require(workspace.table("findings").rows(where: ["code": "no-pool"]).first)
    #expect(finding["file"] == "data/exports/integration-pioneers-speech")
    #expect(finding["pounds"] == "1200000.00")
    #expect(finding["message"]?.contains("Grant from government") == true)
  }
}
