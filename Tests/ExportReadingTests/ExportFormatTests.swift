import ExportReading
import PoolModel
import Testing

struct ExportFormatTests {
  private static func format(_ text: String) -> ExportFormat {
    ExportFormat.of(Array(text.utf8), isWhole: true)
  }

  @Test(
    arguments: [
      ("Date,Payee,Amount\n1/4/2012,Oak; Ash,5.00\n2/4/2012,\"Elm, Yew\",6.00\n", "commas"),
      ("Date;Payee;Amount\n1/4/2012;Oak, Ltd;5,00\n2/4/2012;Elm;6,50\n", "semicolons"),
      ("Date\tPayee\tAmount\n1/4/2012\tOak, Ltd\t5\n", "tabs"),
      ("Date~Payee~Amount\n1/4/2012~Oak~5,000.00\n2/4/2012~Elm~6,250.00\n", "tildes"),
      ("Date|Payee|Amount\n1/4/2012|Oak|5\n", "bars"),
      ("Day Code Amount\n1/4/2012 A1 5\n2/4/2012 \"B 2\" 6\n3/4/2012 C3 7\n", "spaces"),
      ("Date, Payee, Amount\n1/4/2012, \"Oak, Ltd\", 5\n2/4/2012, Elm, 6\n", "commas and spaces"),
      ("Date, Payee, Amount\n1/4/2012,Oak, 5\n2/4/2012, Elm, 6\n", "commas"),
      ("Date,Payee,Amount\n1,'Oak, Ltd',5\n2,'Elm, Ltd',6\n", "commas with single quotes"),
      // One apostrophe is no quote, in rows of unlike widths neither.
      (
        "Payments,,\n\nArea,Payee,Sum\nHomes,Oak,\"1,000.00\"\nChildren's Homes,Elm,\"3,127.00\"\n"
          + "Children's Homes,Yew,\"1,630.00\"\n\nHomes,Ash,741.34,\nHomes,Ash,806.40,\n", "commas"
      ),
      (
        "Payee,Sum\nOak,\"7,257.31\"\nElm,\"4,366.43\"\nSt Ash's,\"2,396.77\"\nYew,50.00\n",
        "commas"
      ),
      ("Date,Payee\n1,O'Neill\n2,the 'Elm'\n", "commas"),
      // Quotes that are not doubled, on every row, are repaired row by row.
      (
        "Payee,Text,Sum\n\"Oak\",\"6\" pipe\",\"1,250.00\"\n\"Elm\",\"8\" pipe\",\"2,100.00\"\n",
        "commas"
      ),
      (
        "Payee,Size,Amount\n\"Oak\",\"5\\\"\",5\n\"Elm, Ash\",\"6\\\", 7\\\"\",6\n",
        "commas with quotes after backslashes"
      ),
      ("Path,Amount\n\"C:\\\",5\n\"D:\\\",6\n", "commas"),
      ("Payee\nOak Ltd\nElm and Yew\n", "commas"),
      ("Payee\nOak Ltd\nElm Ltd\nYew Ltd\n", "commas"), ("Payee", "commas"),
      ("a;b;c", "semicolons"),
      ("one line of text only\n", "commas"),
      ("Payments over £500\n\nDate,Payee,Amount\n1/4/2012,Oak,5\n", "commas"),
      ("\u{FEFF}Date;Amount\r1/4/2012;5\r2/4/2012;6\r", "semicolons"),
    ])
  func `The dialect is the one that makes a table of the lines`(text: String, name: String) {
    #expect(Self.format(text).dialect.name == name)
  }

  @Test func `A comma within figures sets nothing apart`() {
    let rows = (1...6).map { "0\($0)/04/2012  Oak House    1\($0),250.00\n" }.joined()
    let format = Self.format("DATE        PAYEE        AMOUNT\n" + rows)
    #expect(format.dialect.delimiter != [UInt8(ascii: ",")])
    #expect(format.evidence == "every comma stands within a figure")
    #expect(format.findings(in: "export.csv").map(\.code) == [.dialectUncertain])
  }

  @Test func `A format tells its evidence, and is certain where nothing rivals it`() {
    let format = Self.format("Date,Payee,Amount\n1/4/2012,Oak,5\n2/4/2012,Elm,6\n")
    #expect(format.dialect == .standard)
    #expect(format.confidence == 100)
    #expect(format.evidence == "3 of the first 3 records have 3 fields each")
    #expect(format.findings(in: "export.csv") == [])
  }

  @Test func `A format that might be another is told`() {
    let format = Self.format("a;b,c\n1;2,3\n4;5,6\n")
    #expect(format.dialect == .standard)
    #expect(
      format.findings(in: "export.csv").map(\.description) == [
        "export.csv: warning: the fields are taken to be set apart by commas, which is 52% sure: "
          + "3 of the first 3 records have 2 fields each; look at the first rows, and write "
          + "delimiter: (and quote: and escape: where they are unusual) into the source file "
          + "[dialect-uncertain]"
      ])
  }

  @Test func `Quotes are text only where hardly a row can be read with them, and that is told`() {
    let few = "a,b\n1,\"x\"\n2,\"y \"z\"\n3,\"w\"\n4,\"v \"u\"\n"
    #expect(Self.format(few).dialect == .standard)
    let many = "a,b\n1,\"x\n2,\"y\n3,\"w\n4,\"v\n"
    #expect(Self.format(many).dialect == Dialect(quote: nil))
    #expect(Self.format(many).findings(in: "export.csv").map(\.code) == [.dialectUncertain])
  }

  @Test func `A file of no lines has the standard dialect`() {
    #expect(ExportFormat.of([], isWhole: true).dialect == .standard)
    #expect(ExportFormat.of(Array("\n \n".utf8), isWhole: true).confidence == 100)
  }

  @Test(
    arguments: [
      (Dialect(delimiter: [0x3B]), "a;\"b;c\";d,e\n", ["a", "b;c", "d,e"]),
      (Dialect(delimiter: [0x09]), "a\t\"b\tc\"\t d \n", ["a", "b\tc", " d "]),
      (Dialect(delimiter: [0x20]), "a \"b c\" d\n", ["a", "b c", "d"]),
      (Dialect(delimiter: [0x2C, 0x20]), "a, \"b, \"\"c\"\"\", d,e\n", ["a", "b, \"c\"", "d,e"]),
      (Dialect(quote: 0x27), "a,'b,''c''',\"d\"\n", ["a", "b,'c'", "\"d\""]),
      (Dialect(quote: nil), "a,\"b,c\"\n", ["a", "\"b", "c\""]),
      (Dialect(escape: .backslash), "a,\"b,\\\"c\\\\\",\"d\\e\"\n", ["a", "b,\"c\\", "d\\e"]),
    ] as [(Dialect, String, [String])])
  func `Each dialect is read by its rules`(
    dialect: Dialect, line: String, fields: [String]
  ) throws {
    let read = try WholeExport(line, dialect: dialect)
    #expect(read.records.map(\.fields) == [fields])
    #expect(read.takesUp(line.utf8.count))
  }
}
