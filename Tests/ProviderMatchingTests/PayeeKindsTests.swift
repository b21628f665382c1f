import MappingTables
import PoolModel
import ProviderMatching
import Testing

struct PayeeKindsTests {
  private func kind(
    _ name: String, at publisher: String = "northbeck", _ decisions: [ProviderDecision] = []
  ) -> ProviderKind {
    PayeeKinds(words: ShippedWords.rows, decisions: decisions).kind(
      of: SupplierMention(name: name), publisher: publisher)
  }

  @Test
  func `a decision counts for its publisher, whatever the case and the blanks`() {
    var decision = ProviderDecision(.individual, "Marrow Support")
    decision.publisher = "northbeck"
    #expect(kind("MARROW  support", [decision]) == .individual)
    #expect(kind("MARROW  support", at: "southbeck", [decision]) != .individual)
  }

  @Test(arguments: ["Mrs Edna Quillfern", "REDACTED"])
  func `a name that is decided to be an organisation's may be shown`(name: String) {
    #expect([.individual, .redacted].contains(kind(name)))
    #expect(![.individual, .redacted].contains(kind(name, [.init(.organisation, name)])))
  }

  @Test
  func `lines and the matcher hide the same payees`() {
    let decisions = [
      ProviderDecision(.organisation, "Edna Quillfern"), .init(.individual, "Marrow Lodge"),
    ]
    let names = ["Edna Quillfern", "Marrow Lodge", "Mr A Marrow", "Redacted", "Thistle Ltd"]
    let result = ShippedWords.matcher(decisions: decisions).match(
      names.map { PayeeMention($0) }, registry: [])
    let hidden = names.map { [.individual, .redacted].contains(kind($0, decisions)) }
    #expect(result.providerIDs.map { ["P-INDIVIDUAL", "P-REDACTED"].contains($0) } == hidden)
  }
}
