/// Finds the row of an export whose cells are the headers of a known layout.
package struct HeaderFinder: Sendable {
  /// A layout's headers as a set, folded as by ``FoldedText/headers(_:)``.
  private let layouts: [Set<String>]

  /// How many physical lines from the top a header is looked for in.
  package static let deepestLine = 100

  /// Where the header is and whose it is.
  package struct Match: Sendable {
    /// The place of the layout among those given.
    package let layout: Int
    /// The record's place in the batch.
    package let record: Int
    /// The folded headers by column, blank cells as empty texts.
    package let headers: [String]
  }

  /// The row that comes nearest to a layout, for the message that none fits.
  package struct NearMiss: Sendable {
    package let layout: Int
    /// The record's place in the batch.
    package let record: Int
    package let line: Int
    /// How many headers the two share.
    package let shared: Int
    /// Headers that the layout has and the row has not, in alphabetical order.
    package let missing: [String]
    /// Headers that the row has and the layout has not.
    package let unknown: [String]
  }

  /// A finder for layouts given as lists of headers.
  package init(layouts: [[String]]) {
    self.layouts = layouts.map { Set(FoldedText.headers($0).filter { !$0.isEmpty }) }
  }

  /// The first record of the batch that is the header of a layout; nil if none is.
  package func match(in batch: RecordBatch) -> Match? {
    for (record, headers) in candidates(in: batch) {
      let row = Set(headers.filter { !$0.isEmpty })
      if let layout = layouts.firstIndex(of: row) {
        return Match(layout: layout, record: record, headers: headers)
      }
    }
    return nil
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

  private func candidates(in batch: RecordBatch) -> [(Int, [String])] {
    batch.records.indices.lazy
      .prefix { batch.records[$0].line <= HeaderFinder.deepestLine }
      .filter { batch.records[$0].fieldCount > 1 && batch.records[$0].fieldCount <= 1000 }
      .map { ($0, FoldedText.headers(batch.texts(record: $0))) }
  }
}
