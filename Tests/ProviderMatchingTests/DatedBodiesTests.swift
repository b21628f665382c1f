import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct DatedBodiesTests {
  private static func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }

  /// A CCG that became part of an ICB, which has another name, and a PCT that two CCGs followed.
  private func bodies(_ decisions: [ProviderDecision] = []) throws -> DatedBodies {
    var mappings = MappingSet()
    let all = [
      Organisation(
        id: "PCT-1", name: "Northbeck PCT", kind: "PCT", closed: Self.day("2013-03-31")),
      Organisation(
        id: "CCG-1", name: "Northbeck CCG", kind: "CCG", opened: Self.day("2013-04-01"),
        closed: Self.day("2022-06-30")),
      Organisation(
        id: "ICB-1", name: "Beckshire ICB", kind: "ICB", opened: Self.day("2022-07-01")),
    ]
    mappings.organisations = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    mappings.providerWords = ShippedWords.rows
    mappings.providerDecisions = decisions
    func follows(_ one: String, _ other: String, _ day: String, _ rule: String) throws -> Succession
    {
      Succession(
        predecessor: one, successor: other, effective: try #require(Self.day(day)),
        kind: "statutory transfer", splitRule: rule)
    }
    mappings.successions = [
      try follows("PCT-1", "CCG-1", "2013-04-01", "no automatic split"),
      try follows("CCG-1", "ICB-1", "2022-07-01", "whole"),
    ]
    return DatedBodies(mappings)
  }

  @Test(arguments: [
    ("NORTHBECK CCG", "2021-05-01", "CCG-1"), ("Northbeck CCG", "2022-06-30", "CCG-1"),
    ("Northbeck CCG", "2022-07-01", "ICB-1"), ("Beckshire ICB", "2023-01-01", "ICB-1"),
    ("Northbeck PCT", "2010-01-01", "PCT-1"),
  ])
  func `a payee is the body that stood on the day of payment`(
    name: String, day: String, body: String
  ) throws {
    #expect(
      try bodies().body(named: name, publisher: "north", on: Self.day(day)) == body)
  }

  @Test(arguments: [
    ("Northbeck PCT", "2013-05-01"), ("Beckshire ICB", "2021-01-01"), ("Quillfern", "2021-01-01"),
  ])
  func `a body that was divided, or not yet there, is nobody's guess`(
    name: String, day: String
  ) throws {
    #expect(try bodies().body(named: name, publisher: "north", on: Self.day(day)) == nil)
  }

  @Test func `a name that is decided to be a body's follows its successions`() throws {
    let decided = try bodies([
      ProviderDecision(
        verdict: .nameOf, publisher: "north", name: "Commissioning Unit", body: "CCG-1",
        position: SourcePosition(file: "d.csv", line: 2))
    ])
    func body(_ publisher: String, _ day: String) -> String? {
      decided.body(named: "COMMISSIONING UNIT", publisher: publisher, on: Self.day(day))
    }
    #expect(body("north", "2021-01-01") == "CCG-1" && body("north", "2022-08-01") == "ICB-1")
    #expect(body("south", "2021-01-01") == nil)
    #expect(decided.canBeBody("commissioning unit", publisher: "north"))
    #expect(!decided.canBeBody("commissioning unit", publisher: "south"))
  }

  @Test func `an explanation tells the body, its days and who followed`() throws {
    #expect(
      try bodies().explanation(of: "Northbeck CCG", publisher: "") == [
        "\"Northbeck CCG\" names CCG-1, Northbeck CCG (from 2013-04-01 to 2022-06-30)",
        "CCG-1 was followed on 2022-07-01 by ICB-1, Beckshire ICB (from 2022-07-01): "
          + "statutory transfer",
      ])
    #expect(try bodies().explanation(of: "Quillfern", publisher: "").isEmpty)
  }
}
