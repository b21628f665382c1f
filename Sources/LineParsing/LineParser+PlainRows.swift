import ExportReading
import MappingTables
import PoolModel

/// What must be so for a row to be a payment at first sight, as nearly all rows of nearly all
/// exports are: known once per layout, so that each row costs a few comparisons.
struct PlainRows {
  let date: Int
  let amount: Int
  /// How many cells a row may have.
  let width: ClosedRange<Int>
  let isReversed: Bool
  let year: FinancialYear?

  /// Nil where the layout's rows need a closer look: with set-aside rules, states of areas, several
  /// amounts, totals across, months or partners of a column, credits told beside them, amounts in
  /// other units, or dates in another order.
  init?(_ columns: LayoutColumns, _ layout: SourceLayout) {
    guard columns.notes.isEmpty, columns.status == nil, columns.amounts.count == 1,
      columns.rowTotal == nil, !columns.namesMonthOrPartner, columns.amounts[0].credits == nil,
      let only = columns.amounts.first, only.column.unit == .pounds || only.column.unit == .inCell,
      let date = columns.date, layout.dateOrder == .dayFirst, !layout.hasOpenDateOrder,
      columns.neededWidth <= columns.width
    else { return nil }
    self.date = date
    amount = only.field
    width = columns.neededWidth...columns.width
    isReversed = (layout.sign == .reversed) != only.column.isTakenAway
    year = only.column.year ?? layout.year
  }
}

extension LineParser {
  /// Takes a payment with a plain date and a plain amount; false, with nothing done, for any other
  /// row.
  ///
  /// What it does is what the longer way does with such a row.
  @inline(__always)
  mutating func takePlain(
    _ plain: PlainRows, _ cells: RecordCells, _ record: Int, _ place: RecordBatch.Place,
    into result: inout LineBatch
  ) -> Bool {
    guard !place.isBroken, plain.width.contains(cells.count), !classifier.mayNameTotal(cells),
      let day = unsafe ParsedDate.plainDayFirst(cells.trimmed(plain.date)),
      let printed = unsafe ParsedAmount.plainPounds(cells.trimmed(plain.amount)), believes(printed)
    else { return false }
    let pence = plain.isReversed ? -printed : printed
    summary.dataRows += 1
    summary.waterfall.kept.rows += 1
    summary.waterfall.kept.amount.pence += pence
    summary.waterfall.read.amount.pence += pence
    let supplier = lineTexts.supplierPlace(of: cells)
    totals.add(pence, payee: supplier)
    note(day)
    result.lines.append(
      SpendLine(
        record: Int32(truncatingIfNeeded: record), line: place.line, byte: place.byte,
        amount: Money(pence: pence), day: day, year: plain.year,
        codes: lineTexts.codePlace(of: cells, amount: 0),
        supplier: supplier, area: lineTexts.planPlace(of: cells)))
    return true
  }

  /// Widens the export's period to a day.
  @inline(__always)
  mutating func note(_ day: CalendarDay) {
    let number = day.daysSince1970
    if let first = summary.firstDay, let last = summary.lastDay,
      first.daysSince1970 <= number, number <= last.daysSince1970
    {
      return
    }
    summary.firstDay = min(summary.firstDay ?? day, day)
    summary.lastDay = max(summary.lastDay ?? day, day)
  }
}
