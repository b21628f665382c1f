import ExportReading
import Testing

@testable import TableFinding

struct SoundRecordTests {
  private static func cells(_ record: String, _ dialect: Dialect = .standard) -> [String]? {
    SoundRecord(dialect: dialect).cells(of: Array(record.utf8))?
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `cells are exact, blanks included`() {
    #expect(Self.cells(#"a, b ,"c, ""d""",,"#) == ["a", " b ", #"c, "d""#, "", ""])
    #expect(Self.cells("") == [""])
  }

  @Test(arguments: [#"a"b,c"#, #""a"b,c"#, #"a,"b"#, #" "a",b"#])
  func `a quote in a wrong place makes a record unsound`(record: String) {
    #expect(Self.cells(record) == nil)
  }

  @Test func `a quote that is taken for text is one`() {
    let record = SoundRecord(dialect: .standard)
    let cells = record.cells(of: Array(#""a,"b,c""#.utf8), literalQuote: 0)
    #expect(cells == [Array(#""a"#.utf8), Array("b,c".utf8)])
  }

  @Test func `a dialect may have a delimiter of two bytes, another quote and a backslash`() {
    let dialect = Dialect(delimiter: Array(", ".utf8), quote: 0x27, escape: .backslash)
    #expect(Self.cells(#"'a, b', c\'s, 'd\'s'"#, dialect) == nil)
    #expect(Self.cells(#"'a, b', "c", 'd\'s'"#, dialect) == ["a, b", #""c""#, "d's"])
  }
}
