import PoolModel
import Testing

@testable import ProviderMatching

struct BodyResolverTests {
  private let bodies = [
    Organisation(
      id: "CCG-1", name: "NHS Northbeck CCG", kind: "ccg", otherNames: ["Northbeck Health"],
      closed: CalendarDay(year: 2022, month: 6, day: 30)),
    Organisation(
      id: "ICB-1", name: "NHS Northbeck ICB", kind: "icb", otherNames: ["Northbeck Health"],
      opened: CalendarDay(year: 2022, month: 7, day: 1)),
    Organisation(id: "LA-1", name: "Northbeck County Council", kind: "county council"),
    Organisation(id: "LA-2", name: "Northbeck Borough Council", kind: "district council"),
  ]

  private var resolver: BodyResolver {
    BodyResolver(organisations: bodies, words: ShippedWords.rows)
  }

  @Test(arguments: [
    ("NORTHBECK CLINICAL COMMISSIONING GROUP", "CCG-1"), ("Northbeck C.C.", "LA-1"),
    ("NORTHBECK COUNTY COUNCIL", "LA-1"), ("Northbeck BC", "LA-2"), ("Northbeck Council", nil),
    ("Northbeck", nil), ("Northbeck Care Ltd", nil), ("", nil),
  ])
  func `a payee's name finds the body or none`(name: String, id: String?) {
    #expect(resolver.organisation(named: name, on: nil) == id)
  }

  @Test
  func `the day decides between a body and its successor`() {
    let name = "Northbeck Health"
    #expect(resolver.organisation(named: name, on: nil) == nil)
    #expect(
      resolver.organisation(named: name, on: CalendarDay(year: 2021, month: 4, day: 1)) == "CCG-1")
    #expect(
      resolver.organisation(named: name, on: CalendarDay(year: 2023, month: 4, day: 1)) == "ICB-1")
  }

  @Test
  func `names of one body are one provider of its kind`() {
    let bodies = [
      Organisation(
        id: "LA-9", name: "Southbeck Council", kind: "district council",
        otherNames: ["SBX Payments"])
    ]
    let result = ShippedWords.matcher(organisations: bodies).match(
      [PayeeMention("Southbeck Council"), PayeeMention("SBX PAYMENTS")], registry: [])
    #expect(result.providers.map(\.kind) == [.council])
    #expect(result.organisationIDs == ["LA-9", "LA-9"])
  }
}
