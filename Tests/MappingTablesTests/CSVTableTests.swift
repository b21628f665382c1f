import PoolModel
import Testing

@testable import MappingTables

@Suite struct CSVTableTests {
  private func read(_ lines: String...) -> (rows: [[String]]?, complaints: [String]) {
    let file = MappingFile(path: "mappings/t.csv", text: lines.joined(separator: "\n"))
    let table = CSVTable(file, known: ["code", "label", "note"], required: ["code", "label"])
    return (table?.rows.map { [$0["code"], $0["label"], $0["note"]] }, file.complaints)
  }

  @Test func `cells are read by the names of their columns, in whatever order`() {
    let (rows, complaints) = read("\u{FEFF}label,code", "Own provision,FL-OWN", "", "\"A, b\",FL-A")
    #expect(rows == [["FL-OWN", "Own provision", ""], ["FL-A", "A, b", ""]])
    #expect(complaints.isEmpty)
  }

  @Test func `comments are passed over, even with a quote in them`() {
    let (rows, complaints) = read(
      "# a, \"comment", "code,label", "# it's, \"open", "A,\"two", "# lines\"", "B,b")
    #expect(rows == [["A", "two\n# lines", ""], ["B", "b", ""]])
    #expect(complaints.isEmpty)
  }

  @Test func `an unknown column names the nearest and is not told as missing too`() {
    let (rows, complaints) = read("code,lable", "A,a")
    #expect(rows == nil)
    #expect(
      complaints == [
        "mappings/t.csv:1:2: error: the table has no column \"lable\"; did you mean \"label\"? "
          + "[mapping-column-unknown]"
      ])
  }

  @Test func `unknown, doubled and missing columns are told together`() {
    let (_, complaints) = read("# x", "code,code,postcode")
    #expect(
      complaints == [
        "mappings/t.csv:2:2: error: the column \"code\" stands a second time; "
          + "take one of them out [mapping-column-unknown]",
        "mappings/t.csv:2:3: error: the table has no column \"postcode\"; "
          + "its columns are code, label, note [mapping-column-unknown]",
        "mappings/t.csv:2: error: the column \"label\" is missing; add it to the header "
          + "[mapping-column-missing]",
      ])
  }

  @Test func `rows with too many or too few cells are told and the others read`() {
    let (rows, complaints) = read("code,label", "A,a,b", "B", "C,c,,", "D,d")
    #expect(rows == [["C", "c", ""], ["D", "d", ""]])
    let remedy = "check its commas; put quotes round a text that holds one"
    #expect(
      complaints == [
        "mappings/t.csv:2: error: the row has 3 cells and the header 2; \(remedy) "
          + "[mapping-value-unreadable]",
        "mappings/t.csv:3: error: the row has 1 cells and the header 2; \(remedy) "
          + "[mapping-value-unreadable]",
      ])
  }

  @Test func `a quote that never ends is told with its line`() {
    let (rows, complaints) = read("code,label", "A,\"a\"", "B,\"b", "C,c")
    #expect(rows == nil)
    #expect(
      complaints == [
        "mappings/t.csv:3: error: a quote that opens here never ends; "
          + "close it; a quote inside a quoted text is written twice [mapping-file-unreadable]"
      ])
  }

  @Test func `doubled quotes and quotes inside plain cells open nothing`() {
    let (rows, complaints) = read("code,label", "A,\"say \"\"a\"\"\"", "B,6\" pipe", "C,c\"\"")
    #expect(rows == [["A", "say \"a\"", ""], ["B", "6\" pipe", ""], ["C", "c\"\"", ""]])
    #expect(complaints.isEmpty)
  }

  @Test func `a file without header or in another encoding is told`() {
    #expect(
      read("# only this").complaints == [
        "mappings/t.csv: error: the table has no header; begin it with code,label "
          + "[mapping-column-missing]"
      ])
    let file = MappingFile(path: "mappings/t.csv", bytes: Array("code,label\nA,".utf8) + [0xE9])
    #expect(CSVTable(file, known: ["code", "label"], required: []) == nil)
    #expect(
      file.complaints == [
        "mappings/t.csv:2: error: this line is not UTF-8; save the file as UTF-8 "
          + "[mapping-file-unreadable]"
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines are counted the same whatever ends them`(lineEnd: String) {
    let text = ["# x", "code,label", "", "A,\"a", "b\"", "# y", "B"].joined(separator: lineEnd)
    let file = MappingFile(path: "t.csv", text: text)
    _ = CSVTable(file, known: ["code", "label"], required: [])
    #expect(file.findings.map(\.position.line) == [7])
  }
}
