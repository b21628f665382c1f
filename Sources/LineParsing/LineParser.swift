package import ExportReading
package import MappingTables
package import PoolModel
import TableFinding

/// Stage 2: records of one export → lines of money, by the publisher's layout.
///
/// One parser serves one export from its header on; it keeps the export's distinct texts, the
/// counts of the waterfall's upper half and the printed totals.
package struct LineParser {
  /// The distinct texts that the lines point into.
  package var texts: ExportTexts { lineTexts.texts }
  /// The counts so far; whole once the last batch is parsed and ``finish()`` was called.
  package internal(set) var summary: ExportSummary
  /// What the export says of each area, in order of appearance.
  package internal(set) var areaStatuses: [AreaStatusMention] = []

  /// The descriptions so far that several payees share; none where rules look at descriptions, since
  /// the code tuples hold them then.
  package var sharedDescriptions: [SharedDescription] { descriptionUse?.shared ?? [] }

  /// The layout that the header matched.
  package let layout: SourceLayout
  let columns: LayoutColumns
  let classifier: RowClassifier
  var lineTexts: LineTexts
  /// Nil where the layout names no descriptions, or rules look at them.
  private var descriptionUse: DescriptionUse?
  /// Nil where each row needs a closer look.
  private let plainRows: PlainRows?
  var totals = TotalsControl()
  /// How many printed totals differ from their rows, and the last of those not told one by one.
  var totalDifferences = 0
  var lastDifference: TotalsControl.Difference?
  static let mostTotalsTold = 10
  var gathered = GatheredFindings()
  private var otherTable = OtherTable()
  /// Whether the last total is that of all payments and none with a day follows it.
  var isClosed = false
  /// Whether a payee's name like a total's label was that of a total.
  var hasLabelsAmongPayees = false
  /// Whether a payee's name was repeated beside the sum of several of its rows.
  var hasSumsOfPayees = false
  /// How many rows with other names were the sum of three rows or more.
  var sumsWithoutLabel = 0
  /// How often the rows below were asked what a row in doubt is.
  var timesLookedBelow = 0
  /// Where in the batch the next payment stands, as far as it was looked for; ``Int/max``: nowhere.
  var nextPayment = -1
  /// Whether the row before is blank.
  var isAfterBlank = false
  /// Where in the batch a block of sums ends, and how far one was looked for.
  var block: (end: Int, lookedUntil: Int) = (0, 0)
  /// How many rows belong to other tables, and where the first of them begins.
  private var otherRows: (count: Int, start: SourcePosition)?
  /// The pounds of all amounts so far, credits counted like debits, in pence.
  var magnitude: Int64 = 0
  /// The most that one export can state: £100 trillion.
  ///
  /// What goes beyond is refused, so that no sum over any number of exports can overflow.
  static let largestMagnitude: Int64 = 10_000_000_000_000_000

  /// A parser for the rows below a header.
  ///
  /// `headers` are the export's folded headers by column, as ``HeaderFinder`` gives them;
  /// `ruleColumns` the columns that the publisher's cost-code rules look at. The first `tableWidth`
  /// columns, at most as many as the headers, belong to the table also where they have no header.
  /// `totalWords` are what labels of printed sums say besides the word total. The parser counts in
  /// `summary`.
  package init(
    layout: SourceLayout, headers: [String], ruleColumns: Set<CodeRule.Column>, tableWidth: Int = 0,
    totalWords: [TotalWord] = [], summary: ExportSummary
  ) {
    self.layout = layout
    self.summary = summary
    columns = LayoutColumns(
      layout, headers: headers, ruleColumns: ruleColumns, tableWidth: tableWidth)
    classifier = RowClassifier(
      columns: columns, headers: headers, labels: TotalLabels(totalWords))
    lineTexts = LineTexts(columns: columns)
    descriptionUse = columns.description.map { DescriptionUse(field: $0) }
    plainRows = PlainRows(columns, layout)
  }

  /// Parses the records of a batch from `first` on.
  package mutating func parse(_ batch: RecordBatch, from first: Int = 0) -> LineBatch {
    var result = LineBatch()
    result.lines.reserveCapacity((batch.records.count - first) * columns.amounts.count)
    let records = batch.records
    (block, nextPayment) = ((0, 0), -1)
    let (bytes, ends) = unsafe (batch.bytes, batch.fieldEnds)
    for record in first..<records.count {
      let place = records[record]
      // Safe: the batch is not filled again meanwhile.
      let cells = unsafe RecordCells(bytes: bytes, ends: ends, place: place)
      summary.waterfall.read.rows += 1
      if let plainRows, otherTable.start == nil,
        takePlain(plainRows, cells, record, place, into: &result)
      {
        otherTable.notePayment()
        (isClosed, isAfterBlank) = (false, false)
        continue
      }
      let rowClass = classifier.rowClass(of: cells, place: place)
      if otherTable.takes(rowClass, cells, at: place, classifier) {
        refuseOfOtherTable(place, into: &result)
        continue
      }
      if isInBlock(rowClass, cells, record, batch) {
        parseClosingRow(cells, record, place, LineParser.partOfSum, into: &result)
        continue
      }
      parse(rowClass, cells, record, place, batch, into: &result)
    }
    readReferences(batch, into: &result)
    descriptionUse?.count(result.lines, of: batch)
    return result
  }

  /// After the lines, so that layouts without the column pay nothing for it.
  private func readReferences(_ batch: RecordBatch, into result: inout LineBatch) {
    guard let column = columns.sharedReference else { return }
    let (bytes, ends) = unsafe (batch.bytes, batch.fieldEnds)
    result.references = result.lines.map { line in
      let place = batch.records[Int(line.record)]
      // Safe: the batch is not filled again meanwhile.
      return unsafe RecordCells(bytes: bytes, ends: ends, place: place).text(column)
    }
  }

  /// Counts the records above the header, and those of the header.
  ///
  /// `unread` is the place of a row above it that looks like the header of a table of its own, with
  /// the finding that says so: the rows from there on may be money and are refused, not set aside.
  package mutating func countAboveHeader(
    _ batch: RecordBatch, header: Range<Int>, unread: (record: Int, finding: Finding)?
  ) -> LineBatch {
    var result = LineBatch()
    for record in 0..<header.lowerBound {
      summary.waterfall.read.rows += 1
      if batch.isBlank(record: record) {
        setAside(\.blankRows)
      } else if let unread, record >= unread.record {
        refuse(unread.finding, batch.records[record], into: &result)
      } else {
        setAside(\.nonDataRows)
      }
    }
    result.findings = unread.map { [$0.finding] } ?? []
    summary.waterfall.read.rows += header.count
    summary.waterfall.setAside.rows += header.count
    return result
  }

  /// What can only be said once the whole export is parsed, each told once for all its rows.
  package mutating func finish() -> [Finding] {
    summary.waterfall.carryWholePence()
    summary.printedTotal = totals.lastPrinted.map { Money(pence: $0) }
    return gathered.findings(file: summary.path, layout: layout) + findingsOnTotals()
      + emptyTableFinding
      + (otherRows.map { [LineParser.finding(ofOther: $0.count, $0.start)] } ?? [])
  }

  /// A row of another table is refused whole; the table is told once, at the end.
  private mutating func refuseOfOtherTable(
    _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    guard let start = otherTable.start else { return }
    otherRows = ((otherRows?.count ?? 0) + 1, otherRows?.start ?? position(of: start))
    refuse(LineParser.finding(ofOther: 1, position(of: place)), place, isTold: true, into: &result)
  }

  private static func finding(ofOther rows: Int, _ start: SourcePosition) -> Finding {
    Finding(
      .tableSetAside, at: start, rows: rows,
      message: rows == 1
        ? "a row of another table, whose columns are not known: refused"
        : "another table begins here; its columns are not known, so its \(rows) rows are refused",
      remedy: "put that table into a file of its own, with a layout of its own")
  }

  /// A header without any row below it is an export that went wrong, not a month without payments.
  private var emptyTableFinding: [Finding] {
    guard summary.dataRows == 0, summary.unparseableRows == 0, areaStatuses.isEmpty else {
      return []
    }
    return [
      Finding(
        .exportEmpty, at: SourcePosition(file: summary.path, line: summary.headerLine),
        message: "the header has no row of money below it",
        remedy: "ask the publisher for the export again")
    ]
  }

  func position(of place: RecordBatch.Place, field: Int? = nil) -> SourcePosition {
    SourcePosition(
      file: summary.path, line: Int(place.line), byte: place.byte, column: field.map { $0 + 1 })
  }

  mutating func setAside(_ count: WritableKeyPath<ExportSummary, Int>) {
    summary[keyPath: count] += 1
    summary.waterfall.setAside.rows += 1
  }

  mutating func refuse(
    _ finding: Finding, _ place: RecordBatch.Place, amounts: [ParsedAmount] = [],
    isTold: Bool = false, into result: inout LineBatch
  ) {
    summary.unparseableRows += 1
    summary.waterfall.refused.rows += 1
    for amount in amounts {
      countRead(amount)
      guard let pence = amount.rounded else { continue }
      summary.waterfall.refused.amount.pence += pence
      countRounding(amount, pence)
    }
    if !isTold { result.findings.append(finding) }
    result.refused.append(
      RefusedRow(finding: finding, byte: place.byte, byteEnd: place.byteEnd))
  }

  /// Counts an amount as read, exactly: the side of the waterfall that rounding has not touched.
  @inline(__always)
  mutating func countRead(_ amount: ParsedAmount) {
    switch amount {
    case .pence(let pence): summary.waterfall.read.amount.pence += pence
    case .exact(let units):
      let (pence, rest) = units.quotientAndRemainder(dividingBy: PenceFraction.unitsPerPenny)
      summary.waterfall.read.amount.pence += Int64(pence)
      summary.waterfall.readFraction.units += rest
    case .blank, .unreadable: break
    }
  }

  /// Counts what rounding to `pence` took from an amount.
  @inline(__always)
  mutating func countRounding(_ amount: ParsedAmount, _ pence: Int64) {
    guard case .exact(let units) = amount else { return }
    summary.waterfall.rounding.units += units - Int128(pence) * PenceFraction.unitsPerPenny
  }
}
