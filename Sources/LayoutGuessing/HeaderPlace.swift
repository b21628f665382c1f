import ExportReading
import LineParsing
import TableFinding

/// Where an export's header stands and what its columns are called.
struct HeaderPlace {
  /// The first header row's place in the first batch; of an export without header, that of its
  /// first row.
  var record: Int
  /// How many rows the header takes; 0: the export has none.
  var rows: Int
  /// One a column, as a layout names it: blank where the header is, `Amount#2` where it stands again.
  var headers: [String]
  /// Why this is the header, in a few words.
  var reason: String
}

extension HeaderPlace {
  /// Finds the header in the first records of an export; nil where there is no table.
  ///
  /// The row whose words say most is the header, joined with the rows below where that says more;
  /// an export without such words has the header that the shape of its rows gives.
  static func find(in batch: RecordBatch, _ reading: HeaderReading) -> HeaderPlace? {
    let rows = batch.records.indices.prefix { batch.records[$0].line <= HeaderFinder.deepestLine }
      .map { batch.records[$0].fieldCount > 1000 ? [] : batch.texts(record: $0) }
    return byWords(rows, reading) ?? byShape(batch)
  }

  private static func byWords(_ rows: [[String]], _ reading: HeaderReading) -> HeaderPlace? {
    var best: (cells: Int, weight: Int, record: Int, rows: Int)?
    // More rows must say more.
    for count in 1...3 {
      for record in rows.indices where record + count <= rows.count {
        guard isHeader(rows[record..<(record + count)], joined: count > 1) else { continue }
        let known = reading.known(joined(rows[record..<(record + count)]))
        if known.cells >= 2, known.weight > best?.weight ?? 0 {
          best = (known.cells, known.weight, record, count)
        }
      }
    }
    guard let best else { return nil }
    let names = names(joined(rows[best.record..<(best.record + best.rows)]))
    return HeaderPlace(
      record: best.record, rows: best.rows, headers: names,
      reason: "\(best.cells) of its cells are known header words")
  }

  /// Cells of a header hold words; a row of figures or days is none, and a lone cell beside other
  /// rows is a title.
  private static func isHeader(_ rows: ArraySlice<[String]>, joined: Bool) -> Bool {
    rows.allSatisfy { row in
      let filled = row.filter { !$0.trimmedOfBlanks.isEmpty }
      let figures = filled.count { cell in
        cell.utf8.count < 30 && cell.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
          && (FoldedText.of(cell).allSatisfy { !$0.isLetter } || DateTally.isDay(cell))
      }
      return filled.count > (joined ? 1 : 0) && figures * 3 <= filled.count
    }
  }

  private static func byShape(_ batch: RecordBatch) -> HeaderPlace? {
    let rows = batch.records.indices.prefix(400).map {
      TableRow(line: Int(batch.records[$0].line), cells: batch.texts(record: $0))
    }
    // Of several tables the longest is the one that holds the payments.
    let tables = TableFinder().tables(in: rows)
    guard let table = tables.max(by: { $0.dataRows.count < $1.dataRows.count }) else { return nil }
    guard !table.headerRows.isEmpty, table.headerRows.count <= 3 else {
      let width = rows[table.dataRows].map(\.cells.count).max() ?? 0
      return HeaderPlace(
        record: table.dataRows.lowerBound, rows: 0,
        headers: (0..<width).map { "Column \($0 + 1)" }, reason: table.reason)
    }
    let header = joined(table.headerRows.map { rows[$0].cells }[...])
    return HeaderPlace(
      record: table.headerRows.lowerBound, rows: table.headerRows.count, headers: names(header),
      reason: table.reason)
  }

  private static func joined(_ rows: ArraySlice<[String]>) -> [String] {
    HeaderRows.joined(Array(rows))
  }

  /// The cells as a layout names them: outer blanks off, line breaks as blanks, repeated ones
  /// numbered.
  private static func names(_ cells: [String]) -> [String] {
    let shown = cells.map { cell in
      cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .filter { $0 != "\u{FEFF}" }
    }
    var seen: [String: Int] = [:]
    return shown.map { name in
      guard !name.isEmpty else { return "" }
      let count = (seen[FoldedText.of(name)] ?? 0) + 1
      seen[FoldedText.of(name)] = count
      return count == 1 ? name : "\(name)#\(count)"
    }
  }
}
