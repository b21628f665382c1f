import ExportReading
import PoolModel
import TableFinding

/// Bytes of an export as its one table: every record is a row or is set aside, and the rows are of one
/// width.
enum ExtractCheck {
  static func fault(of input: [UInt8]) -> String? {
    guard let choice = input.first,
      case .success(let file) = InputFile.open(Array(input.dropFirst()))
    else { return nil }
    let dialect: Dialect? =
      choice.isMultiple(of: 4) ? nil : RecordsCheck.Choices(choice, 0).dialect
    let count = ReadRecords(RecordReader(file, fallback: .windows1252, dialect: dialect)).records
      .count
    let reader = RecordReader(file, fallback: .windows1252, dialect: dialect)
    let batch = RecordBatch()
    guard var table = TableExtract.find(in: reader, into: batch, shownAs: "input") else {
      return nil
    }
    var rows: [[String]] = []
    repeat { rows += table.rows(of: batch) } while reader.read(into: batch)
    if rows.count != table.written { return "\(rows.count) rows are told as \(table.written)" }
    let header = count - table.written - table.setAside
    if header < (table.headers == nil ? 0 : 1) {
      return "\(table.written) rows, \(table.setAside) lines set aside, of \(count) records"
    }
    let width = table.headers?.count ?? rows.first?.count ?? 0
    if let row = rows.first(where: { $0.count != width }) {
      return "a row of \(row.count) cells, not \(width): \(row)"
    }
    return table.findings().allSatisfy { $0.position.line > 0 } ? nil : "a finding without a line"
  }
}
