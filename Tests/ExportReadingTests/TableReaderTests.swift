import ExportReading
import Testing

struct TableReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Records have their line and their cells, blank ones are passed over`(lineEnd: String) {
    let lines = [
      "\u{FEFF}code,note", "", " ,", "\"A,1\",\"two", "lines\"", " B , \"\"\"b\"\"\"", "C",
    ]
    let records = TableReader.records(of: Array(lines.joined(separator: lineEnd).utf8))
    #expect(records.map(\.line) == [1, 4, 6, 7])
    #expect(
      records.map(\.cells)
        == [["code", "note"], ["A,1", "two\(lineEnd)lines"], ["B", "\"b\""], ["C"]])
  }

  @Test func `A quote that never ends takes the rest into its cell`() {
    let records = TableReader.records(of: Array("a,b\nx,\"open\ny,1\n".utf8))
    #expect(records.map(\.cells) == [["a", "b"], ["x", "open\ny,1\n"]])
  }

  @Test func `No bytes hold no records`() {
    #expect(TableReader.records(of: []).isEmpty)
    #expect(TableReader.records(of: Array("\n\r\n".utf8)).isEmpty)
  }

  @Test(arguments: 1...50) func `A table is read as an export is`(seed: UInt64) throws {
    let bytes = Array(String(decoding: MadeUpCSV(seed: seed).bytes, as: UTF8.self).utf8)
    let expected = ReferenceCSV.records(of: bytes, characters: [:], trimsBlanks: true)
      .filter { $0.fields.contains { !$0.isEmpty } }
    let read = TableReader.records(of: bytes)
    #expect(read.map(\.cells) == expected.map(\.fields))
    #expect(read.map(\.line) == expected.map(\.line))
  }
}
