import ExportReading
import ImportTestSupport
import Testing

struct RecordReaderTests {
  @Test func `Every record knows its physical line and its bytes`() throws {
    let read = try WholeExport("a,b\r\n\r\n\"x\r\ny\",1\r\nlast,2")
    #expect(
      read.records == [
        PlainRecord(fields: ["a", "b"], line: 1, bytes: 0..<5),
        PlainRecord(fields: [], line: 2, bytes: 5..<7),
        PlainRecord(fields: ["x\r\ny", "1"], line: 3, bytes: 7..<17),
        PlainRecord(fields: ["last", "2"], line: 5, bytes: 17..<23),
      ])
    #expect(read.findings == [])
  }

  @Test(
    arguments: [
      ("a b , c\t,\" d \"\n", ["a b ", " c\t", " d "]),
      (" \"a\" , \"b\"\t,c \n", ["a", "b", "c "]),
      ("\"\"\n", [""]),
      ("x, ,\"\"\"\"\n", ["x", " ", "\""]),
      ("a,b ", ["a", "b "]),
      ("\"a\"\"b\",\"\",\n", ["a\"b", "", ""]),
      ("5\" pipe,x\n", ["5\" pipe", "x"]),
      ("\u{FEFF}a,b\n", ["a", "b"]),
      ("a;b,c", ["a;b", "c"]),
    ] as [(String, [String])])
  func `Fields are unquoted, and blanks are kept but outside quotes`(
    line: String, fields: [String]
  ) throws {
    #expect(try WholeExport(line).records.map(\.fields) == [fields])
  }

  @Test func `A line of blanks is one field of blanks, and blank`() throws {
    let read = try WholeExport("x\n \t\n , \n")
    #expect(read.records.map(\.fields) == [["x"], [" \t"], [" ", " "]])
  }

  @Test func `Other delimiters than the comma are kept to`() throws {
    let folder = try TemporaryFolder()
    let file = try ExportFile.open(folder.write(Array("a,b;c\n".utf8))).get()
    let batch = RecordBatch()
    #expect(RecordReader(file, dialect: Dialect(delimiter: [0x3B])).read(into: batch))
    #expect(batch.texts(record: 0) == ["a,b", "c"])
    #expect(batch.text(record: 0, field: 2) == "")
  }

  @Test func `A quote that never ends breaks its first line only`() throws {
    let text = "a,b\nx,\"open,c\ny,1\nz,2\n"
    let read = try WholeExport(text)
    #expect(read.records.map(\.fields) == [["a", "b"], [], ["y", "1"], ["z", "2"]])
    #expect(read.records.map(\.line) == [1, 2, 3, 4])
    #expect(read.brokenLines == [2])
    #expect(read.takesUp(text.utf8.count))
  }

  @Test(arguments: [("short\n", 3000), (String(repeating: "x", count: 9000) + "\n", 400)])
  func `An open quote is given up after a thousand lines or a mebibyte`(
    line: String, count: Int
  ) throws {
    let text = "a,b\nx,\"open,c\n" + String(repeating: line, count: count)
    let read = try WholeExport(text)
    #expect(read.brokenLines == [2])
    #expect(read.records.count == count + 2)
    #expect(read.records.last?.line == count + 2)
    #expect(read.takesUp(text.utf8.count))
  }

  @Test func `Lines that are given up and read again are counted once as decoded`() throws {
    let text: [UInt8] = Array("é,1\nx,\"open,c\n".utf8) + [0xA3, 0x0A] + [0xA3, 0x0A]
    let read = try WholeExport(text)
    #expect(read.records.map(\.fields) == [["é", "1"], [], ["£"], ["£"]])
    #expect(
      read.findings == [
        "export.csv:3: info: 2 lines are not UTF-8 though others are; check the accented "
          + "letters; if they are wrong, write encoding: with the right one into the source file "
          + "[encoding-mixed]"
      ])
  }

  @Test func `A line without end is told and not read`() throws {
    let text = "a,b\n1,2\n" + String(repeating: "x", count: 17 << 20) + "\n3,4\n"
    let read = try WholeExport(text)
    #expect(read.records.map(\.fields) == [["a", "b"], ["1", "2"]])
    #expect(
      read.findings == [
        "export.csv:3: error: a line is longer than 8 MiB; ask the publisher for the export as "
          + "CSV [export-not-csv]"
      ])
  }
}
