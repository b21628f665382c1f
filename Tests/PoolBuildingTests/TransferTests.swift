import MappingTables
import PoolBuilding
import PoolModel
import Testing

/// Rule 2: money that moves between partners is not spending.
struct TransferTests {
  private let mappings = MadeUp.mappings(MadeUp.agreement())

  @Test func `A contribution and its receipt pair and leave the sums`() throws {
    let result = MadeUp.build(
      mappings, [MadeUp.fact("PCT-B", 30)],
      [
        MadeUp.line(MadeUp.fact("LA-A", 10, flow: "FL-CON", to: "PCT-B"), at: 7),
        MadeUp.line(MadeUp.fact("PCT-B", -10, flow: "FL-CIN", to: "LA-A"), at: 9),
      ])
    let transfer = try #require(result.accounts.first?.transfers.first)
    #expect(transfer.state == .paired)
    #expect([transfer.payer, transfer.payee, transfer.foundBy] == ["LA-A", "PCT-B", "rule"])
    #expect([transfer.paid, transfer.received] == [.pounds(10), .pounds(10)])
    #expect(transfer.paidAt?.line == 7)
    #expect(transfer.receivedAt?.line == 9)
    #expect(result.accounts.first?.knownSpending == .pounds(30))
    #expect(result.placements.map(\.eliminated.amount) == [.pounds(10), .pounds(-10)])
    #expect(!result.codes.contains(.transferUnpaired))
  }

