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
  package private(set) var areaStatuses: [AreaStatusMention] = []

  /// The layout that the header matched.
  package let layout: SourceLayout
  let columns: LayoutColumns
  let classifier: RowClassifier
  var lineTexts: LineTexts
  /// Nil where each row needs a closer look.
  private let plainRows: PlainRows?
  var totals = TotalsControl()
  /// How many printed totals differ from their rows, and the last of those not told one by one.
  var totalDifferences = 0
  var lastDifference: TotalsControl.Difference?
  static let mostTotalsTold = 10
  var gathered = GatheredFindings()
  /// The pounds of all amounts so far, credits counted like debits, in pence.
  private var magnitude: Int64 = 0
  /// The most that one export can state: £100 trillion.
  ///
  /// What goes beyond is refused, so that no sum over any number of exports can overflow.
  private static let largestMagnitude: Int64 = 10_000_000_000_000_000

  /// A parser for the rows below a header.
  ///
  /// `headers` are the export's folded headers by column, as ``HeaderFinder`` gives them;
  /// `ruleColumns` the columns that the publisher's cost-code rules look at. The parser counts in
  /// `summary`.
  package init(
    layout: SourceLayout, headers: [String], ruleColumns: Set<CodeRule.Column>,
    summary: ExportSummary
  ) {
    self.layout = layout
    self.summary = summary
    columns = LayoutColumns(layout, headers: headers, ruleColumns: ruleColumns)
    classifier = RowClassifier(columns: columns, headers: headers)
    lineTexts = LineTexts(columns: columns)
    plainRows = PlainRows(columns, layout)
  }

  /// Parses the records of a batch from `first` on.
  package mutating func parse(_ batch: RecordBatch, from first: Int = 0) -> LineBatch {
    var result = LineBatch()
    result.lines.reserveCapacity((batch.records.count - first) * columns.amounts.count)
    let records = batch.records
    let (bytes, ends) = unsafe (batch.bytes, batch.fieldEnds)
    for record in first..<records.count {
      let place = records[record]
      // Safe: the batch is not filled again meanwhile.
      let cells = unsafe RecordCells(bytes: bytes, ends: ends, place: place)
      summary.waterfall.read.rows += 1
      if let plainRows, takePlain(plainRows, cells, record, place, into: &result) { continue }
      switch classifier.rowClass(of: cells, place: place) {
      case .payment: parsePayment(cells, record, place, into: &result)
      case .blank:
        setAside(\.blankRows)
        result.note(record, .blank, "no cell is filled")
      case .header:
        setAside(\.nonDataRows)
        result.note(record, .header, "the headers once more")
      case .note:
        parseNote(cells)
        result.note(record, .note, "a set-aside rule, or neither a day nor an amount")
      case .total:
        parseTotal(cells, place, into: &result)
        result.note(record, .total, "its label, or blank cells where payments are named")
      case .totalIfSum:
        if isSum(cells) {
          parseTotal(cells, place, into: &result)
          result.note(record, .total, "the rows above it add up to it")
        } else {
          parsePayment(cells, record, place, into: &result)
        }
      case .broken:
        refuse(
          Finding(
            .quoteUnterminated,
            at: SourcePosition(
              file: summary.path, line: Int(place.line), byte: place.faultByte),
            message: "a quote is opened and never closed",
            remedy: "close the quote in the rejects, or ask the publisher for the row"),
          place, into: &result)
      }
    }
    return result
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

  private mutating func refuse(
    _ finding: Finding, _ place: RecordBatch.Place, amounts: [ParsedAmount] = [],
    into result: inout LineBatch
  ) {
    summary.unparseableRows += 1
    summary.waterfall.refused.rows += 1
    for amount in amounts {
      countRead(amount)
      guard let pence = amount.rounded else { continue }
      summary.waterfall.refused.amount.pence += pence
      countRounding(amount, pence)
    }
    result.findings.append(finding)
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

extension LineParser {
  private mutating func parsePayment(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    if columns.amounts.count == 1, cells.count >= columns.neededWidth,
      cells.count <= columns.width
    {
      let amount = amount(0, of: cells)
      if let pence = amount.rounded {
        let row = keep(cells, record, place)
        return add(amount, pence, 0, row, cells, into: &result)
      }
    }
    parseUnusualPayment(cells, record, place, into: &result)
  }

  /// A payment whose shape or amount is not the plain one.
  @inline(never)
  private mutating func parseUnusualPayment(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    let amounts = columns.amounts.indices.map { amount($0, of: cells) }
    if let fault = shapeFault(of: cells, place) ?? amountFault(amounts, cells, place) {
      return refuse(fault, place, amounts: amounts, into: &result)
    }
    if amounts.allSatisfy({ $0 == .blank }) {
      noteArea(cells, statesAmount: false)
      gathered.note(.amountNotStated, at: position(of: place), value: cells.text(columns.status))
      summary.waterfall.setAside.rows += 1
      return result.note(record, .data, "not kept: its amount is not stated, which is not zero")
    }
    let row = keep(cells, record, place)
    if columns.rowTotal != nil { checkRowTotal(of: cells, amounts, place) }
    for (column, amount) in amounts.enumerated() {
      guard let pence = amount.rounded else { continue }
      add(amount, pence, column, row, cells, into: &result)
    }
  }

  /// What the cell of an amount column says, turned where payments are printed negative.
  @inline(__always)
  mutating func amount(_ column: Int, of cells: RecordCells) -> ParsedAmount {
    let field = columns.amounts[column].field
    let unit = columns.amounts[column].column.unit
    let amount = unsafe ParsedAmount(cells[field], unit: unit)
    if let pence = amount.rounded, !believes(pence) { return .unreadable }
    let isReversed = (layout.sign == .reversed) != columns.amounts[column].column.isTakenAway
    return marked(isReversed ? amount.reversed : amount, column, cells)
  }

  /// An amount, negative where another cell of its row says that it is a credit.
  @inline(__always)
  private func marked(_ amount: ParsedAmount, _ column: Int, _ cells: RecordCells) -> ParsedAmount {
    guard let (field, credits) = columns.amounts[column].credits, let pence = amount.rounded,
      pence > 0
    else { return amount }
    let mark = cells.text(field)
    return credits.contains { $0.matches(mark) } ? amount.reversed : amount
  }

  /// Counts an amount towards what one export can state; false, uncounted, where that is too much.
  @inline(__always)
  mutating func believes(_ pence: Int64) -> Bool {
    let total = magnitude + abs(pence)
    guard total <= LineParser.largestMagnitude else { return false }
    magnitude = total
    return true
  }

  /// Counts a row as kept; gives what its lines have in common.
  @inline(__always)
  private mutating func keep(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place
  ) -> SpendLine {
    summary.dataRows += 1
    summary.waterfall.kept.rows += 1
    if columns.status != nil { noteArea(cells, statesAmount: true) }
    return SpendLine(
      record: Int32(record), line: place.line, byte: place.byte, amount: .zero,
      day: day(of: cells, place), year: layout.year, codes: 0,
      supplier: lineTexts.supplierPlace(of: cells), area: lineTexts.areaPlace(of: cells))
  }

  /// Adds the line of one amount of a kept row.
  @inline(__always)
  private mutating func add(
    _ amount: ParsedAmount, _ pence: Int64, _ column: Int, _ row: SpendLine,
    _ cells: RecordCells, into result: inout LineBatch
  ) {
    countRead(amount)
    countRounding(amount, pence)
    if case .exact = amount {
      gathered.note(
        .amountRounded,
        at: SourcePosition(file: summary.path, line: Int(row.line), byte: row.byte))
    }
    let field = columns.amounts[column].field
    if unsafe AmountSpelling.hasLostSign(cells[field]) {
      gathered.note(
        .mojibake,
        at: SourcePosition(
          file: summary.path, line: Int(row.line), byte: row.byte, column: field + 1))
    }
    summary.waterfall.kept.amount.pence += pence
    totals.add(pence)
    var line = row
    line.amount = Money(pence: pence)
    line.year = columns.amounts[column].column.year ?? row.year
    line.codes = lineTexts.codePlace(of: cells, amount: column)
    if columns.namesMonthOrPartner { standForColumn(column, &line) }
    result.lines.append(line)
  }

  /// Gives a line of a wide row the month and the body that its column stands for.
  @inline(never)
  private mutating func standForColumn(_ column: Int, _ line: inout SpendLine) {
    let stated = columns.amounts[column].column
    if let month = stated.month {
      line.day = month
      line.year = nil
      note(month)
    }
    if let partner = lineTexts.partnerPlace(ofAmount: column) { line.supplier = partner }
  }

  private mutating func day(of cells: RecordCells, _ place: RecordBatch.Place) -> CalendarDay? {
    guard let field = columns.date else { return nil }
    switch unsafe ParsedDate(cells[field], order: layout.dateOrder, year: layout.year) {
    case .day(let day, let isInOrder):
      if !isInOrder {
        gathered.note(
          .dateOrderDiffers, at: position(of: place, field: field), value: cells.text(field))
      }
      note(day)
      return day
    case .blank:
      gathered.note(.dateMissing, at: position(of: place, field: field))
    case .unreadable:
      gathered.note(
        .dateUnreadable, at: position(of: place, field: field), value: figure(in: cells, field))
    }
    return nil
  }

  private mutating func noteArea(_ cells: RecordCells, statesAmount: Bool) {
    areaStatuses.append(
      AreaStatusMention(
        area: cells.text(columns.area), status: cells.text(columns.status),
        statesAmount: statesAmount))
  }
}
