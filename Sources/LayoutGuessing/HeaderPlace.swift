import ExportReading
import LineParsing
import MappingTables
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
  /// The same without the numbers of repeated ones.
  var wordings: [String]
  /// The filled cells of the rows above the header.
  var titles: [String]
  /// The places of rows above the header that may be payments of another table.
  var paymentsAbove: [Int] = []
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
    return byWords(rows, batch, reading) ?? byShape(batch, reading)
  }

  /// The header that some rows make; one below them that says units alone is part of it.
  init(
    _ header: Range<Int>, of rows: [[String]], _ reading: HeaderReading, reason: String
  ) {
    var header = header
    if header.count < 3, header.upperBound < rows.count,
      HeaderPlace.saysUnitsAlone(rows[header.upperBound], reading)
    {
      header = header.lowerBound..<(header.upperBound + 1)
    }
    record = header.lowerBound
    self.rows = header.count
    wordings = HeaderRows.joined(Array(rows[header])).map(HeaderPlace.shown)
    headers = HeaderPlace.numbered(wordings)
    titles = HeaderPlace.titles(rows[..<header.lowerBound])
    self.reason = reason
  }

  private static func saysUnitsAlone(_ row: [String], _ reading: HeaderReading) -> Bool {
    let filled = row.filter { !$0.trimmedOfBlanks.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(reading.units.isUnitAlone)
  }

  private static func titles(_ rows: ArraySlice<[String]>) -> [String] {
    rows.flatMap { row in row.map(shown).filter { !$0.isEmpty } }
  }

  /// A cell as a layout names it: outer blanks off, line breaks as blanks.
  private static func shown(_ cell: String) -> String {
    cell.split(whereSeparator: \.isWhitespace).joined(separator: " ").filter { $0 != "\u{FEFF}" }
  }

  private static func numbered(_ names: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return names.map { name in
      guard !name.isEmpty else { return "" }
      let count = (seen[FoldedText.of(name)] ?? 0) + 1
      seen[FoldedText.of(name)] = count
      return count == 1 ? name : "\(name)#\(count)"
    }
  }
}

extension HeaderPlace {
  private static func byShape(_ batch: RecordBatch, _ reading: HeaderReading) -> HeaderPlace? {
    let rows = batch.records.indices.prefix(400).map {
      TableRow(line: Int(batch.records[$0].line), cells: batch.texts(record: $0))
    }
    // Of several tables the longest is the one that holds the payments.
    let tables = TableFinder().tables(in: rows)
    guard let table = tables.max(by: { $0.dataRows.count < $1.dataRows.count }) else { return nil }
    let cells = rows.map(\.cells)
    let header = table.headerRows
    if !header.isEmpty, header.count <= 3,
      isSurely(cells[header], above: cells[table.dataRows], reading)
    {
      return HeaderPlace(header, of: cells, reading, reason: table.reason)
    }
    let first = header.isEmpty ? table.dataRows.lowerBound : header.lowerBound
    let width = cells[table.dataRows].map(\.count).max() ?? 0
    return HeaderPlace(withoutHeader: width, from: first, of: cells)
  }

  /// An export without header: its columns are called by their places.
  private init(withoutHeader width: Int, from first: Int, of rows: [[String]]) {
    record = first
    self.rows = 0
    headers = (0..<width).map { ColumnPlace.name($0) }
    wordings = Array(repeating: "", count: width)
    titles = HeaderPlace.titles(rows[..<first])
    reason = "no row above the table names its columns"
  }

  /// Whether rows name columns and are no payment: a payment's name is never printed as a header.
  ///
  /// One of the cells is a known word, or different words stand over most of the columns of figures
  /// and days, and none of them again below.
  private static func isSurely(
    _ header: ArraySlice<[String]>, above rows: ArraySlice<[String]>, _ reading: HeaderReading
  ) -> Bool {
    let names = HeaderRows.joined(Array(header))
    guard !names.contains(where: isPayment) else { return false }
    // `Contribution 2014/15 (£m)` is the known word "contribution".
    let bare = names.map { reading.withoutYear(reading.units.rest(of: $0)) }
    if reading.known(bare).wholeCells > 0 { return true }
    let values = names.indices.filter { column in
      let filled = rows.filter { column < $0.count && !$0[column].trimmedOfBlanks.isEmpty }
      return !filled.isEmpty && filled.count { isValue($0[column]) } * 10 >= filled.count * 9
    }
    let named = values.filter { names[$0].contains(where: \.isLetter) && !isValue(names[$0]) }
    let standsAgain = names.indices.contains { column in
      !names[column].isEmpty && rows.contains { column < $0.count && $0[column] == names[column] }
    }
    return named.count >= 2 && named.count * 2 >= values.count && !standsAgain
      && Set(named.map { names[$0] }).count == named.count
  }

  private static func isValue(_ cell: String) -> Bool {
    CellReading.pence(of: cell.trimmedOfBlanks) != nil || DateTally.isDay(cell.trimmedOfBlanks)
  }
}