  @Test func `Amounts that differ by a penny do not pair, and each end is told`() {
    let result = MadeUp.build(
      mappings, [],
      [
        MadeUp.line(MadeUp.fact("LA-A", 10, flow: "FL-CON", to: "PCT-B")),
        MadeUp.line(MadeUp.fact("PCT-B", -10, pence: -1, flow: "FL-CIN", to: "LA-A")),
      ])
    #expect(result.accounts.first?.transfers.map(\.state) == [.paidOnly, .receivedOnly])
    let unpaired = result.findings.filter { $0.code == .transferUnpaired }
    #expect(unpaired.map(\.atStake) == [.pounds(10), .pounds(10, pence: 1)])
    #expect(
      unpaired.map(\.message) == [
        "Ambleford Council paid £10.00 to Brackley PCT, and no receipt of it is found",
        "Brackley PCT received £10.01 from Ambleford Council, and no payment of it is found",
      ])
  }

  @Test func `Of equal amounts the nearest days pair, and equal days in file order`() {
    let paid = [(3, 1), (4, 20), (5, 20)].map { line, day in
      MadeUp.line(MadeUp.fact("LA-A", 10, flow: "FL-CON", to: "PCT-B"), at: line, day: day)
    }
    let received = [(6, 19), (7, 21), (8, 2)].map { line, day in
      MadeUp.line(MadeUp.fact("PCT-B", -10, flow: "FL-CIN", to: "LA-A"), at: line, day: day)
    }
    let result = MadeUp.build(mappings, [], (received + paid).reversed())
    let pairs = result.accounts[0].transfers.map { [$0.paidAt?.line, $0.receivedAt?.line] }
    #expect(pairs == [[3, 8], [4, 6], [5, 7]])
  }

  @Test func `A receipt printed as a debit pairs when no credit does`() {
    let result = MadeUp.build(
      mappings, [],
      [
        MadeUp.line(MadeUp.fact("LA-A", 10, flow: "FL-CON", to: "PCT-B")),
        MadeUp.line(MadeUp.fact("PCT-B", 10, flow: "FL-CIN", to: "LA-A")),
      ])
    #expect(result.accounts.first?.transfers.map(\.state) == [.paired])
    #expect(result.accounts.first?.transfers.first?.received == .pounds(10))
  }

  @Test func `A flow that is its own counterpart is received where it is a credit`() {
    let result = MadeUp.build(
      mappings, [],
      [
        MadeUp.line(MadeUp.fact("PCT-B", 8, flow: "FL-256", to: "LA-A")),
        MadeUp.line(MadeUp.fact("LA-A", -8, flow: "FL-256", to: "PCT-B")),
      ])
    #expect(result.accounts.first?.transfers.map(\.state) == [.paired])
    #expect(result.accounts.first?.transfers.first?.payer == "PCT-B")
  }

  @Test func `A claimed payment to a partner is a transfer found by its payee`() {
    let result = MadeUp.build(
      mappings, [],
      [
        MadeUp.line(MadeUp.fact("LA-A", 10, to: "PCT-B")),
        MadeUp.line(MadeUp.fact("PCT-B", -10, flow: "FL-CIN", to: "LA-A")),
      ])
    #expect(result.accounts.first?.transfers.map(\.foundBy) == ["payee"])
    #expect(result.accounts.first?.transfers.map(\.state) == [.paired])
    #expect(result.accounts.first?.spending == [])
  }

  @Test func `A payment to an NHS trust that is no partner is final spending`() {
    let line = MadeUp.line(MadeUp.fact("PCT-B", 12, to: "TRUST-D"))
    let result = MadeUp.build(mappings, [], [line])
    #expect(result.accounts.first?.knownSpending == .pounds(12))
    #expect(result.accounts.first?.transfers == [])
  }

  @Test func `A payment to a partner that no scheme claims is an ordinary payment outside`() {
    let claims = Agreement.Claim(clientGroups: ["CG-MH"])
    let narrow = MadeUp.mappings(MadeUp.agreement(schemes: [MadeUp.scheme("mh", claims)]))
    let result = MadeUp.build(narrow, [], [MadeUp.line(MadeUp.fact("LA-A", 9, to: "PCT-B"))])
    #expect(result.outsideTexts == ["no agreement claims it: £9.00"])
  }

  @Test(arguments: ["PCT-C", "TRUST-D", ""])
  func `A transfer to a body outside every pool stays outside`(payee: String) {
    let out = MadeUp.line(MadeUp.fact("LA-A", 9, flow: "FL-CON", to: payee))
    let back = MadeUp.line(MadeUp.fact("LA-A", -4, flow: "FL-CIN", to: payee))
    let result = MadeUp.build(mappings, [], [out, back])
    #expect(result.outsideTexts == ["transfer to a body outside every pool: £5.00"])
  }

  @Test func `A rule that names the pool places a transfer whose payee is not known`() {
    let line = MadeUp.line(MadeUp.fact("LA-A", 9, flow: "FL-CON", scheme: "pool/all"))
    let transfer = MadeUp.build(mappings, [], [line]).accounts.first?.transfers.first
    #expect(transfer?.state == .paidOnly)
    #expect(transfer?.payee == "")
  }

  @Test func `Of two pools with both partners, the one whose scheme claims the transfer has it`() {
    let claiming = [MadeUp.scheme("in", Agreement.Claim(flows: ["FL-CON"]))]
    let line = MadeUp.line(MadeUp.fact("LA-A", 9, flow: "FL-CON", to: "PCT-B"))
    let one = MadeUp.mappings(MadeUp.agreement("n"), MadeUp.agreement("s", schemes: claiming))
    #expect(MadeUp.build(one, [], [line]).accounts.map(\.transfers.count) == [0, 1])

    let none = MadeUp.build(
      MadeUp.mappings(MadeUp.agreement("n"), MadeUp.agreement("s")), [], [line])
    #expect(
      none.outsideTexts == ["transfer between partners of two pools, claimed by neither: £9.00"])
    #expect(none.codes.contains(.lineInTwoPools))
  }

  @Test func `Transfers within one partner are paid and received by it`() {
    let result = MadeUp.build(
      mappings, [],
      [
        MadeUp.line(MadeUp.fact("LA-A", 6, flow: "FL-CON", to: "LA-A"), at: 2),
        MadeUp.line(MadeUp.fact("LA-A", -6, flow: "FL-CIN", to: "LA-A"), at: 3),
      ])
    #expect(result.accounts.first?.transfers.map(\.state) == [.paired])
    let alone = MadeUp.build(
      mappings, [], [MadeUp.line(MadeUp.fact("LA-A", 6, flow: "FL-CON", to: "LA-A"), at: 2)])
    #expect(alone.accounts.first?.transfers.isEmpty == true)
    #expect(alone.outsideTexts == ["transfer of a body to itself, without its other end: £6.00"])
  }
}
