import MappingTables
import PoolModel
import Testing

@testable import ProviderMatching

struct ProviderFamiliesTests {
  private static let payees = [
    PayeeMention("Quillfern Trust"), PayeeMention("Quillfern Trading Ltd", company: "1234567"),
    PayeeMention("QUILLFERN TRUST", at: "southbeck"), PayeeMention("Thistle Ltd"),
    PayeeMention("Mrs E Marrow"),
  ]
  private static let ids = ["P-1", "P-2", "P-1", "P-3", "P-INDIVIDUAL"]

  private func member(
    _ family: String, _ member: FamilyMember.Member, id: String = "", line: Int = 2
  ) -> FamilyMember {
    FamilyMember(
      id: id, family: family, member: member,
      position: SourcePosition(file: "mappings/providers/families.csv", line: line))
  }

  private func families(_ members: [FamilyMember]) -> ProviderFamilies {
    ProviderFamilies(
      members, payees: ProviderFamiliesTests.payees, providerIDs: ProviderFamiliesTests.ids,
      history: ProviderIDHistory([
        ProviderIDChange(provider: "P-9", kind: .mergedInto, other: "P-3", runNumber: 1, run: "r")
      ]))
  }

  @Test func `members are found by id, old or new, by spelling and by company number`() {
    let found = families([
      member("Quillfern", .spelling(publisher: "", name: "quillfern  trust")),
      member("Quillfern", .companyNumber("01234567")), member("Quillfern", .provider("P-9")),
    ])
    #expect(Set(found.families.keys) == ["P-1", "P-2", "P-3"])
    #expect(Set(found.families.values).count == 1)
    #expect(found.findings.isEmpty)
  }

  @Test func `a family keeps its id when it is renamed with the id written down`() {
    let own = families([member("Quillfern", .provider("P-1"))]).families["P-1"]
    let renamed = families([member("Quillfern Group", .provider("P-1"), id: own?.id ?? "")])
    #expect(own?.id.hasPrefix("F-") == true)
    #expect(renamed.families["P-1"]?.id == own?.id)
    // A row without the id belongs to the family that has it in another.
    let mixed = families([
      member("Quillfern Group", .provider("P-1"), id: "F-1"),
      member("QUILLFERN GROUP", .provider("P-2")),
    ])
    #expect(mixed.families["P-2"]?.id == "F-1")
    #expect(mixed.findings.isEmpty)
  }

  @Test func `a provider in two families is in neither and is told`() {
    let found = families([
      member("Quillfern", .provider("P-1")), member("Quillfern", .provider("P-2")),
      member("Thistle", .spelling(publisher: "southbeck", name: "QUILLFERN TRUST"), line: 4),
    ])
    #expect(Set(found.families.keys) == ["P-2"])
    #expect(found.findings.map(\.code) == [.familiesContradict])
    #expect(found.findings.map(\.position.line) == [4])
    #expect(found.findings.map(\.value) == ["P-1"])
  }

  @Test(arguments: [
    FamilyMember.Member.provider("P-8"), .companyNumber("07654321"), .companyNumber("N/A"),
    .spelling(publisher: "southbeck", name: "Thistle Ltd"),
    .spelling(publisher: "", name: "Mrs E Marrow"), .spelling(publisher: "", name: " "),
    .spelling(publisher: "", name: "\u{202E}Thistle Ltd"), .provider("P-INDIVIDUAL"),
  ])
  func `a member that no export pays, or an individual, is in no family`(
    nobody: FamilyMember.Member
  ) {
    let found = families([member("Quillfern", nobody), member("Quillfern", nobody, line: 3)])
    #expect(found.families.isEmpty)
    #expect(found.findings.map(\.code) == [.familyMemberUnused])
    #expect(found.findings.map(\.rows) == [2])
  }
}
