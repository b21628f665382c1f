import MappingTables
import PoolModel
import ProviderMatching
import Testing

struct ProviderWordLintTests {
  @Test(arguments: [
    (ProviderWord.Kind.legalForm, "ltd", "limitd"), (.tradingAs, "t/a", "trading"),
    (.paymentText, "bacs", ""), (.redaction, "various", "redact"), (.personTitle, "mr", "title"),
    (.bodyKind, "pct", "company"), (.genericWord, "the", "dropped"), (.firstName, "***", ""),
  ])
  func `a rule that does nothing is reported`(
    kind: ProviderWord.Kind, pattern: String, becomes: String
  ) {
    let rule = ProviderWord(rule: "W1", kind: kind, pattern: pattern, becomes: becomes)
    let findings = ProviderWordLint.findings(words: [rule])
    #expect(findings.map(\.code) == [.mappingValueUnreadable])
    #expect(findings.map(\.value) == ["W1"])
    #expect(findings.map(\.position.file) == ["mappings/providers/words.csv"])
  }
}
