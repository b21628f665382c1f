import ImportTestSupport
import PoolModel
import QualityReporting
import Testing

private func summary(of run: RunSummary, width: Int = 100) -> String {
  TerminalSummary.text(for: run, organisations: madeUpOrganisations, width: width)
}

/// The part of a summary from one heading to the next empty line.
private func section(_ heading: String, of text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let found = lines.drop { !$0.hasPrefix(heading) }.prefix { !$0.isEmpty }
  return found.joined(separator: "\n")
}

struct TerminalSummaryTests {
  @Test func `the verdict comes first, in words and with its reasons`() {
    #expect(
      section("Verdict", of: summary(of: madeUpRun())) == """
        Verdict: usable with care
          - 1 spending row with £0.00 could not be used
          - 1 of 1 pool incomplete
          - 1 transfer between partners found at one end only, £200.00
          - £150.00 of spending is on codes that no rule maps, 10.0% of what moved
          - 1 finding of severity error
        """)
  }

  @Test func `the waterfall shows rows, pounds and half a penny, and that it balances`() {
    #expect(
      section("Control totals of the run", of: summary(of: madeUpRun())) == """
        Control totals of the run: spending
          step                     rows     pounds
          read                        7  £3,000.00
            beyond whole pence              £0.005
          = kept                      3  £1,500.00
          + refused                   1      £0.00
          + totals                    1  £1,500.00
          + set aside                 2      £0.00
          + rounding                        £0.005
          kept = pooled               1  £1,150.00
               + outside any pool     1    £150.00
               + eliminated           1    £200.00
          balanced to the penny
        """)
  }

  @Test func `each file has one line`() {
    #expect(
      section("Control totals by file", of: summary(of: madeUpRun(), width: 78)) == """
        Control totals by file
          file          kept rows       kept   refused  totals  set aside  printed total
          …2009-04.csv          3  £1,500.00  1, £0.00       1          2  agrees
        """)
  }

  @Test func `codes are shown by value`() {
    let text = summary(of: madeUpRun())
    #expect(
      section("Codes explained", of: text) == """
        Codes explained, by value
          publisher  side      codes     lines     pounds  of what moved
          northbeck  spending  mapped        2  £1,350.00          90.0%
          northbeck  spending  unmapped      1    £150.00          10.0%
        """)
    #expect(
      section("Codes that no rule maps", of: text) == """
        Codes that no rule maps: the largest 1 of 1
          publisher  codes                   lines   pounds  described as            first seen
          northbeck  cost-centre=6O10 expe…      1  £150.00  Respite care; Day care  …orthbeck/2009-04.csv:6
        """)
  }

  @Test func `a pool is one block that says what is not stated`() {
    #expect(
      TerminalSummary.pool(
        madeUpPool(), targets: madeUpRun().targets, organisations: madeUpOrganisations)
          == """
          Pool northbeck-section-75/2009-10
            Northbeck, learning disability
            outturn of 2009-10; host Northbeck Council
            incomplete:
              - the contribution of Northbeck PCT is not stated
            Funding, as far as stated: £1,150.05
              partner            kind    label      pounds
              Northbeck Council  CK-REC  Base    £1,150.05
              Northbeck PCT              Base   not stated
            Spending, as far as known: £1,150.00
              client group  care setting  lines     pounds
              CG-LD         ST-HC             1     £47.50
              CG-LD         ST-RES            2  £1,102.50
              by partner         lines     pounds
              Northbeck Council      3  £1,150.00
            Transfers between partners, eliminated
              found          transfers   pounds
              paired                 0    £0.00
              paid-only              1  £200.00
              received-only          0    £0.00
              unpaired from      to                paid   received  where
              Northbeck Council  Northbeck PCT  £200.00  not found  data/exports/northbeck/2009-04.csv:5
            Figures as stated, beside what the lines give
              figure         stated  precision   computed  difference  part of
              pool-total  £1,200.00  reported   £1,150.00     -£50.00
            Areas: 2
              plan          areas      pounds  without a figure
              approved          1       £1.00                 0
              not approved      1  not stated                 1
              no figure, which is not zero: Westmere
            Conditions
              1. Plans are agreed (met 1, not met 1)
              2. Data are shared (not stated)
            Targets
              target             basis                part    whole   share  from and to
              residential-share  residential alone  £52.50  £100.00  52.50%  55.00% to 40.00%
              residential-share: no progress reported: the base year is not stated
            Agreement
              legal basis: NHS Act 2006 section 75, from 2007-03-01
              not stated: pool manager
              scheme               arrangement  lead               accounting  overspend         underspend
              Learning disability  Pooled fund  Northbeck Council  not stated  By stated shares  not stated
              shares of Learning disability: Northbeck Council 62.50%, Northbeck PCT 37.50%

          """)
  }

  @Test func `money in no pool, providers and findings end the summary`() {
    let text = summary(of: madeUpRun())
    #expect(
      section("Money in no pool", of: text) == """
        Money in no pool
          publisher  side      lines   pounds  why
          northbeck  spending      1  £150.00  no agreement claims it
        """)
    #expect(
      section("Providers", of: text) == """
        Providers
          1 provider under 3 names; 1 paid by two or more partners, £1,000.00
          1 payee not named, individual or withheld, £350.00
        """)
    #expect(
      section("Findings", of: text) == """
        Findings
          code               severity  who acts   findings  rows   at stake  first
          amount-unreadable  error     publisher         1     1  not known  …orts/northbeck/2009-04.csv:7:4
          code-unmapped      warning   operator          1     1    £150.00  …orts/northbeck/2009-04.csv:6:2
        """)
  }

  @Test func `the list of pools has one line a pool and never cuts its id`() {
    #expect(
      TerminalSummary.poolList([madeUpPool()], width: 90) == """
        pool                          basis    status      known funding  known spending  title
        northbeck-section-75/2009-10  outturn  incomplete      £1,150.05       £1,150.00  Northbeck, …

        """)
  }

  @Test func `a penny that is lost makes the pools unusable`() {
    var run = madeUpRun()
    run.waterfalls[0].kept.amount.pence -= 1
    let text = summary(of: run)
    #expect(
      text.hasPrefix("Verdict: not usable\n  - the spending side of the run does not balance"))
    #expect(text.contains("  NOT BALANCED: £0.01 read and not accounted for\n"))
    #expect(!section("Control totals of the run", of: text).contains("balanced to the penny"))
  }

  @Test func `a clean run is usable and an empty one is not`() {
    var run = RunSummary(id: "0")
    #expect(summary(of: run) == "Verdict: not usable\n  - no pool was formed\n")
    run.pools = [
      PoolAccount(
        agreement: "a", title: "A", year: FinancialYear(startYear: 2009), basis: .outturn,
        host: "", partners: [])
    ]
    #expect(summary(of: run).hasPrefix("Verdict: usable\n\n"))
  }

  @Test(arguments: ["\u{1B}[2J", "\u{9B}31m", "\r", "\n", "\u{202E}", "\u{2066}", "\u{200B}"])
  func `a hostile value cannot act on the terminal`(hostile: String) {
    var run = madeUpRun()
    run.outside[0].reason = "x\(hostile)y"
    run.unmapped[0].codes.expenseType = "x\(hostile)y"
    run.exports[0].path = "x\(hostile)y.csv"
    run.pools[0].title = "x\(hostile)y"
    let text = summary(of: run)
    #expect(text.contains("x·"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.actsOnTerminals })
    #expect(
      text.split(separator: "\n").count == summary(of: madeUpRun()).split(separator: "\n").count)
  }

  @Test(arguments: [
    (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2_000, "0.1%"), (0, 5, "0.0%"),
  ])
  func `shares are rounded half away from zero`(part: Int64, whole: Int64, share: String) {
    var run = RunSummary(id: "0")
    run.coverage = [
      CoverageLine(
        publisher: "a", side: .spending, coverage: .mapped,
        tally: RowTally(rows: 1, amount: Money(pence: part)), moved: Money(pence: part)),
      CoverageLine(
        publisher: "a", side: .spending, coverage: .ignored,
        tally: RowTally(rows: 1, amount: Money(pence: whole - part)),
        moved: Money(pence: whole - part)),
    ]
    let first = summary(of: run).split(separator: "\n").first { $0.contains(" mapped ") }
    #expect(first?.hasSuffix(" " + share) == true)
  }
}
