import TableFinding
import Testing

/// Made-up tables of each shape; a line is its class, a colon and its cells.
struct TableFinderTests {
  @Test(
    arguments: [
      // A title, two header rows with a span, a group heading, sums, notes.
      """
      title: Spending by service
      blank: ,,,
      header: ,2011,,2012
      header: Service,Staff,Other,Staff
      group-heading: Adults,,,
      data: Homes,100,20,110
      data: Day centres,50,35,45
      total: Total adults,150,55,155
      blank:
      note: Source: the ledger
      """,
      // The total stands above its rows and no word says so.
      """
      header: Service,2011,2012,2013
      total: Care,1200,1305,1411
      data: Homes,700,805,900
      data: Day centres,500,500,511
      """,
      // Totals of totals.
      """
      header: Service,2011,2012
      data: Homes,701,805
      data: Day centres,512,500
      total: Sum of care,1213,1305
      data: Roads,990,1033
      data: Lighting,517,520
      total: Sum of streets,1507,1553
      total: Everything,2720,2858
      """,
      // No header: the first row is data.
      """
      data: 01/04/2012,Oak Ltd,10.00
      data: 02/04/2012,Elm Ltd,21.50
      data: 09/04/2012,Ash Ltd,7.25
      """,
      // A header repeated lower down begins no new table.
      """
      header: Date,Supplier,Amount
      data: 01/04/2012,Oak Ltd,10.00
      data: 02/04/2012,Elm Ltd,21.50
      header: Date,Supplier,Amount
      data: 09/04/2012,Ash Ltd,7.25
      """,
      // Lines of the program that made the export.
      """
      script: SQL> select * from payments;
      header: Date,Supplier,Amount
      script: ----------,--------,------
      data: 01/04/2012,Oak Ltd,10.00
      data: 02/04/2012,Elm Ltd,21.50
      blank: ,,
      script: (2 rows affected)
      """,
      // A second table of another shape.
      """
      header: Date,Supplier,Service,Amount
      data: 01/04/2012,Oak Ltd,Homes,10.00
      data: 02/04/2012,Elm Ltd,Homes,21.50
      blank:
      header: Month,Budget,Spent
      data: April,100,31
      data: May,120,44
      """,
      // A second table without figures, and one of two columns with codes.
      """
      header: Date,Supplier,Service,Amount
      data: 01/04/2012,Oak Ltd,Homes,10.00
      data: 02/04/2012,Elm Ltd,Homes,21.50
      blank:
      header: Service,Owner,Area
      data: Homes,Adult care,North
      data: Day centres,Adult care,South
      blank:
      header: Code,Meaning
      data: R5806,Homes
      data: R5807,Day centres
      """,
      // Notes of two cells are no table.
      """
      header: Date,Supplier,Service,Amount
      data: 01/04/2012,Oak Ltd,Homes,10.00
      data: 02/04/2012,Elm Ltd,Homes,21.50
      blank:
      note: Source,the ledger
      note: Contact,the finance desk
      note: Status,provisional
      """,
      // A total without a label: the cells that name a payment are blank.
      """
      header: Date,Supplier,Service,Amount
      data: 01/04/2012,Oak Ltd,Homes,1010.00
      data: 02/04/2012,Total Gas & Power,Energy,2021.51
      data: 02/04/2012,Elm Ltd,Homes,3031.51
      total: ,,,6063.02
      """,
    ])
  func `Each line has the class that is written before it`(table: String) {
    let lines = Self.lines(table)
    let classes = TableFinder().classify(rows: lines.map(\.row))
    for (line, found) in zip(lines, classes) {
      #expect(found.lineClass.rawValue == line.lineClass, "\(line.row.cells): \(found.reason)")
      #expect(found.line == line.row.line)
      #expect(!found.reason.isEmpty)
    }
  }

  @Test(arguments: [["---", "=====", ""], ["+----+-----+"], ["|---|", ":--", "***"]])
  func `A line drawn with signs is a program's`(cells: [String]) {
    #expect(ScriptLine.reason(cells) == "a drawn line")
  }

  @Test func `Header rows are joined and spans carried to the right`() throws {
    let lines = Self.lines(
      """
      title: Spending by service
      header: ,2011,,2012
      header: Service,Staff,Other,Staff
      data: Homes,100,20,110
      data: Day centres,50,35,45
      """)
    let table = try #require(TableFinder().tables(in: lines.map(\.row)).first)
    #expect(table.headers == ["Service", "2011 Staff", "2011 Other", "2012 Staff"])
    #expect(table.headerRows == 1..<3)
    #expect(table.dataRows == 3..<5)
    #expect(table.width == 4)
  }

  @Test(arguments: [0, 1, 2, 3, 400]) func `Blank rows and columns at the end change nothing`(
    blanks: Int
  ) {
    let rows = Self.lines(
      """
      header: Service,2011,2012
      data: Homes,701,805
      data: Day centres,512,500
      total: Total,1213,1305
      note: Source: the ledger
      """
    ).map(\.row)
    let plain = TableFinder().classify(rows: rows)
    var longer = rows.map {
      TableRow(line: $0.line, cells: $0.cells + [String](repeating: " ", count: blanks))
    }
    longer += (0..<blanks).map { TableRow(line: rows.count + 1 + $0, cells: ["", "", ""]) }
    let classes = TableFinder().classify(rows: longer)
    #expect(classes.prefix(rows.count).map(\.lineClass) == plain.map(\.lineClass))
    #expect(classes.dropFirst(rows.count).allSatisfy { $0.lineClass == .blank })
  }

  private static func lines(_ table: String) -> [(lineClass: String, row: TableRow)] {
    table.split(separator: "\n").enumerated().map { place, line in
      let colon = line.firstIndex(of: ":") ?? line.startIndex
      let text = line[line.index(after: colon)...].drop { $0 == " " }
      let cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (String(line[..<colon]), TableRow(line: place + 1, cells: cells))
    }
  }
}
