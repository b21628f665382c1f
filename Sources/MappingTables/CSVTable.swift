import ExportReading
import PoolModel

/// A mapping table whose header has been checked.
struct CSVTable {
  let rows: [TableRow]

  /// Reads a table; nil where the file as a whole cannot be used, and its findings then say why.
  ///
  /// - Parameters:
  ///   - file: the table.
  ///   - known: all columns that it may have.
  ///   - required: those without which its rows mean nothing.
  init?(_ file: MappingFile, known: [String], required: [String]) {
    guard file.text != nil else { return nil }
    let quoting = TableQuoting(file.bytes)
    if let line = quoting.openQuoteLine {
      file.report(
        .mappingFileUnreadable, FilePlace(line: line),
        message: "a quote that opens here never ends",
        remedy: "close it; a quote inside a quoted text is written twice")
      return nil
    }
    let records = TableReader.records(of: quoting.bytesWithoutComments)
    guard let header = records.first else {
      file.report(
        .mappingColumnMissing, FilePlace(),
        message: "the table has no header",
        remedy: "begin it with \(required.joined(separator: ","))")
      return nil
    }
    let isUsable = CSVTable.check(header, in: file, known: known, required: required)
    guard isUsable else { return nil }
    rows = records.dropFirst().compactMap { record in
      CSVTable.row(record, headers: header.cells, in: file)
    }
  }

  /// Whether the header names each required column; notes all its faults.
  private static func check(
    _ header: TableRecord, in file: MappingFile, known: [String], required: [String]
  ) -> Bool {
    var meant: Set<String> = []
    for (place, name) in header.cells.enumerated() where !name.isEmpty {
      let here = FilePlace(line: header.line, column: place + 1)
      if !known.contains(name) {
        let missing = known.filter { !header.cells.contains($0) }
        let nearest = NearestName.nearest(to: name, in: missing)
        nearest.map { _ = meant.insert($0) }
        file.report(
          .mappingColumnUnknown, here, value: name,
          message: "the table has no column \(file.quoted(name))",
          remedy: nearest.map { "did you mean \($0.quotedForMessage)?" }
            ?? "its columns are \(known.joined(separator: ", "))")
      } else if header.cells.firstIndex(of: name) != place {
        file.report(
          .mappingColumnUnknown, here, value: name,
          message: "the column \(file.quoted(name)) stands a second time",
          remedy: "take one of them out")
      }
    }
    let missing = required.filter { !header.cells.contains($0) }
    // A mistyped column is told once, as unknown, and not again as missing.
    for name in missing where !meant.contains(name) {
      file.report(
        .mappingColumnMissing, FilePlace(line: header.line), value: name,
        message: "the column \(name.quotedForMessage) is missing", remedy: "add it to the header")
    }
    return missing.isEmpty
  }

  private static func row(
    _ record: TableRecord, headers: [String], in file: MappingFile
  ) -> TableRow? {
    // Spreadsheets leave blank cells behind the last column.
    let extra = record.cells.dropFirst(headers.count)
    guard record.cells.count >= headers.count, extra.allSatisfy(\.isEmpty) else {
      file.report(
        .mappingValueUnreadable, FilePlace(line: record.line),
        message: "the row has \(record.cells.count) cells and the header \(headers.count)",
        remedy: "check its commas; put quotes round a text that holds one")
      return nil
    }
    return TableRow(file: file, line: record.line, headers: headers, cells: record.cells)
  }
}
