import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct DecisionLedgerTests {
  private let bodies = [
    Organisation(
      id: "PCT-NB", name: "Northbeck PCT", kind: "PCT",
      otherNames: ["Northbeck Primary Care Trust"]),
    Organisation(id: "PCT-SB", name: "Southbeck PCT", kind: "PCT"),
  ]

  private func row(
    _ line: Int, _ verdict: ProviderDecision.Verdict, _ name: String = "", _ other: String = "",
    id: String = "", at publisher: String = "", body: String = "", revokes: String = ""
  ) -> ProviderDecision {
    ProviderDecision(
      verdict: verdict, id: id, publisher: publisher, name: name, otherName: other, body: body,
      revokes: revokes,
      position: SourcePosition(file: "mappings/providers/decisions.csv", line: line))
  }

  private func states(_ decisions: ProviderDecision...) -> [DecisionLedger.State] {
    DecisionLedger(decisions, organisations: bodies).entries.map(\.state)
  }

  @Test func `a row without an id has one that depends on what it says only`() {
    let one = row(2, .same, "Quillfern Ltd", "Marrow Ltd")
    let ids = DecisionLedger(
      [one, row(3, .different, "Quillfern Ltd", "Marrow Ltd"), row(9, .ignore, "VAT", id: "D-7")],
      organisations: []
    ).entries.map(\.id)
    #expect(ids[0] == DecisionLedger([one], organisations: []).entries[0].id)
    #expect(ids[0].hasPrefix("D-") && ids[0].count == 10 && ids[0] != ids[1])
    #expect(ids[2] == "D-7")
  }

  @Test func `a revocation takes back what stands above it, and can be taken back`() {
    let same = row(2, .same, "Quillfern", "Marrow", id: "D-1")
    let revoked = row(3, .revoked, id: "D-2", revokes: "D-1")
    #expect(states(same, revoked) == [.revoked, .active])
    #expect(
      states(same, revoked, row(4, .revoked, id: "D-3", revokes: "D-2"))
        == [.active, .revoked, .active])
    let id = DecisionRevocations.id(of: row(2, .same, "Quillfern", "Marrow"))
    #expect(
      states(
        row(2, .same, "Quillfern", "Marrow"), row(3, .revoked, revokes: id),
        row(4, .same, "Quillfern", "Marrow")) == [.revoked, .active, .active])
  }

  @Test func `a revocation of nothing is a fault`() {
    let faults = DecisionLedger.faults(in: [row(2, .revoked, revokes: "D-1")])
    #expect(faults.map(\.code) == [.mappingValueUnreadable] && faults[0].position.line == 2)
  }

  @Test func `a cycle counts nowhere until one of its decisions is taken back`() {
    let cycle = [
      row(2, .same, "A Ltd", "B Ltd", id: "D-1"), row(3, .same, "B Ltd", "C Ltd", id: "D-2"),
      row(4, .different, "C Ltd", "A Ltd", id: "D-3"), row(5, .same, "X Ltd", "Y Ltd", id: "D-4"),
    ]
    let ledger = DecisionLedger(cycle, organisations: [])
    #expect(ledger.entries.map(\.state) == [.contradicted, .contradicted, .contradicted, .active])
    #expect(ledger.findings.map(\.position.line) == [4])
    let settled = DecisionLedger(
      cycle + [row(6, .revoked, revokes: "D-1")], organisations: [])
    #expect(settled.entries.map(\.state) == [.revoked, .active, .active, .active, .active])
    #expect(settled.findings.isEmpty)
  }

  @Test func `a name of two bodies is a contradiction, also through another name`() {
    #expect(
      states(
        row(2, .nameOf, "NORTHB", body: "PCT-NB"), row(3, .nameOf, "northb", body: "PCT-SB"))
        == [.contradicted, .contradicted])
    #expect(
      states(
        row(2, .nameOf, "NORTHB", body: "PCT-NB"), row(3, .same, "NORTHB", "SOUTHB"),
        row(4, .nameOf, "SOUTHB", body: "PCT-SB")) == [.contradicted, .contradicted, .contradicted])
    #expect(
      states(
        row(2, .nameOf, "NORTHB", body: "PCT-NB"), row(3, .different, "NORTHB", "Northbeck PCT"))
        == [.contradicted, .contradicted])
  }

  @Test(arguments: [ProviderDecision.Verdict.individual, .ignore])
  func `a name that is no provider's joins nothing`(verdict: ProviderDecision.Verdict) {
    #expect(
      states(row(2, verdict, "Marrow Lodge"), row(3, .same, "marrow lodge", "Quillfern"))
        == [.active, .contradicted])
  }

  @Test func `a name that may be an individual's stays withheld in a contradiction`() {
    let kinds = PayeeKinds(
      words: ShippedWords.rows,
      decisions: [row(2, .individual, "Marrow Lodge"), row(3, .organisation, "Marrow Lodge")])
    #expect(kinds.kind(of: SupplierMention(name: "Marrow Lodge"), publisher: "n") == .individual)
  }

  @Test func `what follows from decisions is settled`() {
    let ledger = DecisionLedger(
      [
        row(2, .same, "A Ltd", "B Ltd"), row(3, .same, "B Ltd", "C Ltd"),
        row(4, .different, "C Ltd", "X Ltd"), row(5, .unsure, "A Ltd", "Y Ltd"),
      ], organisations: [])
    func settles(_ one: String, _ other: String) -> Bool {
      ledger.settles(row(9, .different, one, other))
    }
    #expect(settles("a ltd", "C Ltd") && settles("X Ltd", "A Ltd"))
    #expect(!settles("A Ltd", "Y Ltd") && !settles("X Ltd", "Z Ltd"))
  }

  @Test func `a decision whose names no export holds is unused and named nowhere`() {
    var ledger = DecisionLedger(
      [
        row(2, .same, "Quillfern", "Marrow"), row(3, .same, "Quillfern", "Thistle"),
        row(4, .ignore, "VAT", at: "southbeck"), row(5, .organisation, "VAT", at: "northbeck"),
      ], organisations: [])
    ledger.markUnused(
      payees: ["QUILLFERN", "Marrow ", "VAT"].map { (publisher: "northbeck", name: $0) })
    #expect(ledger.entries.map(\.state) == [.active, .unused, .unused, .active])
    let findings = ledger.unusedFindings
    #expect(findings.map(\.code) == [.decisionUnused] && findings[0].rows == 2)
    #expect(findings[0].position.line == 3 && !findings[0].description.contains("Thistle"))
  }

  @Test func `numbers that speak against a decision are told, and it counts all the same`() {
    let mentions = [
      PayeeMention("Quillfern Ltd", company: "01234567"),
      PayeeMention("Marrow Ltd", company: "07654321"),
      PayeeMention("Quillfern Limited", company: "1234567"),
    ]
    let decisions = [
      row(2, .same, "Quillfern Ltd", "Marrow Ltd", id: "D-1"),
      row(3, .different, "Quillfern Ltd", "Quillfern Limited", id: "D-2"),
      row(4, .different, "Marrow Ltd", "Quillfern Limited", id: "D-3"),
    ]
    let ledger = DecisionLedger(decisions, organisations: [])
    let none = [String?](repeating: nil, count: 3)
    #expect(
      ledger.disputedFindings(mentions: mentions, bodies: none).map(\.value) == ["D-1", "D-2"])
    let plain = ["Quillfern Ltd", "Marrow Ltd"].map { PayeeMention($0) }
    #expect(
      ledger.disputedFindings(mentions: plain, bodies: ["CCG-1", "ICB-1"]).map(\.value) == ["D-1"])
    let ids = ShippedWords.matcher(decisions: decisions).match(mentions, registry: []).providerIDs
    #expect(ids[0] == ids[1] && ids[0] != ids[2])
  }

  @Test func `a name of a body joins the body's own names`() {
    let matcher = ShippedWords.matcher(
      decisions: [row(2, .nameOf, "Quillfern Commissioners", body: "PCT-NB")],
      organisations: bodies)
    let names = ["Quillfern Commissioners", "NORTHBECK PCT", "Northbeck Primary Care Trust"]
    let result = matcher.match(names.map { PayeeMention($0) }, registry: [])
    #expect(Set(result.providerIDs).count == 1)
    #expect(result.organisationIDs.allSatisfy { $0 == "PCT-NB" })
  }

  @Test func `a text that is no payee is a class of its own`() {
    let result = ShippedWords.matcher(decisions: [row(2, .ignore, "Quillfern journal")]).match(
      [PayeeMention("QUILLFERN JOURNAL"), PayeeMention("Quillfern Journals Ltd")], registry: [])
    #expect(result.providerIDs[0] == "P-IGNORED" && result.providerIDs[1] != "P-IGNORED")
    #expect(result.registry.map(\.name) == ["Quillfern Journals Ltd"])
  }
}
