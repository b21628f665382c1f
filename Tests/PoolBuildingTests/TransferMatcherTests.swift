import MappingTables
import PoolModel
import Testing
@testable import PoolBuilding

/// Rule E2: what is paid and what is received belong together by number, word, amount and date, or
/// because a person says so.
struct TransferMatcherTests {
  private static func mappings(
    tolerance: Money = .zero, days: Int? = nil, decisions: [EliminationDecision] = []
  ) -> MappingSet {
    var agreement = MadeUp.agreement(years: [MadeUp.year, MadeUp.nextYear])
    agreement.matching.amount = tolerance
    agreement.matching.days = days
    var mappings = MadeUp.mappings(agreement)
    mappings.eliminations = decisions
    return mappings
  }

  private static func paid(
    _ pounds: Int, pence: Int = 0, at line: Int, day: Int? = nil, _ reference: String = "",
    year: FinancialYear = MadeUp.year
  ) -> TransferLine {
    MadeUp.line(
      MadeUp.fact("LA-A", pounds, pence: pence, flow: "FL-CON", to: "PCT-B", year: year), at: line,
      day: day, reference: reference)
  }

  private static func received(
    _ pounds: Int, pence: Int = 0, at line: Int, day: Int? = nil, _ reference: String = "",
    year: FinancialYear = MadeUp.year
  ) -> TransferLine {
    MadeUp.line(
      MadeUp.fact("PCT-B", -pounds, pence: -pence, flow: "FL-CIN", to: "LA-A", year: year),
      at: line, day: day, reference: reference)
  }

  private static func decision(
    _ match: String, _ file: String, _ line: Int,
    _ verdict: EliminationDecision.Verdict = .matched
  ) -> EliminationDecision {
    EliminationDecision(
      match: match, verdict: verdict, file: file, line: line,
      position: SourcePosition(file: "mappings/eliminations.csv", line: 2))
  }

  /// `state match paid received group` of each transfer.
  private static func shown(_ result: PoolBuildingResult) -> [String] {
    result.accounts.flatMap(\.transfers).map { transfer in
      [
        transfer.state.rawValue, transfer.match?.rawValue ?? "-",
        transfer.paid?.decimal ?? "-", transfer.received?.decimal ?? "-",
        transfer.group.map { "\($0)" } ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test func `A number on both sides confirms a pair before any amount does`() {
    let result = MadeUp.build(
      Self.mappings(), [],
      [
        Self.paid(10, at: 2, day: 1, "INV 20455"), Self.received(10, at: 2, day: 1, "INV 20456"),
        Self.received(10, at: 3, day: 9, "inv-20455"),
      ])
    #expect(
      Self.shown(result) == [
        "paired identifier 10.00 10.00 -", "received-only - - 10.00 -",
      ])
    #expect(!result.codes.contains(.transferSuggested))
  }

  @Test func `A number among the other side's words suggests a pair`() {
    let result = MadeUp.build(
      Self.mappings(), [],
      [
        Self.paid(10, at: 2, day: 1, "20455"),
        Self.received(10, at: 2, day: 1, "Pool instalment"),
        Self.received(10, at: 3, day: 9, "Quarter 1, your 20455"),
      ])
    #expect(
      Self.shown(result) == ["paired reference 10.00 10.00 -", "received-only - - 10.00 -"])
    #expect(result.codes.contains(.transferSuggested))
  }

  @Test func `One payment against three receipts of its number is a group that nets to nothing`() {
    let result = MadeUp.build(
      Self.mappings(), [],
      [Self.paid(90, at: 2, "A10001")] + [3, 4, 5].map { Self.received(30, at: $0, "A10001") })
    #expect(
      Self.shown(result) == [
        "grouped identifier 90.00 - 1", "grouped identifier - 30.00 1",
        "grouped identifier - 30.00 1", "grouped identifier - 30.00 1",
      ])
    #expect(result.accounts[0].variances == [])
  }

  @Test func `Instalments of a quarter match a payment of the same sum`() {
    let result = MadeUp.build(
      Self.mappings(), [],
      [
        Self.paid(60, at: 2, day: 1), Self.received(20, at: 2, day: 5),
        Self.received(40, at: 3, day: 6),
      ]
    )
    #expect(result.accounts[0].transfers.map(\.state) == [.grouped, .grouped, .grouped])
    #expect(result.accounts[0].transfers.map(\.match) == Array(repeating: .amountAndDate, count: 3))
  }

