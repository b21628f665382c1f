package import ExportReading
import PoolModel

extension TableExtract {
  /// How many windows of an export are looked at for its table.
  private static let mostWindows = 16
  /// How many records at a window's end are looked at again in the next: a header and its first rows
  /// may stand there.
  private static let overlap = 32

  /// How many records below the blank ones at its beginning are looked at for an export's table.
  package static let searchedRecords =
    mostWindows * (RecordReader.batchSize - overlap) + overlap

  /// An extract of the first table that an export shows, and `batch` filled with the records to begin
  /// with; nil: none of ``searchedRecords`` shows one.
  ///
  /// Findings name `path`.
  package static func find(
    in reader: RecordReader, into batch: RecordBatch, shownAs path: String
  ) -> TableExtract? {
    var passed = GatheredRows(file: path)
    var passedCount = 0
    var windows = 0
    while windows < mostWindows, reader.read(into: batch) {
      let above = batch.records.indices.prefix { batch.isBlank(record: $0) }.count
      var count = above
      if above == 0 {
        windows += 1
        if let table = TableExtract(
          window: batch, of: reader, passed: passed, passedCount, shownAs: path)
        {
          return table
        }
        count = batch.records.count - (batch.records.count > overlap ? overlap : 0)
      }
      for record in 0..<count { passed.note(passing: record, of: batch) }
      passedCount += count
      if count < batch.records.count {
        let next = batch.records[count]
        reader.move(to: RecordStart(byte: next.byte, line: Int(next.line)))
      }
    }
    return nil
  }
}

extension GatheredRows {
  /// Counts a record that stands above the table.
  fileprivate mutating func note(passing record: Int, of batch: RecordBatch) {
    let line = Int(batch.records[record].line)
    if batch.records[record].isBroken { return note(.quoteUnterminated, line: line) }
    let isBlank = batch.isBlank(record: record)
    note(
      .linesSetAside, (isBlank ? LineClass.blank : .title).rawValue,
      because: isBlank ? "no cell is filled" : "text above the first table", line: line)
  }
}
