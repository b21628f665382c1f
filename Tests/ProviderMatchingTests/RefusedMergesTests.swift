import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

/// Each reason for which names that are near enough are kept apart.
struct RefusedMergesTests {
  private func refusals(
    _ mentions: [PayeeMention], _ decisions: [ProviderDecision] = []
  ) -> [RefusedMerge] {
    let result = ShippedWords.matcher(decisions: decisions).match(mentions, registry: [])
    let ids = Set(result.providerIDs)
    #expect(result.refusals.allSatisfy { ids.contains($0.provider) && ids.contains($0.other) })
    return result.refusals
  }

  @Test func `a decision`() {
    let names = [PayeeMention("Quillfern Ltd"), PayeeMention("Quillfern Limited")]
    let found = refusals(names, [.init(.different, "Quillfern Ltd", "Quillfern Limited")])
    #expect(found.map(\.reason) == [.decision])
    #expect(
      Set(found.flatMap { [$0.name, $0.otherName] }) == ["Quillfern Ltd", "Quillfern Limited"])
    #expect(found.map(\.atStake) == [Money(pence: 10_000)])
  }

  @Test func `company and charity numbers that differ`() {
    let plain = PayeeMention("Quillfern Marrow Trust")
    let companies = [
      PayeeMention("Quillfern Marrow Trust", at: "east", company: "01234567"),
      PayeeMention("Quillfern Marrow Trust", at: "west", company: "07654321"),
    ]
    #expect(refusals([plain] + companies).map(\.reason) == [.companyNumbers])
    let charities = [
      PayeeMention("Quillfern Marrow Trust", at: "east", charity: "1118542"),
      PayeeMention("Quillfern Marrow Trust", at: "west", charity: "1067433"),
    ]
    #expect(refusals([plain] + charities).map(\.reason) == [.charityNumbers])
  }

  @Test func `what was refused is told with the question and by explain`() throws {
    let mentions = [
      PayeeMention("The Quillfern Marrow Trust"),
      PayeeMention("Quillfern Marrow Trust", at: "east", company: "01234567"),
      PayeeMention("QUILLFERN MARROW TRUST", at: "west", company: "07654321"),
    ]
    let matcher = ShippedWords.matcher()
    let result = matcher.match(mentions, registry: [])
    let refusal = try #require(result.refusals.first)
    #expect(result.reviews.map(\.reasons).contains { $0.contains(refusal.reason.line) })
    let lines = matcher.explain(refusal.name, refusal.otherName, among: mentions)
    #expect(lines.contains("in the last run: two providers"))
    #expect(lines.contains(refusal.reason.line))
  }

  @Test func `what another edge joined was not refused`() {
    let decision = ProviderDecision(.same, "Quillfern Marrow CIC", "Quillfern Marrow Ltd")
    let names = ["Quillfern Marrow CIC", "Quillfern Marrow Ltd", "Quillfern Marrow"]
    #expect(refusals(names.map { PayeeMention($0) }, [decision]).isEmpty)
  }

  @Test func `every reason has words of its own`() {
    let lines = RefusedMerge.Reason.allCases.map(\.line)
    #expect(Set(lines).count == lines.count)
    #expect(lines.allSatisfy { $0.hasPrefix("not joined: ") })
  }
}
