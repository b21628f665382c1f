import ExportReading
import PoolModel
import TableFinding

/// Writes the records of an export that no layout is known for.
final class FoundRecords {
  /// What was written and what was not, for the last line of the messages.
  private(set) var count = ""

  private let file: ExportFile
  private let path: String
  private let reader: RecordReader
  private let batch = RecordBatch()

  /// Records of an open export; findings name `path`.
  init(_ file: ExportFile, shownAs path: String) {
    (self.file, self.path) = (file, path)
    reader = RecordReader(file, shownAs: path)
  }

  /// Writes the header and the rows of the export's table.
  ///
  /// - Returns: what is to be told of the rest.
  func writeTable() -> [Finding] {
    guard reader.read(into: batch),
      var table = TableExtract(
        window: batch, of: file, dialect: reader.dialect, finder: TableFinder(), shownAs: path)
    else { return reader.findings + [tableMissing] }
    if let headers = table.headers { Terminal.write(CSVText.line(headers)) }
    repeat {
      Terminal.write(table.rows(of: batch).map { CSVText.line($0) }.joined())
    } while reader.read(into: batch)
    count = "\(table.written) rows written, \(table.setAside) lines set aside"
    return table.findings() + reader.findings
  }

  /// Writes every record as it stands; a blank line stays one.
  ///
  /// - Returns: what is to be told of them.
  func writeAll() -> [Finding] {
    var written = 0
    var broken: [Int] = []
    while reader.read(into: batch) {
      let records = batch.records.indices.filter { !batch.records[$0].isBroken }
      Terminal.write(records.map { CSVText.line(batch.texts(record: $0)) }.joined())
      written += records.count
      broken += batch.records.filter(\.isBroken).map { Int($0.line) }
    }
    count = "\(written) records written"
    return reader.findings + unterminated(broken)
  }

  /// The finding on lines with a quote that does not end.
  private func unterminated(_ lines: [Int]) -> [Finding] {
    guard let first = lines.first else { return [] }
    return [
      Finding(
        .quoteUnterminated, at: SourcePosition(file: path, line: first), rows: lines.count,
        message: "\(lines.count) lines with a quote that does not end: left out",
        remedy: "correct the quotes of the line, or ask the publisher for it")
    ]
  }

  private var tableMissing: Finding {
    count = "no rows written"
    return Finding(
      .tableMissing, at: SourcePosition(file: path, line: 1),
      message: "there is no table in this export",
      remedy: "look at it; weir records --all writes its records as they stand")
  }
}
