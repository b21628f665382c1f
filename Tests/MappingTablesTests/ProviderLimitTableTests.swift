import PoolModel
import Testing

@testable import MappingTables

struct ProviderLimitTableTests {
  @Test func `limits are whole numbers of known names, each once`() {
    let file = MappingFile.table(
      "providers/limits.csv", "limit,value,note", "most-spellings,30,", "most-speling,30,",
      "most-spellings,31,", "most-spellings,many,")
    #expect(ProviderLimitTable.read(file) == [.mostSpellings: 30])
    #expect(file.findings.map(\.position.line) == [3, 4, 5])
    #expect(
      file.findings.map(\.code) == [
        .mappingValueUnreadable, .mappingRowRepeated, .mappingValueUnreadable,
      ])
  }
}
