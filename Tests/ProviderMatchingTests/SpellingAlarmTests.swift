import PoolModel
import Testing

@testable import ProviderMatching

struct SpellingAlarmTests {
  private let payees = ["Quillfern Ltd", "QUILLFERN LTD", "Quillfern Limited", "Quillfern Ltd"]

  @Test(arguments: [(3, 0), (2, 1)])
  func `only more distinct spellings than the limit are told`(most: Int, count: Int) {
    let findings = SpellingAlarm.findings(
      most: most, payees: payees.map { PayeeMention($0) },
      providerIDs: [String](repeating: "P-1", count: 4))
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.value == "P-1" && $0.code == .providerManySpellings })
  }

  @Test func `individuals are one class with as many names as there are people`() {
    #expect(
      SpellingAlarm.findings(
        most: 1, payees: payees.map { PayeeMention($0) },
        providerIDs: [String](repeating: "P-INDIVIDUAL", count: 4)
      ).isEmpty)
  }
}
