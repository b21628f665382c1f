/// Finds the row of an export whose cells are the headers of a known layout.
package struct HeaderFinder: Sendable {
  /// A layout's headers as a set, folded as by ``FoldedText/headers(_:)``.
  private let layouts: [Set<String>]
  /// The same by column, for layouts without header rows.
  private let folded: [[String]]
  /// How many rows each layout's header takes.
  private let rows: [Int]

  /// How many physical lines from the top a header is looked for in.
  package static let deepestLine = 100

  /// Where the header is and whose it is.
  package struct Match: Sendable {
    /// The place of the layout among those given.
    package let layout: Int
    /// The place in the batch of the header's first record; without header, of the first row.
    package let record: Int
    /// How many records the header takes; 0: none.
    package let rows: Int
    /// The folded headers by column, blank cells as empty texts.
    package let headers: [String]
  }

  /// The row that comes nearest to a layout, for the message that none fits.
  package struct NearMiss: Sendable {
    /// The layout's place in the list that was given.
    package let layout: Int
    /// The record's place in the batch.
    package let record: Int
    /// The physical line of the row, from 1.
    package let line: Int
    /// How many headers the two share.
    package let shared: Int
    /// Headers that the layout has and the row has not, in alphabetical order.
    package let missing: [String]
    /// Headers that the row has and the layout has not.
    package let unknown: [String]
  }

  /// A finder for layouts given as lists of headers, with the rows that each header takes: 1 where
  /// `rows` does not say.
  package init(layouts: [[String]], rows: [Int] = []) {
    folded = layouts.map(FoldedText.headers)
    self.layouts = folded.map { Set($0.filter { !$0.isEmpty }) }
    self.rows = layouts.indices.map { rows.indices.contains($0) ? rows[$0] : 1 }
  }

  /// The first record of the batch that is the header of a layout; nil if none is.
  ///
  /// A layout without header rows fits only where no other does.
  package func match(in batch: RecordBatch) -> Match? {
    for count in Set(rows).subtracting([0]).sorted() {
      for (record, headers) in candidates(in: batch, rows: count) {
        let row = Set(headers.filter { !$0.isEmpty })
        let layout = layouts.indices.first { rows[$0] == count && layouts[$0] == row }
        if let layout {
          return Match(layout: layout, record: record, rows: count, headers: headers)
        }
      }
    }
    return matchByWidth(in: batch)
  }

  /// The layout without header rows that has as many columns as most records of the batch.
  private func matchByWidth(in batch: RecordBatch) -> Match? {
    guard rows.contains(0) else { return nil }
    var counts: [Int32: Int] = [:]
    for record in batch.records where record.fieldCount > 1 {
      counts[record.fieldCount, default: 0] += 1
    }
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let layout = layouts.indices.first(where: { rows[$0] == 0 && folded[$0].count == Int(usual) }
      ),
      let record = batch.records.firstIndex(where: { $0.fieldCount == usual })
    else { return nil }
    return Match(layout: layout, record: record, rows: 0, headers: folded[layout])
  }

  /// The row that shares most headers with a layout; nil where no row shares two.
  ///
  /// Only records before `end` are looked at.
  package func nearMiss(in batch: RecordBatch, before end: Int = .max) -> NearMiss? {
    var best: NearMiss?
    for (record, headers) in candidates(in: batch) where record < end {
      let row = Set(headers.filter { !$0.isEmpty })
      for (place, layout) in layouts.enumerated() {
        let shared = layout.intersection(row).count
        guard shared >= 2, shared > best?.shared ?? 0 else { continue }
        best = NearMiss(
          layout: place, record: record, line: Int(batch.records[record].line), shared: shared,
          missing: layout.subtracting(row).sorted(), unknown: row.subtracting(layout).sorted())
      }
    }
    return best
  }

  private func candidates(in batch: RecordBatch, rows: Int = 1) -> [(Int, [String])] {
    let first = batch.records.indices.prefix {
      batch.records[$0].line <= HeaderFinder.deepestLine && $0 + rows <= batch.records.count
    }
    return first.lazy.filter { record in
      (record..<(record + rows)).allSatisfy { batch.records[$0].fieldCount <= 1000 }
        && batch.records[record + rows - 1].fieldCount > 1
    }
    .map { record in
      let cells = HeaderRows.joined((record..<(record + rows)).map(batch.texts(record:)))
      return (record, FoldedText.headers(cells))
    }
  }
}

/// Headers that take several rows.
package enum HeaderRows {
  /// The cells of the rows joined column by column, with a blank between.
  package static func joined(_ rows: [[String]]) -> [String] {
    guard rows.count > 1 else { return rows.first ?? [] }
    return (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        .joined(separator: " ")
    }
  }
}
