import MappingTables
import PoolModel
import TableFinding
import Testing

@testable import ExportReading
@testable import LineParsing

struct RowClassifierTests {
  /// What the rows of a table with dates are; an amount that is blank makes a note.
  private static let withNotes = SourceLayout.made(
    ["Date", "Supplier", "Service", "Amount"], [.date: "Date", .supplier: "Supplier"],
    notes: [
      NoteRule(header: "Amount", when: [.exact("amount")], unless: [.wildcard("?*")]),
      NoteRule(header: "Supplier", when: [.wildcard("report run by*")], unless: []),
    ])
  /// A list whose unit column tells figures from text.
  private static let withUnits = SourceLayout.made(
    ["Item", "Figure", "Unit"], [.description: "Item"], amounts: [AmountColumn(header: "Figure")],
    notes: [NoteRule(header: "Unit", when: [], unless: [.exact("£m")])])
  private static let labelled = SourceLayout.made(
    ["Item", "Amount"], [.description: "Item"])

  private static func rowClass(_ row: String, _ layout: SourceLayout) -> RowClass {
    let headers = FoldedText.headers(layout.headers)
    let columns = LayoutColumns(layout, headers: headers, ruleColumns: [])
    let batch = RecordBatch()
    let tokeniser = Tokeniser(delimiter: UInt8(ascii: ","))
    let line = Array("\(row)\n".utf8)
    // Safe: the line outlives the call.
    _ = unsafe line.withUnsafeBytes { unsafe tokeniser.feed($0, to: batch.sink) }
    let place = RecordBatch.Place(
      firstField: 0, fieldCount: Int32(batch.fieldCount), line: 1, lineCount: 1, byte: 0,
      byteEnd: Int64(line.count), isBroken: false)
    return RowClassifier(columns: columns, headers: headers)
      .rowClass(of: RecordCells(batch, place: place), place: place)
  }

  @Test(
    arguments: [
      ("", .blank), (",,,", .blank), (" ,\" \",\u{A0},", .blank), (",,,,,,,", .blank),
      ("Date,Supplier,Service,Amount", .header), ("DATE, supplier ,SERVICE,Amount,,", .header),
      ("01/04/2012,Oak Ltd,Homes,5", .payment),
      ("01/04/2012,Oak Ltd,Homes,", .payment), ("01/04/2012,Oak Ltd,Homes,n/a", .payment),
      ("VARIOUS,Oak Ltd,Homes,5", .payeeIfNoSum),
      (",,,5", .total), ("Total,,,5", .total), (",Grand total:,,5", .total),
      (",,Sub-total,5", .total), (",TOTALS,,-", .total),
      (",Total additional grant,,5", .labelIfSum),
      (",,Homes total,5", .total), (",Total,Homes,5", .total), (",Oak Ltd,Total,5", .payeeIfNoSum),
      (",Total Gas & Power,Energy,5", .payeeIfNoSum),
      ("01/04/2012,Total Gas & Power,Energy,5", .payment),
      (",Totally,,5", .payeeIfNoSum), (",Oak Ltd,,5", .payeeIfNoSum), (",,Homes,5", .totalIfSum),
      (",Total Gas & Power Ltd,,5", .labelIfSum), (",Homes total,,5", .labelIfSum),
      (",,Total Homes,5", .total), (",,Sum:,5", .totalIfSum), (",Sum:,,5", .totalIfSum),
      (",Sum:,4 records,5", .totalIfSum), ("Brought forward,,,5", .carried),
      (",Balance c/f,,5", .carried), (",Forward Homes,,5", .payeeIfNoSum), (",,,excl vat", .note),
      (",,,(£)", .note),
      ("April spend,,,5", .totalIfSum), ("Payments under £500 are not shown,,,500", .totalIfSum),
      (",,,Paid under the Act of 2018", .note), ("Number of payments,3,,", .payeeNote),
      ("03/05/2013,,Report run,", .note), ("03/05/2013,,Homes", .payment), ("03/05/2013", .note),
      ("30/04/2012,Grand Total,,5", .labelIfSum),
      ("30/04/2012 Total,,,5", .total), ("Apr-12 Total,,,5", .total),
      ("30/04/2012,Total,Homes,5", .totalIfSum), ("30/04/2012,,Homes,5", .payeeIfNoSum),
      ("30/04/2012,Grand Hotel,,5", .payment),
      ("Page 3 of 9,,,", .note), (",Total,,", .payeeNote), ("end of report", .note),
      (",Oak Ltd,Homes,", .payeeNote), (",,Homes,", .note), ("01/04/2012,Oak Ltd,,", .payment),
      (",Oak Ltd,12.50,", .payment), (",,£500,", .payment), (",Total,936.00,", .total),
      ("\"01/04/2012,Oak Ltd,Homes,5.00\"", .payment),
      ("\"Paid, as ever, from £5, in full\"", .note),
      ("columns,text supplier_id,text service,text amount", .note),
    ] as [(String, RowClass)])
  func `A row of a table of payments is told by its cells`(row: String, expected: RowClass) {
    #expect(Self.rowClass(row, .payments) == expected)
  }