  @Test(arguments: [
    (Money.pounds(1), 120, 0, 120, 50, TransferVariance.Kind.rounding),
    (Money.zero, 117, 50, 100, 0, .unexplained),
    (Money.zero, 115, 0, 100, 0, .valueAddedTax),
  ])
  func `What remains of a number's lines is a variance with its reason`(
    tolerance: Money, paid: Int, paidPence: Int, received: Int, receivedPence: Int,
    kind: TransferVariance.Kind
  ) {
    var mappings = Self.mappings(tolerance: tolerance)
    mappings.vatRates.add(
      1_500, from: CalendarDay(daysSince1970: 0), to: CalendarDay(daysSince1970: 20_000))
    let result = MadeUp.build(
      mappings, [],
      [
        Self.paid(paid, pence: paidPence, at: 2, day: 3, "A10001"),
        Self.received(received, pence: receivedPence, at: 2, day: 3, "A10001"),
      ])
    let variance = result.accounts[0].variances
    #expect(variance.map(\.kind) == [kind])
    #expect(
      variance.map(\.amount)
        == [.pounds(paid, pence: paidPence) - .pounds(received, pence: receivedPence)])
    #expect(result.codes.contains(.transferVariance))
  }

  @Test func `Amounts within the agreement's tolerance pair, and the pennies are rounding`() {
    let lines = [Self.paid(10, at: 2), Self.received(10, pence: 1, at: 2)]
    let result = MadeUp.build(Self.mappings(tolerance: Money(pence: 1)), [], lines)
    #expect(Self.shown(result) == ["paired amount-and-date 10.00 10.01 -"])
    #expect(result.accounts[0].variances.map(\.amount) == [Money(pence: -1)])
  }

  @Test func `Days beyond the agreement's limit do not pair`() {
    let lines = [Self.paid(10, at: 2, day: 1), Self.received(10, at: 2, day: 20)]
    #expect(
      MadeUp.build(Self.mappings(days: 18), [], lines).accounts[0].transfers.map(\.state)
        == [.paidOnly, .receivedOnly])
    #expect(
      MadeUp.build(Self.mappings(days: 19), [], lines).accounts[0].transfers.map(\.state)
        == [.paired])
  }

  @Test func `A number whose other side lies in the next year is timing in both`() {
    let result = MadeUp.build(
      Self.mappings(), [],
      [
        Self.paid(10, at: 2, "A10001"), Self.received(10, at: 2, "A10001", year: MadeUp.nextYear),
        Self.paid(1, at: 3, year: MadeUp.nextYear), Self.received(1, at: 4),
      ])
    let variances = result.accounts.flatMap(\.variances)
    #expect(variances.map(\.kind) == [.timing, .timing])
    #expect(variances.map(\.amount) == [.pounds(10), .pounds(-10)])
  }

  @Test func `A person matches what nothing else would, and parts what would be matched`() {
    let lines = [
      Self.paid(10, at: 2, day: 1), Self.paid(7, at: 3, day: 1), Self.received(10, at: 2, day: 1),
      Self.received(6, at: 3, day: 2),
    ]
    let result = MadeUp.build(
      Self.mappings(decisions: [
        Self.decision("M1", "la-a.csv", 3), Self.decision("M1", "pct-b.csv", 3),
        Self.decision("M2", "la-a.csv", 2, .unmatched), Self.decision("M3", "la-a.csv", 99),
      ]), [], lines)
    #expect(
      Self.shown(result) == [
        "paid-only - 10.00 - -", "paired manual 7.00 6.00 -", "received-only - - 10.00 -",
      ])
    #expect(result.accounts[0].variances.map(\.amount) == [.pounds(1)])
    #expect(result.codes.contains(.eliminationUnused))
  }

  @Test func `Payments of one amount by the thousand are matched in little time`() {
    let paid = (0..<20_000).map { Self.paid(10, at: $0 + 2, day: $0 % 30 + 1) }
    let received = (0..<20_000).map { Self.received(10, at: $0 + 2, day: $0 % 29 + 1) }
    let result = MadeUp.build(Self.mappings(), [], paid + received)
    #expect(result.accounts[0].transfers.count == 20_000)
  }
}
