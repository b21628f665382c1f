package import ExportReading
package import TableFinding

/// The physical lines of an export whose amount is not known, by what they look like.
///
/// No layout reads such an export, so that no row of it is kept.
package struct UnreadLines {
  private let reader: RecordReader
  private let batch = RecordBatch()
  private var table: TableReading?
  private var isFirst = true

  /// The lines of an open export; findings on its bytes would name `path`.
  package init(_ file: ExportFile, shownAs path: String) {
    reader = RecordReader(file, shownAs: path)
  }

  /// The next lines with their classes; nil at the end of the export.
  package mutating func next() -> [ClassifiedLine]? {
    guard reader.read(into: batch) else { return nil }
    let rows = batch.records.indices.map {
      TableRow(line: Int(batch.records[$0].line), cells: batch.texts(record: $0))
    }
    let classes = isFirst ? classesOfWindow(rows) : rows.map { classOfLaterRow($0) }
    isFirst = false
    return zip(classes, batch.records).flatMap { line, place in
      UnreadLines.told(line).physicalLines(count: Int(place.lineCount))
    }
  }

  /// The first rows show where the table is, and what its columns hold.
  private mutating func classesOfWindow(_ rows: [TableRow]) -> [ClassifiedLine] {
    let finder = TableFinder()
    table = finder.tables(in: rows).first.map { TableReading($0, rows: rows) }
    return finder.classify(rows: rows)
  }

  private mutating func classOfLaterRow(_ row: TableRow) -> ClassifiedLine {
    switch table?.verdict(on: row) {
    case .row(let lineClass, let reason):
      ClassifiedLine(line: row.line, lineClass: lineClass, reason: reason)
    case .otherTable(let reason):
      ClassifiedLine(line: row.line, lineClass: .header, reason: reason)
    case nil: ClassifiedLine(line: row.line, lineClass: .note, reason: "no table is found")
    }
  }

  private static func told(_ line: ClassifiedLine) -> ClassifiedLine {
    guard line.lineClass == .data else { return line }
    return ClassifiedLine(
      line: line.line, lineClass: .data, reason: "not kept: its amount is not known")
  }
}
