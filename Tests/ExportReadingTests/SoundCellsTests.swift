import ExportReading
import Testing

struct SoundCellsTests {
  private static func cells(_ record: String, _ dialect: Dialect = .standard) -> [String]? {
    SoundCells(Array(record.utf8), dialect: dialect)?.cells
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `cells are exact, blanks included`() {
    #expect(Self.cells(#"a, b ,"c, ""d""",,"#) == ["a", " b ", #"c, "d""#, "", ""])
    #expect(Self.cells("") == [""])
    // Blanks around a quoted cell are none of it.
    #expect(Self.cells(#" "a" ,b"#) == ["a", "b"])
  }

  @Test(arguments: [#"a"b,c"#, #""a"b,c"#, #"a,"b"#, #"a, b"c""#])
  func `a quote in a wrong place makes a record unsound`(record: String) {
    #expect(Self.cells(record) == nil)
  }

  @Test func `a cell's place is that of its text`() throws {
    let cells = try #require(SoundCells(Array(#"ab,"c,d",e"#.utf8), dialect: .standard)).cells
    #expect(cells.map(\.place) == [0..<2, 4..<7, 9..<10])
    #expect(cells.map(\.isQuoted) == [false, true, false])
  }

  @Test func `a dialect may have a delimiter of two bytes, another quote and a backslash`() {
    let dialect = Dialect(delimiter: Array(", ".utf8), quote: 0x27, escape: .backslash)
    #expect(Self.cells(#"'a, b', c\'s, 'd\'s'"#, dialect) == nil)
    #expect(Self.cells(#"'a, b', "c", 'd\'s'"#, dialect) == ["a, b", #""c""#, "d's"])
  }
}
