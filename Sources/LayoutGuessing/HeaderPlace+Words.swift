import ExportReading
import LineParsing

extension HeaderPlace {
  /// Rows that header words make a header, with how much they say.
  private struct Candidate {
    var rows: Range<Int>
    var cells: Int
    var weight: Int
  }

  static func byWords(
    _ rows: [[String]], _ batch: RecordBatch, _ reading: HeaderReading
  ) -> HeaderPlace? {
    var candidates: [Candidate] = []
    // More rows must say more.
    for count in 1...3 {
      for record in rows.indices where record + count <= rows.count {
        let place = record..<(record + count)
        guard isHeader(rows[place], joined: count > 1) else { continue }
        let known = reading.known(HeaderRows.joined(Array(rows[place])))
        guard known.cells >= 2 else { continue }
        candidates.append(Candidate(rows: place, cells: known.cells, weight: known.weight))
      }
    }
    guard let strongest = strongest(of: candidates) else { return nil }
    let best = longerTable(above: strongest, among: candidates, rows, batch) ?? strongest
    var place = HeaderPlace(
      best.rows, of: rows, reading, reason: "\(best.cells) of its cells are known header words")
    place.paymentsAbove = rows.indices.prefix(best.rows.lowerBound).filter { mayPay(rows[$0]) }
    return place
  }

  /// The one that says most, of equals the first.
  private static func strongest(of candidates: [Candidate]) -> Candidate? {
    candidates.reduce(nil) { best, next in next.weight > best?.weight ?? 0 ? next : best }
  }

  /// The header of a table above that has more payments than the one below; nil where there is none.
  ///
  /// A second table, or the first one's columns under other words, may say more and is not meant.
  private static func longerTable(
    above header: Candidate, among candidates: [Candidate], _ rows: [[String]],
    _ batch: RecordBatch
  ) -> Candidate? {
    let above = candidates.filter { $0.rows.upperBound < header.rows.lowerBound }
    guard let first = strongest(of: above) else { return nil }
    let payments = rows[first.rows.upperBound..<header.rows.lowerBound].filter(mayPay)
    let below = batch.records.indices[header.rows.upperBound...].lazy
      .filter { batch.records[$0].fieldCount <= 1000 }
      .map { batch.texts(record: $0) }.filter(mayPay).prefix(payments.count)
    let areOneTable =
      below.first.map(places) == payments.first.map(places)
      && rows[first.rows.lowerBound].count == rows[header.rows.lowerBound].count
    return payments.count > 2 && (below.count < payments.count || areOneTable) ? first : nil
  }

  /// Whether a row may be a payment: it has what no header has beside another cell.
  private static func mayPay(_ row: [String]) -> Bool {
    row.contains(where: isPayment) && row.count { !$0.trimmedOfBlanks.isEmpty } > 1
  }

  /// Where a row has what payments have.
  private static func places(_ row: [String]) -> [Int] {
    row.indices.filter { isPayment(row[$0]) }
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
        && !filled.contains(where: isPayment)
    }
  }

  /// Whether a cell is what payments have and no header has: pounds with pence, or a day in full.
  static func isPayment(_ cell: String) -> Bool {
    let bytes = Array(cell.trimmedOfBlanks.utf8)
    guard bytes.count < 30, bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    let hasPence = bytes.count > 3 && bytes[bytes.count - 3] == UInt8(ascii: ".")
    return hasPence && CellReading.pence(of: cell) != nil || DateTally.isDay(cell)
  }
}
