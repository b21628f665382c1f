import PoolModel
import Testing

@testable import MappingTables

struct ProviderWordTableTests {
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
}