  @Test(
    arguments: [
      (",,,", .blank), ("\"subtotal,outline r0\",,,", .note), ("footer,12,,", .note),
      ("columns,text,text,amount", .note), (",Report run by A,,5", .note),
      ("Date,Supplier,Service,Amount", .note), ("Total,,,5", .total),
      ("01/04/2012,Oak Ltd,Homes,5", .payment), ("01/04/2012,Oak Ltd,Homes,n/a", .payment),
      ("01/04/2012,Oak Ltd,Homes,", .note),
    ] as [(String, RowClass)])
  func `The layout's rules for notes come before totals`(row: String, expected: RowClass) {
    #expect(Self.rowClass(row, Self.withNotes) == expected)
  }

  @Test(
    arguments: [
      ("Day centres,5", .lastIfSum), ("Total,5", .total),
      ("Total additional contribution,5", .total),
      ("Item,Amount", .header), (",5", .payment), ("Day centres,", .payment),
    ] as [(String, RowClass)])
  func `In a list of two columns a label makes a total, and its place may`(
    row: String, expected: RowClass
  ) {
    #expect(Self.rowClass(row, Self.labelled) == expected)
  }

  @Test(
    arguments: [
      ("Day centres,5,£m", .lastIfSum), ("Total,5,£m", .total), (",5,£m", .lastIfSum),
      ("Staff,5,people", .note), ("Total,5,", .note),
    ] as [(String, RowClass)])
  func `A total may fill the column that tells notes`(row: String, expected: RowClass) {
    #expect(Self.rowClass(row, Self.withUnits) == expected)
  }

  /// A list of payees without days: Total may be a payee.
  private static let payees = SourceLayout.made(["Payee", "Amount"], [.supplier: "Payee"])

  @Test(
    arguments: [
      ("Oak Ltd,5", .lastIfSum), ("Total,5", .total), ("Grand Total,5", .total),
      ("Total Gas & Power,5", .labelIfSum), ("Homes total,5", .labelIfSum), (",5", .payment),
    ] as [(String, RowClass)])
  func `In a list of payees a name that begins with total needs the sum`(
    row: String, expected: RowClass
  ) {
    #expect(Self.rowClass(row, Self.payees) == expected)
  }

  @Test(
    arguments: [
      ("Total", .alone), ("total:", .alone), ("Totals", .alone), ("Grand Total", .alone),
      ("Sub-total", .alone), ("Overall total", .alone), ("Subtotal (LD)", .begins),
      ("Total additional contribution", .begins), ("Total 2011", .begins), ("Homes, total", .ends),
      ("All homes", .all), ("Country mean", .average), ("Grand Hotel", .none), ("Sum", .none),
      ("Totalise", .none), ("The total of it", .none), ("", .none), ("12", .none),
      ("Balance b/f", .carried), ("Carried forward", .carried), ("Opening balance", .carried),
      ("Carried Forward Ltd", .none), ("Balance", .none),
    ] as [(String, TotalLabel)])
  func `A total's label begins or ends with the word`(text: String, label: TotalLabel) {
    #expect(TotalLabel(text) == label)
  }
}
