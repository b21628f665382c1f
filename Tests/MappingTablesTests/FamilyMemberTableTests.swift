import PoolModel
import Testing

@testable import MappingTables

struct FamilyMemberTableTests {
  private let header =
    "id,family,provider,publisher,name,company-number,decided-on,decided-by,reason"
  private let path = "mappings/providers/families.csv"

  private func file(_ rows: String...) -> MappingFile {
    MappingFile(
      path: path, text: ([header] + rows).map { $0 + "\n" }.joined())
  }

  @Test func `a member is named by an id, by a spelling or by a company number`() {
    let file = file(
      "F-1,Quillfern,P-1,,,,2024-05-01,x,y", "F-1,Quillfern,,a-council,Marrow Ltd,,2024-05-01,x,y",
      ",Thistle,,,,01234567,2024-05-01,x,y")
    let members = FamilyMemberTable.read(file)
    #expect(file.complaints.isEmpty)
    #expect(
      members.map(\.member) == [
        .provider("P-1"), .spelling(publisher: "a-council", name: "Marrow Ltd"),
        .companyNumber("01234567"),
      ])
    #expect(members.map(\.id) == ["F-1", "F-1", ""])
    #expect(members.map(\.position.line) == [2, 3, 4])
  }

  @Test func `a row that names no member or two, nobody who decided or a family anew is a fault`() {
    let file = file(
      ",Quillfern,,,,,2024-05-01,x,y", ",Quillfern,P-1,,Marrow,,2024-05-01,x,y",
      ",Quillfern,P-1,a-council,,,2024-05-01,x,y", ",,P-1,,,,2024-05-01,x,y",
      ",Quillfern,P-1,,,,,x,", "F-1,Quillfern,P-1,,,,2024-05-01,x,y",
      "F-1,Quilfern,P-2,,,,2024-05-01,x,y", "F-1,Quillfern,P-1,,,,2024-05-01,x,y")
    #expect(FamilyMemberTable.read(file).map(\.position.line) == [7])
    let complaints: [String] = [
      "2:5: error: the row names no member; fill one of provider, name and company-number",
      "3:5: error: the row names its member by provider and name; fill one of provider, name and company-number",
      "4:4: error: publisher goes with name only; leave it blank",
      "5:2: error: family is blank; fill it in",
      "6:7: error: decided-on is blank; fill it in",
      "6:9: error: reason is blank; fill it in",
      "8:2: error: another row gives the family F-1 another name; write one name in all its rows",
      "9:2: error: the member (not shown here) already stands on line 7; take one of the two out or give it another name",
    ]
    let told = file.findings.map { finding in
      finding.description.dropFirst(path.count + 1).prefix { $0 != "[" }.dropLast()
    }
    #expect(told.map(String.init) == complaints)
  }

  @Test func `an unknown and a doubled column are told`() {
    let file = MappingFile(path: path, text: "famly,name,name\nQuillfern,Marrow,Marrow\n")
    #expect(FamilyMemberTable.read(file).isEmpty)
    #expect(
      file.complaints == [
        "\(path):1:1: error: the table has no column (not shown here); did you mean \"family\"? "
          + "[mapping-column-unknown]",
        "\(path):1:3: error: the column (not shown here) stands a second time; take one of them out "
          + "[mapping-column-unknown]",
      ])
  }
}
