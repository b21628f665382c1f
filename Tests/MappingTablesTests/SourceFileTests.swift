import ExportReading
import PoolModel
import Testing

@testable import MappingTables

@Suite struct SourceFileTests {
  private let path = "mappings/sources/northbeck-council.yaml"

  private func read(_ text: String) -> (source: PublisherSource?, complaints: [String]) {
    let file = MappingFile(path: path, text: text)
    let source = SourceFile.read(file, known: .ofTests)
    return (source, file.complaints)
  }

  @Test func `a source file is read with all its keys`() throws {
    let (read, complaints) = read(
      """
      publisher: northbeck-council
      organisation: LA-NORTHBECK
      note: made up
      encoding: mac-roman
      repair-mojibake: true
      encodings:
        - {file: "oct*", encoding: code-page-850}
      layouts:
        - layout: statement
          headers: [Unit, Paid On, Amount, "Amount", Supplier  Name, 2009-10]
          holds: contributions
          basis: budget
          year: 2009-10
          columns:
            date: paid on
            supplier: Supplier Name
          amounts:
            - column: Amount#2
            - {column: 2009-10, unit: in-cell, year: 2009-10, label: Minimum}
          sign: reversed
          date-order: month-first
          set-aside:
            - {column: Unit, unless: ["£m", "£k"], note: others are text}
            - {column: Supplier Name, when: "Report run by*"}
      """)
    #expect(complaints.isEmpty)
    let source = try #require(read)
    #expect(source.publisher == "northbeck-council" && source.organisation == "LA-NORTHBECK")
    #expect(source.fallbackEncoding(forFileNamed: "Oct-2009.csv") == .codePage850)
    #expect(source.fallbackEncoding(forFileNamed: "nov.csv") == .macRoman)
    #expect(source.repairsMojibake)
    let layout = try #require(source.layouts.first)
    #expect(layout.name == "statement" && layout.headers.count == 6)
    #expect(layout.side == .funding && layout.basis == .budget)
    #expect(layout.year == FinancialYear(startYear: 2009))
    #expect(layout.columns == [.date: "paid on", .supplier: "Supplier Name"])
    #expect(layout.amounts.map(\.header) == ["Amount#2", "2009-10"])
    #expect(layout.amounts.map(\.unit) == [.pounds, .inCell])
    #expect(layout.amounts[1].label == "Minimum" && layout.amounts[1].year?.startYear == 2009)
    #expect(layout.sign == .reversed && layout.dateOrder == .monthFirst)
    #expect(layout.notes[0].unless == [.exact("£m"), .exact("£k")] && layout.notes[0].when.isEmpty)
    #expect(layout.notes[1].when == [.wildcard("report run by*")])
  }

  @Test(arguments: [
    ("", nil), ("delimiter: semicolon", Dialect(delimiter: [0x3B])),
    ("delimiter: comma-space\nquote: single", Dialect(delimiter: [0x2C, 0x20], quote: 0x27)),
    ("delimiter: tab\nquote: none", Dialect(delimiter: [0x09], quote: nil)),
    ("escape: backslash", Dialect(escape: .backslash)),
  ])
  func `a source file may state the dialect`(keys: String, dialect: Dialect?) throws {
    let (read, _) = read("publisher: northbeck-council\norganisation: LA-NORTHBECK\n\(keys)\n")
    #expect(try #require(read).dialect == dialect)
  }

  @Test func `amount columns may stand for months and partners, and a column for their sum`() throws
  {
    let (read, complaints) = read(
      """
      publisher: northbeck-council
      organisation: LA-NORTHBECK
      layouts:
        - layout: months
          headers: [Scheme, Apr-13, Southmere PCT, Sum]
          holds: payments
          basis: outturn
          columns: {expense-type: Scheme}
          amounts:
            - {column: Apr-13, month: 2013-04}
            - {column: Southmere PCT, partner: Southmere PCT}
          row-total: Sum
      """)
    #expect(complaints.isEmpty)
    let layout = try #require(read?.layouts.first)
    #expect(layout.amounts.map(\.month) == [CalendarDay(iso: "2013-04-01"), nil])
    #expect(layout.amounts.map(\.partner) == [nil, "Southmere PCT"])
    #expect(layout.rowTotal == "Sum")
  }

  @Test func `a month that is none and a partner beside a supplier column are faults`() {
    let complaints = read(
      """
      publisher: northbeck-council
      organisation: LA-NORTHBECK
      layouts:
        - layout: months
          headers: [Supplier, Apr-13, May-13]
          holds: payments
          basis: outturn
          columns: {supplier: Supplier}
          amounts:
            - {column: Apr-13, month: April}
            - {column: May-13, partner: Southmere PCT}
      """
    ).complaints
    #expect(complaints.count == 2)
    #expect(complaints.contains { $0.contains("write a month as 2009-04") })
    #expect(complaints.contains { $0.contains("write label in place of partner") })
  }

