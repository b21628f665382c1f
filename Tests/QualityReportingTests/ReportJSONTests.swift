import Foundation
import ImportTestSupport
import PoolModel
import QualityReporting
import Testing

private func report(of run: RunSummary) throws -> [String: Any] {
  let text = ReportJSON.text(for: run, organisations: madeUpOrganisations)
  return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

struct ReportJSONTests {
  @Test func `a finding is one line with its keys in order`() {
    #expect(
      ReportJSON.finding(madeUpRun().findings[0]).line == #"""
        {"at_stake":{"pence":15000,"pounds":"150.00"},"code":"code-unmapped",\#
        "message":"cost code \"6O10\" is in no rule",\#
        "position":{"byte":null,"column":2,"file":"data/exports/northbeck/2009-04.csv","line":6},\#
        "remedy":"add it to mappings/codes/northbeck.csv","responsible":"operator","rows":1,\#
        "severity":"warning","value":"6O10"}
        """#)
  }

  @Test func `the report is valid JSON and the same every time`() throws {
    let run = madeUpRun()
    let text = ReportJSON.text(for: run, organisations: madeUpOrganisations)
    #expect(text == ReportJSON.text(for: run, organisations: madeUpOrganisations))
    let sections = try report(of: run).keys.sorted()
    #expect(
      sections == [
        "better_care_fund_areas", "control_totals", "coverage", "exports", "findings", "outside",
        "pools", "providers", "run", "unmapped_codes", "verdict",
      ])
  }

  @Test func `what is not stated is null, never 0`() throws {
    let pools = try #require(try report(of: madeUpRun())["pools"] as? [[String: Any]])
    let funding = try #require(pools[0]["funding"] as? [[String: Any]])
    let stated = try #require(funding[0]["amount"] as? [String: Any])
    #expect(stated["pence"] as? Int == 115_005)
    #expect(stated["pounds"] as? String == "1150.05")
    #expect(funding[1]["amount"] is NSNull)
    #expect(pools[0]["areas_without_figure"] as? [String] == ["Westmere"])
  }

  @Test func `a plan of the Better Care Fund has null for what is not stated`() throws {
    var run = madeUpRun()
    var area = BCFAreaYear(
      area: "BCF-NORTHBECK", name: "Northbeck", year: FinancialYear(startYear: 2009))
    area.councils = ["LA-NORTHBECK"]
    var source = BCFSource(source: "iBCF", isListed: true)
    source.spending = Money(pence: 150)
    let minimum = BCFMinimum(
      minimum: "adult-social-care", label: "Care", planned: Money(pence: 150),
      ruleCertainty: "recalled")
    run.bcfAreas = [area]
    run.pools[0].betterCareFund = BCFAccount(
      area: area, sources: [source], minima: [minimum], terms: [])
    let report = try report(of: run)
    let areas = try #require(report["better_care_fund_areas"] as? [[String: Any]])
    #expect(areas.map { $0["plan"] as? String } == ["no plan"])
    #expect(areas[0]["income"] is NSNull && areas[0]["councils"] as? [String] == ["LA-NORTHBECK"])
    let pools = try #require(report["pools"] as? [[String: Any]])
    let fund = try #require(pools[0]["better_care_fund"] as? [String: Any])
    let sources = try #require(fund["sources"] as? [[String: Any]])
    #expect(sources[0]["income"] is NSNull)
    #expect((sources[0]["spending"] as? [String: Any])?["pence"] as? Int == 150)
    let minima = try #require(fund["minima"] as? [[String: Any]])
    #expect(minima[0]["required"] is NSNull && minima[0]["rule_certainty"] as? String == "recalled")
  }

  @Test(arguments: ["\u{1B}[2J", "\u{202E}", "\u{E0041}", "\"", "\\", "\n", "\t", "é", "</script>"])
  func `a hostile value stays exact for a machine and cannot act on a terminal`(
    hostile: String
  ) throws {
    let finding = Finding(
      .codeUnmapped, at: SourcePosition(file: "a.csv"), value: hostile, message: "m", remedy: "r")
    let line = ReportJSON.finding(finding).line
    #expect(line.unicodeScalars.allSatisfy { !$0.actsOnTerminals })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["value"] as? String == hostile)
  }

  @Test func `findings are grouped by code, severest first and then by money`() throws {
    var run = madeUpRun()
    run.findings += [run.findings[0], run.findings[0]]
    let groups = try #require(try report(of: run)["findings"] as? [[String: Any]])
    #expect(groups.map { $0["code"] as? String } == ["amount-unreadable", "code-unmapped"])
    #expect(groups.map { $0["findings"] as? Int } == [1, 3])
    #expect((groups[1]["at_stake"] as? [String: Any])?["pounds"] as? String == "450.00")
  }
}
