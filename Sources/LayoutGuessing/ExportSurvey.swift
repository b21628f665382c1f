import ExportReading
import LineParsing
import MappingTables
import PoolModel

/// What an export looks like, read once from end to end.
struct ExportSurvey {
  let header: HeaderPlace
  /// The physical line of the header, from 1; of its last row where it has several.
  let headerLine: Int
  /// The physical lines of rows above the header that may be payments, from 1.
  let paymentsAbove: [Int]
  private(set) var columns: [ColumnSurvey]
  private(set) var dates: [DateTally]
  /// Rows below the header that look like rows of the table.
  private(set) var rows = 0
  /// The cells of the first of them, as many as the columns' pence are kept of.
  private(set) var firstRows: [[String]] = []

  /// After this many rows the columns are known well enough; only dates are read on.
  static let surveyedRows = 5_000

  /// Surveys an export; nil where no table is found.
  init?(_ reader: RecordReader, _ reading: HeaderReading) {
    let batch = RecordBatch()
    guard reader.read(into: batch), let header = HeaderPlace.find(in: batch, reading) else {
      return nil
    }
    self.header = header
    let last = min(header.record + max(0, header.rows - 1), batch.records.count - 1)
    headerLine = Int(batch.records[last].line)
    paymentsAbove = header.paymentsAbove.map { Int(batch.records[$0].line) }
    columns = Array(repeating: ColumnSurvey(), count: header.headers.count)
    dates = Array(repeating: DateTally(), count: header.headers.count)
    note(batch, from: header.record + header.rows, reading)
    while reader.read(into: batch) { note(batch, from: 0, reading) }
  }

  private mutating func note(_ batch: RecordBatch, from first: Int, _ reading: HeaderReading) {
    let isSurveyed = rows < ExportSurvey.surveyedRows
    let dated = columns.indices.filter { columns[$0].share(dateCells(columns[$0])) >= 30 }
    for record in batch.records.indices.dropFirst(first) {
      if isSurveyed {
        noteWhole(batch, record, reading)
      } else {
        for column in dated {
          dates[column].note(batch.text(record: record, field: column).trimmedOfBlanks)
        }
      }
    }
  }

  /// The cells of a column in the first rows.
  func firstTexts(_ column: Int) -> [String] {
    firstRows.map { column < $0.count ? $0[column] : "" }
  }

  private func dateCells(_ survey: ColumnSurvey) -> Int {
    survey.days + survey.bareDays + survey.serials + survey.months
  }

  private mutating func noteWhole(_ batch: RecordBatch, _ record: Int, _ reading: HeaderReading) {
    let cells = batch.texts(record: record).map(\.trimmedOfBlanks)
    let filled = cells.count { !$0.isEmpty }
    // Titles, notes and totals have one or two cells; they say nothing of the columns.
    let named = header.headers.count { !$0.isEmpty }
    guard filled > (named > 4 ? 2 : min(1, named - 1)), cells != header.wordings else { return }
    rows += 1
    if firstRows.count < ColumnSurvey.comparedRows { firstRows.append(cells) }
    for column in columns.indices {
      let text = column < cells.count ? cells[column] : ""
      let date = text.isEmpty ? .none : dates[column].note(text)
      columns[column].note(text, as: date, companyWords: reading.companyWords)
    }
  }
}
