import PoolModel
import Testing

@testable import MappingTables

@Suite struct CodeRuleTableTests {
  private let header =
    "rule,cost-centre,subjective-code,expense-type,service,description,transaction-prefix,"
    + "supplier,sign,client-group,care-setting,age-band,flow,scheme,share,set-sign,ignore,from,to,"
    + "confidence,approved-by,note"

  @Test func `a rule is read with all its columns`() {
    let file = MappingFile.table(
      "codes/northbeck-council.csv", header, "# Learning disability",
      "ld-homes,R5800>R5899,A|B,Care *,Adults,exact,PI,*,credit,CG-LD,ST-RES,AG-18,FL-CON,p/s,33.3,"
        + "reverse,,2009-04-01,2010-03-31,likely,A. Clerk,why")
    let rules = CodeRuleTable.read(file)
    #expect(file.complaints.isEmpty)
    let rule = rules[0]
    #expect(rule.name == "ld-homes")
    #expect(
      rule.cells == [
        .range(letters: "r", first: 5800, last: 5899), .list(["a", "b"]), .wildcard("care *"),
        .exact("adults"), .exact("exact"), .exact("pi"), .wildcard("*"),
      ])
    #expect([rule.clientGroup, rule.careSetting, rule.ageBand] == ["CG-LD", "ST-RES", "AG-18"])
    #expect([rule.flow, rule.scheme, rule.confidence] == ["FL-CON", "p/s", "likely"])
    #expect([rule.approvedBy, rule.note, rule.ignoreReason] == ["A. Clerk", "why", ""])
    #expect(rule.amountSign == .credit && rule.reversesSign && !rule.isShared)
    #expect(rule.share == 3330)
    #expect(rule.from == CalendarDay(iso: "2009-04-01"))
    #expect(rule.to == CalendarDay(iso: "2010-03-31"))
    #expect(rule.position == SourcePosition(file: "mappings/codes/northbeck-council.csv", line: 3))
  }

  @Test func `blank cells take the defaults of the manual`() {
    let file = MappingFile.table("codes/_shared.csv", "rule,cost-centre", "any-4100,4100")
    let rule = CodeRuleTable.read(file)[0]
    #expect(rule.cells[1...].allSatisfy { $0 == .any })
    #expect([rule.clientGroup, rule.careSetting, rule.ageBand] == ["", "", "AG-ALL"])
    #expect([rule.flow, rule.scheme] == ["FL-EXP", ""])
    #expect(rule.share == 10_000 && !rule.reversesSign && rule.amountSign == nil && rule.isShared)
    #expect(rule.from == nil && rule.to == nil)
  }

  @Test func `a row says when it was approved and for how long it outlives its last day`() {
    let file = MappingFile.table(
      "codes/northbeck-council.csv",
      "rule,cost-centre,to,grace-days,confidence,approved-by,approved-on,note",
      "a,X1,2011-03-31,61,certain,A. Clerk,2011-05-02,", "b,X2,,,,,,", "c,X3,,5,,,,",
      "d,X4,2011-03-31,-1,,,,")
    let rules = CodeRuleTable.read(file)
    #expect(rules.map(\.graceDays) == [61, 0, 5, 0])
    #expect(rules.map(\.approvedOn) == [CalendarDay(iso: "2011-05-02"), nil, nil, nil])
    #expect(
      file.complaints == [
        "mappings/codes/northbeck-council.csv:4:4: error: grace-days \"5\" cannot be read; "
          + "fill to, or leave it blank [mapping-value-unreadable]",
        "mappings/codes/northbeck-council.csv:5:4: error: grace-days \"-1\" cannot be read; "
          + "write a whole number of days from 0 to 731 [mapping-value-unreadable]",
      ])
  }

  @Test func `all faults of a row are told`() {
    let file = MappingFile.table(
      "codes/northbeck-council.csv",
      "rule,cost-centre,subjective-code,sign,share,set-sign,from,to,confidence",
      "a,R9>R1,|,debits,100.1,reversed,1/4/2009,,sure", ",X1,,,,,,,", "c,X2,,,,,,,certain")
    #expect(CodeRuleTable.read(file).map(\.name) == ["c"])
    let path = "mappings/codes/northbeck-council.csv"
    #expect(
      file.findings.sorted(by: Finding.inReadingOrder).map(\.description) == [
        "\(path):2:2: error: cost-centre \"R9>R1\" cannot be read; write a range as R5800>R5899: "
          + "the same letters, the lower number first [mapping-value-unreadable]",
        "\(path):2:3: error: subjective-code \"|\" cannot be read; write a list as R5806|R5807 "
          + "[mapping-value-unreadable]",
        "\(path):2:4: error: sign \"debits\" cannot be read; did you mean \"debit\"? "
          + "[mapping-value-unreadable]",
        "\(path):2:5: error: share \"100.1\" cannot be read; write a per cent above 0 and up to "
          + "100, with at most two decimals, such as 33.33 [mapping-value-unreadable]",
        "\(path):2:6: error: set-sign \"reversed\" cannot be read; did you mean \"reverse\"? "
          + "[mapping-value-unreadable]",
        "\(path):2:7: error: from \"1/4/2009\" cannot be read; write a day as 2009-04-01 "
          + "[mapping-value-unreadable]",
        "\(path):2:9: error: confidence \"sure\" cannot be read; write certain, likely or low "
          + "[mapping-value-unreadable]",
        "\(path):3:1: error: rule is blank; fill it in [mapping-value-unreadable]",
      ])
  }

  @Test(arguments: [
    ("100", 10_000), ("33.33", 3_333), ("0.01", 1), ("66.7", 6_670), ("5", 500), ("", nil),
    ("33.333", nil), ("-1", nil), ("1e2", nil), ("50%", nil), ("1.", nil), (".5", nil),
    ("+5", nil), ("99999999999999999999", nil),
  ])
  func `a per cent is read in hundredths`(text: String, hundredths: Int?) {
    #expect(HundredthsOfPerCent.read(text) == hundredths)
  }
}
