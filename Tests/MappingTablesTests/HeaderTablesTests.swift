import PoolModel
import Testing

@testable import MappingTables

@Suite struct HeaderTablesTests {
  @Test func `a row says what words in a header mean`() {
    let file = MappingFile.table(
      "headers/roles.csv", "header,match,role,weight,note", "Vendor name,whole,supplier,100,",
      "net,words,net-amount,60,any header with the word")
    let rows = HeaderWordTable.read(file)
    #expect(file.complaints.isEmpty)
    #expect(rows.map(\.header) == ["vendor name", "net"])
    #expect(rows.map(\.role) == [.supplier, .netAmount])
    #expect(rows.map(\.match) == [.whole, .words])
    #expect(rows.map(\.weight) == [100, 60])
  }

  @Test(arguments: [
    ("vendor,whole,suplier,100", "supplier"), ("vendor,exact,supplier,100", "whole"),
    ("vendor,whole,supplier,0", "1 to 100"), (",whole,supplier,100", "header is blank"),
  ])
  func `a faulty row is a finding that says what is wanted`(row: String, wanted: String) {
    let file = MappingFile.table("headers/roles.csv", "header,match,role,weight", row)
    #expect(HeaderWordTable.read(file).isEmpty)
    #expect(file.complaints.count == 1 && file.complaints[0].contains(wanted))
  }

  @Test func `a unit is read with its text in lower case`() {
    let file = MappingFile.table("headers/units.csv", "text,unit", "£M,millions")
    #expect(HeaderUnitTable.read(file).map(\.text) == ["£m"])
    #expect(file.complaints.isEmpty)
  }

  @Test func `a word for credits is read in lower case, and means one of two things`() {
    let file = MappingFile.table("headers/credits.csv", "text,meaning", "CRN,credit", "Inv,invoice")
    #expect(CreditWordTable.read(file).map(\.text) == ["crn"])
    #expect(file.complaints.count == 1 && file.complaints[0].contains("debit"))
  }

  @Test func `a word for totals says where it stands and what it means`() {
    let file = MappingFile.table(
      "headers/totals.csv", "text,place,meaning", "Overall Spend,begins,total", "Sum,inside,total")
    let words = TotalWordTable.read(file)
    #expect(words.map(\.text) == ["overall spend"])
    #expect(words.map(\.place) == [.begins])
    #expect(words.map(\.meaning) == [.total])
    #expect(file.complaints.count == 1 && file.complaints[0].contains("whole"))
  }
}

@Suite struct SourceKeysTests {
  private func read(_ text: String) -> (source: PublisherSource?, complaints: [String]) {
    let file = MappingFile(path: "mappings/sources/northbeck-council.yaml", text: text)
    let source = SourceFile.read(file, known: .ofTests)
    return (source, file.complaints)
  }

  private func source(organisation: String = "LA-NORTHBECK", layout: String) -> String {
    """
    publisher: northbeck-council
    organisation: \(organisation)
    date-orders:
      - {file: "nov*", date-order: month-first}
    layouts:
      - {layout: a, headers: [Date, "", Amount], holds: payments, basis: outturn, columns: {date: Date, supplier: Column 2}, amounts: [{column: Amount}]\(layout)}
    """
  }

  @Test func `a layout says how many rows its header takes, and a blank header is named by place`()
  {
    let (read, complaints) = read(source(layout: ", header-rows: 0"))
    #expect(complaints.isEmpty)
    #expect(read?.layouts.first?.headerRows == 0)
    #expect(read?.layouts.first?.columns[.supplier] == "Column 2")
  }

  @Test func `dates of single files may be in another order`() {
    let (read, _) = read(source(layout: ""))
    #expect(read?.layout(0, forFileNamed: "oct.csv").dateOrder == .dayFirst)
    #expect(read?.layout(0, forFileNamed: "nov.csv").dateOrder == .monthFirst)
  }

  @Test func `a column may tell which of the amounts are credits`() {
    let amounts = "amounts: [{column: Amount, credits: {column: Date, cells: [Cr, credit*]}}]"
    let text = source(layout: "").replacing("amounts: [{column: Amount}]", with: amounts)
    let (read, complaints) = read(text)
    #expect(complaints.isEmpty)
    let credits = read?.layouts.first?.amounts.first?.credits
    #expect(credits?.header == "Date")
    #expect(credits?.cells.map { $0.matches("CREDIT NOTE") } == [false, true])
    #expect(self.read(text.replacing("cells: [Cr, credit*]", with: "")).complaints.count == 1)
    #expect(
      self.read(text.replacing("column: Date, c", with: "column: Dat, c")).complaints.count == 1)
  }

  @Test func `a body that is in no table yet is not stated`() {
    let (read, complaints) = read(source(organisation: "not stated", layout: ""))
    #expect(complaints.isEmpty && read?.organisation == "")
  }

  @Test func `a layout for named files goes before another with the same headers`() {
    let (read, complaints) = read(
      source(
        layout: """
          }
            - {layout: b, files: ["old*"], headers: [Date, "", Amount], holds: payments, basis: outturn, columns: {}, amounts: [{column: Amount, unit: thousands, sign: reversed}]
          """))
    #expect(complaints.isEmpty)
    #expect(read?.source(forFileNamed: "old-1.csv").layouts.map(\.name) == ["b", "a"])
    #expect(read?.source(forFileNamed: "new-1.csv").layouts.map(\.name) == ["a"])
    #expect(read?.layouts.last?.amounts.map(\.isTakenAway) == [true])
  }

  @Test func `header rows beyond three are a finding`() {
    #expect(read(source(layout: ", header-rows: 4")).complaints.count == 1)
  }
}
