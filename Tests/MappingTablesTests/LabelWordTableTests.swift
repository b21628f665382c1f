import PoolModel
import Testing

@testable import MappingTables

struct LabelWordTableTests {
  @Test func `words state codes of their axis, with what denies and what they need`() {
    let file = MappingFile.table(
      "categories/label-words.csv", "words,axis,code,unless,needs,outweighs,certainty,note",
      "learning  disab*| ld ,client-group,CG-LD,legal|loading,care,CG-MH,judged,",
      "rest home,care-setting,ST-RES,,,,,")
    let words = LabelWordTable.read(file, known: .ofTests)
    #expect(file.complaints == [])
    #expect(words.map(\.spellings) == [["learning disab*", "ld"], ["rest home"]])
    #expect(words.map(\.code) == ["CG-LD", "ST-RES"])
    #expect(words.first?.unless == ["legal", "loading"])
    #expect(words.first?.needs == ["care"])
    #expect(words.first?.outweighs == ["CG-MH"])
  }

  @Test func `all faults of the rows are told`() {
    let file = MappingFile.table(
      "categories/label-words.csv", "words,axis,code,unless,needs,outweighs,certainty,note",
      "rest home,care-setting,ST-RES,,,,,", "Rest Home|care home,care-setting,ST-RES,,,,,",
      "hostel,setting,ST-RES,,,,,", "hostel,care-setting,ST-REZ,,,ST-CHH,guessed,",
      "|,client-group,CG-LD,,,,,")
    _ = LabelWordTable.read(file, known: .ofTests)
    #expect(file.findings.map(\.position.line) == [3, 4, 5, 5, 5, 6])
    #expect(
      file.findings.map(\.code) == [
        .mappingRowRepeated, .mappingValueUnreadable, .mappingValueUnreadable, .categoryUnknown,
        .categoryUnknown, .mappingValueUnreadable,
      ])
  }
}
