package import ExportReading
package import MappingTables
package import PoolModel

/// Stage 2: records of one export → lines of money, by the publisher's layout.
///
/// One parser serves one export from its header on; it keeps the export's distinct texts, the
/// counts of the waterfall's upper half and the printed totals.
package struct LineParser {
  /// The distinct texts that the lines point into.
  package private(set) var texts = ExportTexts()
  /// The counts so far; whole once the last batch is parsed and ``finish()`` was called.
  package private(set) var summary: ExportSummary
  /// What the export says of each area, in order of appearance.
  package private(set) var areaStatuses: [AreaStatusMention] = []

  let layout: SourceLayout
  let columns: LayoutColumns
  private let classifier: RowClassifier
  private var codes = FieldTupleTable()
  private var suppliers = FieldTupleTable()
  private var areas = FieldTupleTable()
  private var key: [UInt8] = []
  private var totals = TotalsControl()
  var gathered = GatheredFindings()

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
    key.reserveCapacity(512)
  }

  /// Parses the records of a batch from `first` on.
  package mutating func parse(_ batch: RecordBatch, from first: Int = 0) -> LineBatch {
    var result = LineBatch()
    result.lines.reserveCapacity((batch.records.count - first) * columns.amounts.count)
    for record in first..<batch.records.count {
      let place = batch.records[record]
      let cells = RecordCells(batch, place: place)
      summary.waterfall.read.rows += 1
      switch classifier.rowClass(of: cells, place: place) {
      case .payment: parsePayment(cells, record, place, into: &result)
      case .blank: setAside(\.blankRows)
      case .header, .note: setAside(\.nonDataRows)
      case .total: parseTotal(cells, place, into: &result)
      case .broken:
        refuse(
          Finding(
            .quoteUnterminated, at: position(of: place),
            message: "a quote is opened and never closed",
            remedy: "close the quote in the rejects, or ask the publisher for the row"),
          place, into: &result)
      }
    }
    return result
  }

  /// Counts the records above the header, and the header.
  package mutating func countAboveHeader(_ batch: RecordBatch, header: Int) {
    for record in 0...header {
      summary.waterfall.read.rows += 1
      if record == header {
        summary.waterfall.setAside.rows += 1
      } else {
        setAside(batch.isBlank(record: record) ? \.blankRows : \.nonDataRows)
      }
    }
  }

  /// What can only be said once the whole export is parsed, each told once for all its rows.
  package mutating func finish() -> [Finding] {
    summary.printedTotal = totals.lastPrinted.map { Money(pence: $0) }
    return gathered.findings(file: summary.path, layout: layout)
  }

  func position(of place: RecordBatch.Place, field: Int? = nil) -> SourcePosition {
    SourcePosition(
      file: summary.path, line: Int(place.line), byte: place.byte, column: field.map { $0 + 1 })
  }

  private mutating func setAside(_ count: WritableKeyPath<ExportSummary, Int>) {
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
  private mutating func countRead(_ amount: ParsedAmount) {
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
  private mutating func countRounding(_ amount: ParsedAmount, _ pence: Int64) {
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
      let column = columns.amounts[0]
      let amount = unsafe signed(ParsedAmount(cells[column.field], unit: column.column.unit))
      if let pence = amount.rounded {
        return keep([(column, amount, pence)], cells, record, place, into: &result)
      }
    }
    parseUnusualPayment(cells, record, place, into: &result)
  }

  /// A payment whose shape or amount is not the plain one.
  @inline(never)
  private mutating func parseUnusualPayment(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    let amounts = columns.amounts.map { column in
      unsafe signed(ParsedAmount(cells[column.field], unit: column.column.unit))
    }
    if let fault = shapeFault(of: cells, place) ?? amountFault(amounts, cells, place) {
      return refuse(fault, place, amounts: amounts, into: &result)
    }
    let filled = zip(columns.amounts, amounts).compactMap { column, amount in
      amount.rounded.map { (column, amount, $0) }
    }
    if filled.isEmpty {
      noteArea(cells, statesAmount: false)
      gathered.note(.amountNotStated, at: position(of: place), value: cells.text(columns.status))
      return setAside(\.nonDataRows)
    }
    keep(filled, cells, record, place, into: &result)
  }

  private func signed(_ amount: ParsedAmount) -> ParsedAmount {
    layout.sign == .reversed ? amount.reversed : amount
  }

  /// Turns a payment's amounts into lines.
  private mutating func keep(
    _ amounts: [(LayoutColumns.Amount, ParsedAmount, Int64)], _ cells: RecordCells, _ record: Int,
    _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    let day = day(of: cells, place)
    let supplier = supplierPlace(of: cells)
    let area = areaPlace(of: cells)
    summary.dataRows += 1
    summary.waterfall.kept.rows += 1
    for (column, amount, pence) in amounts {
      countRead(amount)
      countRounding(amount, pence)
      if case .exact = amount { gathered.note(.amountRounded, at: position(of: place)) }
      summary.waterfall.kept.amount.pence += pence
      totals.add(pence)
      result.lines.append(
        SpendLine(
          record: Int32(record), line: place.line, byte: place.byte,
          amount: Money(pence: pence), day: day, year: column.column.year ?? layout.year,
          codes: codePlace(of: cells, column.column), supplier: supplier, area: area))
    }
    if columns.status != nil { noteArea(cells, statesAmount: true) }
  }

  /// A total is held against the rows above it and counted, never added in.
  private mutating func parseTotal(
    _ cells: RecordCells, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    summary.totalRows += 1
    summary.waterfall.totals.rows += 1
    let amounts = columns.amounts.map { column in
      unsafe signed(ParsedAmount(cells[column.field], unit: column.column.unit))
    }
    let printed = amounts.compactMap(\.rounded)
    for amount in amounts {
      countRead(amount)
      guard let pence = amount.rounded else { continue }
      summary.waterfall.totals.amount.pence += pence
      countRounding(amount, pence)
    }
    guard !printed.isEmpty else { return }
    let total = printed.reduce(0, +)
    guard let sum = totals.difference(ofPrinted: total) else { return }
    let field = columns.amounts.first { cells.isFilled($0.field) }?.field
    result.findings.append(
      Finding(
        .totalDiffers, at: position(of: place, field: field),
        value: Money(pence: total).description, atStake: Money(pence: total - sum),
        message:
          "the printed total \(Money(pence: total)) differs from the rows above it, which make "
          + "\(Money(pence: sum)), by \(Money(pence: total - sum))",
        remedy: "ask the publisher which is right"))
  }

  private mutating func day(of cells: RecordCells, _ place: RecordBatch.Place) -> CalendarDay? {
    guard let field = columns.date else { return nil }
    switch unsafe ParsedDate(cells[field], order: layout.dateOrder) {
    case .day(let day, let isInOrder):
      if !isInOrder {
        gathered.note(
          .dateOrderDiffers, at: position(of: place, field: field), value: cells.text(field))
      }
      summary.firstDay = min(summary.firstDay ?? day, day)
      summary.lastDay = max(summary.lastDay ?? day, day)
      return day
    case .blank:
      gathered.note(.dateMissing, at: position(of: place, field: field))
    case .unreadable:
      gathered.note(
        .dateUnreadable, at: position(of: place, field: field), value: cells.text(field))
    }
    return nil
  }

  private mutating func codePlace(of cells: RecordCells, _ column: AmountColumn) -> Int32 {
    makeKey(columns.codes, cells, cutAtDigit: columns.codes[5], extra: column.label)
    let (place, isNew) = codes.place(of: key)
    if isNew {
      let fields = columns.codes.map { cells.text($0) }
      texts.codes.append(
        CodeFields(
          costCentre: fields[0], subjectiveCode: fields[1],
          expenseType: column.label ?? fields[2], service: fields[3], description: fields[4],
          transactionPrefix: String(fields[5].prefix { !$0.isNumber }), supplier: fields[6]))
    }
    return place
  }

  private mutating func supplierPlace(of cells: RecordCells) -> Int32 {
    makeKey(columns.suppliers, cells)
    let (place, isNew) = suppliers.place(of: key)
    if isNew {
      let fields = columns.suppliers.map { cells.text($0) }
      texts.suppliers.append(
        SupplierMention(
          name: fields[0], localID: fields[1], companyNumber: fields[2],
          charityNumber: fields[3], vatNumber: fields[4], postcode: fields[5],
          creditorType: fields[6]))
    }
    return place
  }

  private mutating func areaPlace(of cells: RecordCells) -> Int32 {
    guard let area = columns.area else { return -1 }
    makeKey([area], cells)
    let (place, isNew) = areas.place(of: key)
    if isNew { texts.areas.append(cells.text(area)) }
    return place
  }

  private mutating func noteArea(_ cells: RecordCells, statesAmount: Bool) {
    areaStatuses.append(
      AreaStatusMention(
        area: cells.text(columns.area), status: cells.text(columns.status),
        statesAmount: statesAmount))
  }

  /// Writes the fields, each after its length, into ``key``; the transaction number only up to its
  /// first digit.
  private mutating func makeKey(
    _ fields: [Int?], _ cells: RecordCells, cutAtDigit transaction: Int? = nil,
    extra: String? = nil
  ) {
    key.removeAll(keepingCapacity: true)
    for field in fields {
      guard let field else { continue }
      let cell = unsafe cells[field]
      var count = cell.count
      if field == transaction {
        unsafe count = cell.firstIndex { $0 >= 0x30 && $0 <= 0x39 } ?? count
      }
      key.append(UInt8(truncatingIfNeeded: count))
      key.append(UInt8(truncatingIfNeeded: count >> 8))
      key.append(UInt8(truncatingIfNeeded: count >> 16))
      unsafe key.append(contentsOf: UnsafeBufferPointer(rebasing: cell[..<count]))
    }
    if let extra { key.append(contentsOf: extra.utf8) }
  }
}
