import ExportReading
import Testing

/// Quotes that stand where RFC 4180 has none: repaired where one reading fits, else set aside.
struct QuoteDefectTests {
  /// A table of four columns around the lines; gives the fields of those lines' records.
  private static func read(_ lines: String) throws -> (fields: [[String]], whole: WholeExport) {
    let above = "Date,Supplier,Service,Amount\n1,a,b,2\n3,\"c, d\",e,4\n"
    let text = above + lines + "\n5,f,g,6\n"
    let whole = try WholeExport(text)
    #expect(whole.takesUp(text.utf8.count))
    #expect(whole.records.last?.fields == ["5", "f", "g", "6"])
    return (whole.records.dropFirst(3).dropLast().map(\.fields), whole)
  }

  @Test(
    arguments: [
      ("1,\"Oak Ltd,home,2", ["1", "\"Oak Ltd", "home", "2"], 1, 2),
      ("1,\"Oak \"the\" Ltd\",home,2", ["1", "Oak \"the\" Ltd", "home", "2"], 1, 2),
      ("1,\"Oak \"the, one\" Ltd\",home,2", ["1", "Oak \"the, one\" Ltd", "home", "2"], 1, 2),
      ("1,\"Oak\" Ltd,home,2", ["1", "\"Oak\" Ltd", "home", "2"], 1, 2),
      ("\"1,Oak,\"a, home\",2", ["\"1", "Oak", "a, home", "2"], 1, 1),
      ("1,\"\"Oak, Ltd\",home,2", ["1", "\"Oak, Ltd", "home", "2"], 1, 2),
      ("1,\"Oak, Ltd\"\",home,2", ["1", "Oak, Ltd\"", "home", "2"], 1, 2),
      ("1,Oak,\"home\"2", ["1", "Oak", "home", "2"], 1, 3),
      ("1,\"Oak\" \"home\",2", ["1", "Oak", "home", "2"], 1, 2),
      ("1,Oak,home,\"", ["1", "Oak", "home", "\""], 1, 4),
      ("1,\"Oak \"the\"\nLtd\",home,2", ["1", "Oak \"the\"\nLtd", "home", "2"], 2, 2),
    ] as [(String, [String], Int, Int)])
  func `A row is repaired where one reading gives it the table's width`(
    row: String, fields: [String], lines: Int, column: Int
  ) throws {
    let (read, whole) = try Self.read(row)
    #expect(read == [fields])
    #expect(whole.brokenLines == [])
    #expect(
      whole.findings == [
        "export.csv:4:\(column): warning: a quote is misplaced; the row is read in the one way "
          + "that gives it 4 cells; compare the rows with the publisher's own copy "
          + "[quote-repaired]"
      ])
  }

  @Test(
    arguments: [
      "1,\"Oak, Ltd,home,2", "1,\"Oak,\"home,2,3,4", "\"1,Oak,home", "1,\"a\" \"b\" \"c\",2",
    ])
  func `A row that can be read in no way or in several is set aside`(row: String) throws {
    let (read, whole) = try Self.read(row)
    #expect(read == [[]])
    #expect(whole.brokenLines == [4])
  }

  @Test(
    arguments: [
      ("1,5\" pipe,6\"\",2", ["1", "5\" pipe", "6\"\"", "2"]),
      ("1,a\"b\"c, \"x\" ,2", ["1", "a\"b\"c", "x", "2"]),
      ("1,\"\",\"\"\"\",2", ["1", "", "\"", "2"]),
      ("1,\"two\nlines\",x,2", ["1", "two\nlines", "x", "2"]),
      ("1,\"a list:\nb,c\nd,e\nend\",x,2", ["1", "a list:\nb,c\nd,e\nend", "x", "2"]),
      ("1,2,3,\"x\n1,2,3,4\ny\"", ["1", "2", "3", "x\n1,2,3,4\ny"]),
    ] as [(String, [String])])
  func `Sound quotes and quotes within text are no defect`(row: String, fields: [String]) throws {
    let (read, whole) = try Self.read(row)
    #expect(read == [fields])
    #expect(whole.brokenLines == [])
    #expect(whole.findings.allSatisfy { $0.contains("[quote-in-text]") })
  }

  @Test func `Rows below an open quote are not swallowed`() throws {
    let rows = (1...50).map { "\($0),s,t,9\n" }.joined()
    let (read, whole) = try Self.read("1,x,\"open, y,2\n\(rows)9,x,y\",2")
    #expect(whole.brokenLines == [4])
    #expect(read.count == 52)
    #expect(read.last == ["9", "x", "y\"", "2"])
  }

  @Test func `A quote in text that is not quoted is told, and kept`() throws {
    let (read, whole) = try Self.read("1,a,5\" pipe,2\n1,a b\"c\",d,2")
    #expect(read == [["1", "a", "5\" pipe", "2"], ["1", "a b\"c\"", "d", "2"]])
    #expect(
      whole.findings == [
        "export.csv:4:3: info: 2 rows have quotes in cells that are not quoted; they are kept as "
          + "text; look at the first one if its cells seem to have slipped [quote-in-text]"
      ])
  }

  @Test func `Like repairs are told as one`() throws {
    let (_, whole) = try Self.read("1,\"a,b,2\n1,c,\"d,2")
    #expect(
      whole.findings == [
        "export.csv:4:2: warning: 2 rows have a misplaced quote; each is read in the one way that "
          + "gives it 4 cells; compare the rows with the publisher's own copy [quote-repaired]"
      ])
  }

  /// Each line is open by itself, and closes what the line before opened when read after it.
  @Test(.timeLimit(.minutes(1)), arguments: ["x\",y,\"z\n", "x,\"lone\n", "\"\n", "a,\"\"\"b\n"])
  func `Many lines with lone quotes are read in linear time`(line: String) throws {
    let text = "a,b\n" + String(repeating: line, count: 3000)
    let read = try WholeExport(text)
    #expect(read.takesUp(text.utf8.count))
  }

  @Test func `Rows are repaired where no row of the table has sound quotes`() throws {
    let text =
      "Payee,Text,Sum\n\"Oak\",\"6\" pipe\",\"1,250.00\"\n\"Elm\",\"8\" pipe\",\"2,100.00\"\n"
    let read = try WholeExport(text)
    #expect(
      read.records.dropFirst().map(\.fields) == [
        ["Oak", "6\" pipe", "1,250.00"], ["Elm", "8\" pipe", "2,100.00"],
      ])
    #expect(read.takesUp(text.utf8.count))
  }

  @Test func `The limits are the caller's`() throws {
    let text = "a,b\nx,\"1\n2\n3\"\n"
    #expect(try WholeExport(text).records.last?.fields == ["x", "1\n2\n3"])
    let limited = try WholeExport(text, limits: RecordLimits(physicalLines: 2))
    #expect(limited.records.count == 4)
  }
}
