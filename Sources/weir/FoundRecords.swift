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
    guard
      var table = TableExtract.find(in: reader, into: batch, shownAs: path)
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
    var broken = BrokenRecords(path: path)
    while reader.read(into: batch) {
      let records = batch.records.indices.filter { !batch.records[$0].isBroken }
      Terminal.write(records.map { CSVText.line(batch.texts(record: $0)) }.joined())
      written += records.count
      for place in batch.records where place.isBroken { broken.note(place) }
    }
    count = "\(written) records written"
    return reader.findings + broken.findings
  }

  private var tableMissing: Finding {
    count = "no rows written"
    return Finding(
      .tableMissing, at: SourcePosition(file: path, line: 1),
      message: reader.nextRecord.byte < file.size
        ? "the first \(TableExtract.searchedRecords) records hold no table"
        : "there is no table in this export",
      remedy: "look at it; weir records --all writes its records as they stand")
  }
}