  @Test func `keys left out take the defaults of the manual`() throws {
    let (read, complaints) = read(
      """
      publisher: northbeck-council
      organisation: LA-NORTHBECK
      layouts:
        - {layout: a, headers: [Date, Amount], holds: payments, basis: outturn, columns: {date: Date}, amounts: [{column: Amount}]}
      """)
    let source = try #require(read)
    #expect(
      complaints.isEmpty && source.encoding == nil && !source.repairsMojibake
        && source.encodings.isEmpty)
    let layout = source.layouts[0]
    #expect(layout.side == .spending && layout.sign == .asPrinted && layout.dateOrder == .dayFirst)
    #expect(layout.year == nil && layout.notes.isEmpty && layout.amounts[0].unit == .pounds)
  }

  @Test func `all faults of a source file are told`() {
    let complaints = read(
      """
      publisher: northbeck
      organization: LA-NORTHBECK
      encoding: utf-16
      layouts:
        - layout: a
          headers: [Date, Supplier, Amount]
          hold: payments
          basis: actual
          columns: {date: Dat, suplier: Supplier, area: [Date]}
          amounts:
            - {column: Amount, unit: pound}
            - {column: amount}
            - {column: Total}
          set-aside:
            - {column: Date}
            - {column: Supplier, when: ["", "R9>R1"]}
        - layout: a
          headers: [amount, " Supplier", Date]
          holds: payments
          basis: outturn
          year: 2009-11
          amounts: Amount
      """
    ).complaints
    #expect(
      complaints.map { $0.dropFirst(path.count + 1).prefix { $0 != ";" } } == [
        "2:1: error: there is no key \"organization\" here",
        "1:12: error: publisher \"northbeck\" is not the name of this file",
        "3:11: error: encoding \"utf-16\" cannot be read",
        "7:5: error: there is no key \"hold\" here",
        "8:12: error: basis \"actual\" cannot be read",
        "9:26: error: there is no key \"suplier\" here",
        "9:21: error: the column \"Dat\" is not in the layout's headers",
        "9:51: error: one plain value is wanted here",
        "11:32: error: unit \"pound\" cannot be read",
        "12:18: error: the amount column \"amount\" already stands on line 11",
        "13:18: error: the column \"Total\" is not in the layout's headers",
        "15:9: error: the key \"when\" is missing",
        "16:35: error: the pattern \"\" cannot be read",
        "16:39: error: the pattern \"R9>R1\" cannot be read",
        "17:5: error: the key \"columns\" is missing",
        "21:11: error: the year \"2009-11\" cannot be read",
        "22:14: error: amounts wants a list",
        "17:13: error: the layout \"a\" already stands on line 5",
        "17:5: error: layout \"a\" has the same headers as layout \"a\" on line 5",
      ])
  }

  @Test func `faults name the nearest word or all that are allowed`() {
    let complaints = read(
      """
      publisher: northbeck-council
      organization: LA-NORTHBECK
      encoding: utf-16
      layouts: []
      """
    ).complaints
    #expect(
      complaints == [
        "\(path):2:1: error: there is no key \"organization\" here; did you mean \"organisation\"? "
          + "[mapping-key-unknown]",
        "\(path):3:11: error: encoding \"utf-16\" cannot be read; "
          + "write windows-1252, code-page-850 or mac-roman [mapping-value-unreadable]",
      ])
  }

  @Test func `a body that no table knows is told with the nearest`() {
    #expect(
      read("publisher: northbeck-council\norganisation: LA-NORTBECK\nlayouts: []\n").complaints == [
        "\(path):2:15: error: the organisation \"LA-NORTBECK\" is not in "
          + "mappings/organisations.csv; did you mean \"LA-NORTHBECK\"? [body-unknown]"
      ])
  }

  @Test func `text that is no YAML is told with its line`() {
    #expect(
      read("publisher: a\nlayouts: [a, b\norganisation: c\n").complaints == [
        "\(path):3:13: error: the file is not valid YAML: did not find expected ',' or ']'; "
          + "correct this line or the one above it [mapping-file-unreadable]"
      ])
    #expect(
      read("publisher: a\nlayouts: []\npublisher: b\n").complaints == [
        "\(path):1:1: error: the file is not valid YAML: the key \"publisher\" stands twice in "
          + "one block; correct this line or the one above it [mapping-file-unreadable]"
      ])
    #expect(
      read("# nothing\n").complaints == [
        "\(path): error: the file is empty; write its keys or take it away "
          + "[mapping-file-unreadable]"
      ])
    #expect(
      read("- a\n").complaints == [
        "\(path):1:1: error: keys with values are wanted here; "
          + "write publisher: …, organisation: …, encoding: … [mapping-value-unreadable]"
      ])
  }

  @Test(arguments: [
    "\u{1}", "a: \u{7}\n", "? [a]\n: b\n", "*x", "&a [*a]", "%YAML 9.9\n---\na", "a: b\n---\nc: d",
    "{}", "!!binary x", "publisher: {a: b}", String(repeating: "[", count: 5_000),
    "layouts: {a: b}", "layouts: [[a]]", "layouts: [{headers: {a: b}}]", "a: !x [", "\u{0}",
  ])
  func `any text gives findings and no crash`(text: String) {
    #expect(!read(text).complaints.isEmpty)
  }
}
