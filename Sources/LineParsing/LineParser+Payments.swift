import ExportReading
import MappingTables
import PoolModel
import TableFinding

/// Rows that give lines.
extension LineParser {
  mutating func parsePayment(
    _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place, into result: inout LineBatch
  ) {
    if columns.amounts.count == 1, columns.rowTotal == nil, cells.count >= columns.neededWidth,
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
      // A file whose rows have slipped would tell it thousands of times.
      let isGathered = fault.code == .cellsTooMany
      if isGathered { gathered.note(fault.code, at: fault.position, value: fault.value) }
      return refuse(fault, place, amounts: amounts, isTold: isGathered, into: &result)
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
    return signed(amount, column, cells)
  }

  /// An amount with its true sign: turned where payments are printed negative, and negative where
  /// another cell of its row says that it is a credit.
  @inline(__always)
  func signed(_ amount: ParsedAmount, _ column: Int, _ cells: RecordCells) -> ParsedAmount {
    let isReversed = (layout.sign == .reversed) != columns.amounts[column].column.isTakenAway
    let amount = isReversed ? amount.reversed : amount
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
    let day = day(of: cells, place)
    if isClosed, classifier.isIdentified(cells) { isClosed = false }
    return SpendLine(
      record: Int32(record), line: place.line, byte: place.byte, amount: .zero,
      day: day, year: layout.year, codes: 0,
      supplier: lineTexts.supplierPlace(of: cells), area: lineTexts.planPlace(of: cells))
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
    totals.add(pence, payee: row.supplier)
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
    if layout.hasOpenDateOrder {
      if !cells.isFilled(field) {
        gathered.note(.dateMissing, at: position(of: place, field: field))
      }
      return nil
    }
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
