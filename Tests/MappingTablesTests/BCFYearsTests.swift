import PoolModel
import Testing

@testable import MappingTables

/// What a year's plans have to meet: conditions, the performance element, minima.
struct BCFYearsTests {
  private func file(_ path: String, _ rows: String...) -> MappingFile {
    MappingFile(path: path, text: rows.map { $0 + "\n" }.joined())
  }

  @Test func `conditions are those of the year`() {
    let conditions = file(
      BCFConditionTable.path, "from,to,number,text,certainty,note",
      "2015-16,2016-17,1,Joint plan,recalled,", "2015-16,2016-17,2,Data sharing,recalled,",
      "2017-18,,1,Joint plan,verified,")
    var fund = BetterCareFund()
    fund.nationalConditions = BCFConditionTable.read(conditions)
    #expect(conditions.complaints == [])
    #expect(
      [2014, 2016, 2017, 2030].map { year in
        fund.terms(of: FinancialYear(startYear: year)).map { "\($0.name) \($0.certainty)" }
      } == [[], ["1 recalled", "2 recalled"], ["1 verified"], ["1 verified"]])
  }

  @Test func `of the versions of a year the last announced before it began is in force`() {
    let performance = file(
      BCFPerformanceTable.path, "version,announced,year,text,certainty,note",
      "v1,2013-08-01,2015-16,Half and half,,", "v2,2014-07-01,2015-16,By admissions,,",
      "v3,2015-09-01,2015-16,Too late,,", "w1,2016-01-01,2016-17,Another year,,")
    var fund = BetterCareFund()
    fund.performance = BCFPerformanceTable.read(performance)
    #expect(performance.complaints == [])
    let terms = fund.terms(of: FinancialYear(startYear: 2015))
    #expect(terms.map(\.name) == ["v1", "v2", "v3"])
    #expect(terms.map(\.isInForce) == [false, true, false])
  }

  @Test func `a minimum that is not stated is not nought, and unknown names are told`() {
    let rules = BCFMinimumRuleTable.read(
      file(BCFMinimumRuleTable.path, "minimum,label,side", "adult-social-care,Care,spending"))
    let area = BCFArea(area: "BCF-NORTHBECK", name: "Northbeck", from: nil, to: nil)
    let minima = file(
      BCFMinimumTable.path, "area,year,minimum,amount",
      "BCF-NORTHBECK,2023-24,adult-social-care,not stated",
      "BCF-NORTHBEK,2023-24,adult-social-care,£1m",
      "BCF-NORTHBECK,2023-24,adult-care,£1m", "BCF-NORTHBECK,2024-25,adult-social-care,much",
      "BCF-NORTHBECK,2023-24,adult-social-care,£2m")
    let figures = BCFMinimumTable.read(minima, areas: [area], rules: rules)
    #expect(figures.first?.minimum == "adult-social-care" && figures.first?.amount == nil)
    #expect(
      minima.findings.map { "\($0.position.line) \($0.message)" } == [
        "3 the area \"BCF-NORTHBEK\" is not in mappings/bcf/areas.csv",
        "4 the minimum \"adult-care\" is not in mappings/bcf/minimum-rules.csv",
        "5 amount \"much\" cannot be read",
        "6 the minimum \"BCF-NORTHBECK 2023-24 adult-social-care\" already stands on line 2",
      ])
  }
}
