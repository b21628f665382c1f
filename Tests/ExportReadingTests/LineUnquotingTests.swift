import ExportReading
import Testing

struct LineUnquotingTests {
  @Test func `lines that are each one quoted cell are read as the rows they hold`() throws {
    let export = try WholeExport(
      #"""
      Payments
      "Date,Payee,Amount"
      "1 May,Oak Ltd,""1,250.00"""
      "2 May,""Elm """"A"""" Ltd"",5.00"
      """# + String(repeating: "\n\"3 May,Ash,6.00\"", count: 20))
    #expect(export.records[0].fields == ["Payments"])
    #expect(export.records[1].fields == ["Date", "Payee", "Amount"])
    #expect(export.records[2].fields == ["1 May", "Oak Ltd", "1,250.00"])
    #expect(export.records[3].fields == ["2 May", "Elm \"A\" Ltd", "5.00"])
    #expect(export.records[3].line == 4)
    #expect(export.findings.contains { $0.hasSuffix("[row-repaired]") && $0.contains(":2:") })
  }

  @Test(arguments: [
    "\"Ash, Ann\"\n\"Elm, Eve\"\n\"Oak, Ole\"\n\"Yew, Yve\"\n",
    "\"a,b,c\",1\n\"d,e,f\",2\n\"g,h,i\",3\n",
    "\"a, b, c\"\n\"one, two\"\n\"three, four, five, six\"\n\"seven\"\n",
  ])
  func `other quoted cells stay as they are`(text: String) throws {
    let export = try WholeExport(text)
    #expect(export.records[0].fields[0].contains(","))
    #expect(export.findings == [])
  }
}
