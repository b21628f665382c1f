import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct MatchModelLintTests {
  private let weights = ShippedWords.mappings.evidenceWeights
  private let bands = ShippedWords.mappings.evidenceBands

  @Test
  func `the shipped tables are whole, and a workspace may have none`() {
    #expect(MatchModelLint.findings(weights: weights, bands: bands).isEmpty)
    #expect(MatchModelLint.findings(weights: [], bands: []).isEmpty)
  }

  @Test
  func `a weight that is misnamed or missing is reported`() {
    var rows = weights
    rows.removeAll { $0.aspect == "form" && $0.level == "differ" }
    rows.append(EvidenceWeight(aspect: "form", level: "differs", hundredths: -300))
    let findings = MatchModelLint.findings(weights: rows, bands: bands)
    #expect(findings.map(\.value) == ["form differs", "form differ"])
    #expect(findings.allSatisfy { $0.code == .mappingValueUnreadable })
    #expect(findings[0].position.file == "mappings/providers/weights.csv")
  }

  @Test
  func `weights beyond all sense are added up`() {
    let model = MatchModel(
      weights: weights.map { .init(aspect: $0.aspect, level: $0.level, hundredths: .max) },
      bands: bands)
    #expect(model.score(EvidenceLevels()) > Int(Int32.max))
  }

  @Test
  func `a band of no kind, of no share or out of order is reported, and so is a table without any`()
  {
    let odd = [
      EvidenceBand(kind: "any", permille: 500, from: 900),
      .init(kind: "any", permille: 800, from: 800), .init(kind: "any", permille: 1000, from: 999),
      .init(kind: "hospice", permille: 500, from: 0),
    ]
    #expect(
      MatchModelLint.findings(weights: weights, bands: odd).map(\.value)
        == ["any 800", "any 1000", "hospice"])
    #expect(MatchModelLint.findings(weights: weights, bands: []).map(\.value) == ["any"])
  }
}
