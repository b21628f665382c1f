import PoolModel
import Testing

@testable import MappingTables

@Suite struct ProviderTablesTests {
  @Test func `words are read in order and a number given twice is told`() {
    let file = MappingFile.table(
      "providers/words.csv", "rule,kind,pattern,becomes,note", "W001,legal-form,limited,ltd,",
      "W002,redaction,redacted*,,", "W001,legal-form,plc,plc,", "W003,legalform,llp,llp,",
      "W004,abbreviation,,st,")
    let words = ProviderWordTable.read(file)
    #expect(words.map(\.rule) == ["W001", "W002"])
    #expect(words[0].kind == .legalForm)
    #expect(words[0].pattern == "limited" && words[0].becomes == "ltd")
    let path = "mappings/providers/words.csv"
    #expect(
      file.complaints == [
        "\(path):4:1: error: the rule \"W001\" already stands on line 2; "
          + "take one of the two out or give it another name [mapping-row-repeated]",
        "\(path):5:2: error: kind \"legalform\" cannot be read; did you mean \"legal-form\"? "
          + "[mapping-value-unreadable]",
        "\(path):6:3: error: pattern is blank; fill it in [mapping-value-unreadable]",
      ])
  }

  private let header =
    "decision,publisher,name,other-publisher,other-name,decided-on,decided-by,reason"

  @Test func `decisions are read with their places`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header, "same,a-council,ELM LODGE,,Elm Lodge Ltd,2024-05-01,x,y",
      "individual,,J PENROSE,,,,,")
    let decisions = ProviderDecisionTable.read(file)
    #expect(file.complaints.isEmpty)
    #expect(decisions.map(\.verdict) == [.same, .individual])
    #expect(decisions[0].publisher == "a-council" && decisions[0].otherName == "Elm Lodge Ltd")
    #expect(decisions[1].position.line == 3)
  }

  @Test func `faults of decisions never show a payee's name`() {
    let file = MappingFile.table(
      "providers/decisions.csv", header, "J PENROSE,,,,,,,", "same,,J PENROSE,,,yesterday,,",
      "individual,,J PENROSE,,PENROSE J,,,", "J PENROSE,individual")
    #expect(ProviderDecisionTable.read(file).isEmpty)
    let path = "mappings/providers/decisions.csv"
    #expect(
      file.findings.sorted(by: Finding.inReadingOrder).map(\.description) == [
        "\(path):2:1: error: decision (not shown here) cannot be read; "
          + "write same, different, individual or organisation [mapping-value-unreadable]",
        "\(path):2:3: error: name is blank; fill it in [mapping-value-unreadable]",
        "\(path):3:5: error: other-name is blank; fill it in [mapping-value-unreadable]",
        "\(path):3:6: error: decided-on (not shown here) cannot be read; "
          + "write a day as 2009-04-01 [mapping-value-unreadable]",
        "\(path):4:5: error: a decision individual is about one name, but a second one is filled; "
          + "leave other-publisher and other-name blank [mapping-value-unreadable]",
        "\(path):5: error: the row has 2 cells and the header 8; "
          + "check its commas; put quotes round a text that holds one [mapping-value-unreadable]",
      ])
    #expect(file.findings.allSatisfy { !"\($0)\($0.value)".contains("PENROSE") })
  }
}
