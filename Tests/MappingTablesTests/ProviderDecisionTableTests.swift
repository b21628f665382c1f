import PoolModel
import Testing

@testable import MappingTables

struct ProviderDecisionTableTests {
  private let oldHeader =
    "decision,publisher,name,other-publisher,other-name,decided-on,decided-by,reason"
  private let header = ProviderDecisionTable.columns.joined(separator: ",")
  private let path = "mappings/providers/decisions.csv"

  private func read(_ file: MappingFile) -> [ProviderDecision] {
    ProviderDecisionTable.read(file, known: .ofTests)
  }

  @Test func `an older file is read with the places of its decisions`() {
    let file = MappingFile.table(
      "providers/decisions.csv", oldHeader,
      "same,a-council,ELM LODGE,,Elm Lodge Ltd,2024-05-01,x,y", "individual,,J PENROSE,,,,,")
    let decisions = read(file)
    #expect(file.complaints.isEmpty)
    #expect(decisions.map(\.verdict) == [.same, .individual])
    #expect(decisions[0].publisher == "a-council" && decisions[0].otherName == "Elm Lodge Ltd")
    #expect(decisions[0].day == CalendarDay(iso: "2024-05-01") && decisions[0].decidedBy == "x")
    #expect(decisions[1].position.line == 3)
  }

  @Test func `a ledger has every verdict, with its own columns`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header, "D-1,different,,Elm,,Elms,,,2024-05-01,x,y",
      "D-2,name-of,a-council,NORTHBECK,,,PCT-9AA,,2024-05-01,x,y",
      "D-3,unsure,,Elm,,Elmer,,,2024-05-01,x,y", ",ignore,,VAT,,,,,2024-05-01,x,y",
      "D-5,revoked,,,,,,D-1,2024-05-02,x,y")
    let decisions = read(file)
    #expect(file.complaints.isEmpty)
    #expect(decisions.map(\.verdict) == [.different, .nameOf, .unsure, .ignore, .revoked])
    #expect(decisions[1].body == "PCT-9AA" && decisions[4].revokes == "D-1")
    #expect(decisions.map(\.id) == ["D-1", "D-2", "D-3", "", "D-5"])
  }

  @Test func `each row of a ledger says who, when and why, and has an id of its own`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header, "D-1,organisation,,Elm,,,,,,,",
      "D-2,organisation,,Elm,,,,,2024-05-01,x,y", "D-2,organisation,,Elm,,,,,2024-05-01,x,y",
      "D-3,name-of,,Elm,,,PCT-9XX,D-1,2024-05-01,x,y")
    #expect(read(file).map(\.id) == ["D-2"])
    let blank = ["decided-on", "decided-by", "reason"].enumerated().map {
      "\(path):2:\($0 + 9): error: \($1) is blank; fill it in [mapping-value-unreadable]"
    }
    #expect(
      file.complaints == blank + [
        "\(path):4:1: error: the decision (not shown here) already stands on line 3; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "\(path):5:8: error: a decision name-of says nothing with revokes, but it is filled; "
          + "leave revokes blank [mapping-value-unreadable]",
      ])
  }

  @Test func `an unknown column names the nearest one`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header.replacing("revokes", with: "revoke"))
    #expect(read(file).isEmpty)
    #expect(
      file.complaints == [
        "\(path):1:8: error: the table has no column (not shown here); did you mean \"revokes\"? "
          + "[mapping-column-unknown]"
      ])
  }

  @Test func `a body that is in no table is told`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header, "D-3,name-of,,Elm,,,PCT-9XX,,2024-05-01,x,y")
    _ = read(file)
    #expect(file.findings.map(\.code) == [.bodyUnknown])
  }

  @Test func `faults of decisions never show a payee's name`() {
    let file = MappingFile.table(
      "providers/decisions.csv", oldHeader, "J PENROSE,,,,,,,", "same,,J PENROSE,,,yesterday,,",
      "individual,,J PENROSE,,PENROSE J,,,", "J PENROSE,individual")
    #expect(read(file).isEmpty)
    #expect(
      file.findings.sorted(by: Finding.inReadingOrder).map(\.description) == [
        "\(path):2:1: error: decision (not shown here) cannot be read; write same, different, "
          + "name-of, individual, organisation, unsure, ignore or revoked [mapping-value-unreadable]",
        "\(path):2:3: error: name is blank; fill it in [mapping-value-unreadable]",
        "\(path):3:5: error: other-name is blank; fill it in [mapping-value-unreadable]",
        "\(path):3:6: error: decided-on (not shown here) cannot be read; "
          + "write a day as 2009-04-01 [mapping-value-unreadable]",
        "\(path):4:5: error: a decision individual says nothing with other-name, but it is filled; "
          + "leave other-name blank [mapping-value-unreadable]",
        "\(path):5: error: the row has 2 cells and the header 8; "
          + "check its commas; put quotes round a text that holds one [mapping-value-unreadable]",
      ])
    #expect(file.findings.allSatisfy { !"\($0)\($0.value)".contains("PENROSE") })
  }
}
