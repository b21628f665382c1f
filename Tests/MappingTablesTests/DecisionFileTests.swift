import PoolModel
import Testing

@testable import MappingTables

struct DecisionFileTests {
  private let row = ProviderDecision(
    verdict: .same, id: "D-1", publisher: "northbeck", name: "Elm, Ltd", otherName: "ELM",
    day: CalendarDay(iso: "2010-05-03"), decidedBy: "A Clerk", reason: "one \"home\"",
    position: SourcePosition(file: DecisionFile.path))
  private let written = #"D-1,same,northbeck,"Elm, Ltd",,ELM,,,2010-05-03,A Clerk,"one ""home""""#

  private func appended(to text: String) throws -> String {
    String(decoding: try DecisionFile.appending(row, to: Array(text.utf8)), as: UTF8.self)
  }

  @Test func `a new file has a header and the row`() throws {
    let header = "id,decision,publisher,name,other-publisher,other-name,body,revokes,"
    #expect(try appended(to: "") == header + "decided-on,decided-by,reason\n\(written)\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every other byte stays, and the row ends as the file's lines do`(end: String) throws {
    let header = DecisionFile.columns.joined(separator: ",")
    let text = "\u{FEFF}\(header)\(end)# a note\(end),ignore,, VAT ,,,,,2010-01-01,x,y\(end)"
    #expect(try appended(to: text) == text + written + end)
    #expect(try appended(to: String(text.dropLast())) == text + written + end)
  }

  @Test func `the row has the file's own columns in its own order`() throws {
    let header =
      "name,other-name,decision,publisher,other-publisher,id,reason,decided-by,decided-on"
    #expect(
      try appended(to: header + "\n") == header + "\n"
        + #""Elm, Ltd",ELM,same,northbeck,,D-1,"one ""home""",A Clerk,2010-05-03"# + "\n")
  }

  @Test func `a file without a column that the row needs is left alone`() {
    let error = #expect(throws: AppendedRows.MissingColumns.self) {
      try appended(to: "decision,publisher,name,other-publisher,other-name,decided-on\n")
    }
    #expect(error?.columns == ["id", "decided-by", "reason"])
  }

  @Test func `what was appended is read as it was meant`() throws {
    let bytes = try DecisionFile.appending(row, to: [])
    let (decisions, findings) = DecisionFile.read(bytes, bodies: [])
    #expect(findings.isEmpty)
    var read = decisions
    read[0].position = row.position
    #expect(read == [row])
  }
}
