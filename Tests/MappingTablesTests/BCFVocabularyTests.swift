import PoolModel
import Testing

@testable import MappingTables

/// The lists of the templates by year, and the shares of a joint commissioner.
struct BCFVocabularyTests {
  private func table(_ rows: String...) -> MappingFile {
    MappingFile(
      path: BCFVocabularyTable.path,
      text: (["from,to,field,value,within,meaning,certainty"] + rows).map { $0 + "\n" }.joined())
  }

  @Test func `a list is that of its year, and a sub-type that of its scheme type`() throws {
    let file = table(
      ",2021-22,commissioner,CCG,,nhs,", "2022-23,,commissioner,NHS,,nhs,",
      ",,sub-type,Other,Carers Services,,", ",,sub-type,Other,Home Care,,")
    var fund = BetterCareFund()
    fund.vocabulary = BCFVocabularyTable.read(file)
    #expect(file.complaints == [])
    let years = [2021, 2022].map { FinancialYear(startYear: $0) }
    #expect(years.map { fund.terms(.commissioner, in: $0).map(\.value) } == [["CCG"], ["NHS"]])
    #expect(fund.terms(.subType, in: years[0], within: "carers  services").count == 1)
    #expect(fund.term(.commissioner, saying: " nhs", in: years[1])?.meaning == .nhs)
    #expect(fund.term(.commissioner, saying: "NHS", in: years[0]) == nil)
  }

  @Test func `what a row lacks and what stands twice is told`() {
    let file = table(
      ",,sub-type,Other,,,", ",,commissioner,LA,,,", ",2022-23,provider-type,NHS,,,",
      "2022-23,,provider-type,nhs,,,", "2023-24,2022-23,provider-type,CCG,,,")
    _ = BCFVocabularyTable.read(file)
    #expect(
      file.findings.map { "\($0.position.line) \($0.message)" } == [
        "2 within is the scheme type of a sub-type",
        "3 meaning says whom a commissioner stands for",
        "5 the value \"nhs\" already stands on line 4 for some of these years",
        "6 to \"2022-23\" cannot be read",
      ])
  }

  @Test(arguments: [
    ("60%", "40%", 6000), ("60", "40", 6000), ("0.6", "0.4", 6000), ("33.33 %", "66.67", 3333),
    ("100", "0", 10_000), ("1", "0", 10_000), ("60%", "30%", nil), ("", "", nil),
    ("most", "rest", nil), ("-10", "110", nil),
  ])
  func `shares make 100 per cent or are none`(nhs: String, la: String, hundredths: Int?) {
    #expect(PlanShares.first(nhs, la) == hundredths)
  }

  @Test func `the two parts of an amount are the amount`() {
    for pence in Int64(0)...250 {
      let amount = Money(pence: pence)
      let nhs = PlanShares.first(of: amount, "33.33%", "66.67%") ?? .zero
      let la = PlanShares.first(of: amount, "66.67%", "33.33%") ?? .zero
      #expect(nhs + la == amount)
    }
  }
}
