package import ExportReading
package import MappingTables
package import PoolModel

/// Stages 1 and 2 over one export: finds the header, then gives lines a batch at a time.
package final class ExportLines {
  /// The parser, with the texts and counts so far.
  package private(set) var parser: LineParser
  /// The records behind the last lines given; overwritten by the next call.
  package let batch: RecordBatch
  /// The export itself, for raw rows.
  package let file: ExportFile
  /// The bytes of the header, its line end included; none where the export has no header.
  package let header: Range<Int64>
  /// The header's cells as published, without blank cells at the end; of an export without header
  /// the layout's names.
  package let headerCells: [String]
  private let reader: RecordReader
  /// The place after the header in the batch that was read to find it; nil once that is parsed.
  private var firstRecord: Int?
  /// What was made of the rows above the header.
  private let above: LineBatch

  private init(
    file: ExportFile, reader: RecordReader, parser: LineParser, batch: RecordBatch,
    match: HeaderFinder.Match, above: LineBatch
  ) {
    self.above = above
    self.file = file
    let rows = match.record..<(match.record + match.rows)
    let first = batch.records[match.record]
    header = first.byte..<(rows.last.map { batch.records[$0].byteEnd } ?? first.byte)
    let cells =
      rows.isEmpty ? parser.layout.headers : HeaderRows.joined(rows.map(batch.texts(record:)))
    headerCells = Array(cells.prefix((cells.lastIndex { !$0.isEmpty } ?? -1) + 1))
    self.reader = reader
    self.parser = parser
    self.batch = batch
    firstRecord = rows.upperBound
  }

  /// Opens an export and finds the layout whose headers it has.
  ///
  /// Findings name `shownPath`. The layouts of `sources` are tried in order, usually the one
  /// publisher's; `ruleColumns` gives the columns that a publisher's cost-code rules look at. A large
  /// file is read by so many `threads`; what is read does not depend on them.
  package static func open(
    _ path: String, shownAs shownPath: String, sources: [PublisherSource], threads: Int = 1,
    ruleColumns: (PublisherSource) -> Set<CodeRule.Column>
  ) -> Result<ExportLines, ExportFault> {
    ExportFile.open(path, shownAs: shownPath).flatMap { file in
      open(
        file, shownAs: shownPath, sources: sources, threads: threads, ruleColumns: ruleColumns)
    }
  }

  /// Finds the layout of an open export; see the other form.
  package static func open(
    _ file: ExportFile, shownAs shownPath: String, sources: [PublisherSource], threads: Int = 1,
    ruleColumns: (PublisherSource) -> Set<CodeRule.Column>
  ) -> Result<ExportLines, ExportFault> {
    var nearest: (miss: HeaderFinder.NearMiss, source: PublisherSource)?
    let name = shownPath.fileNameOfPath
    for source in sources.map({ $0.source(forFileNamed: name) }) {
      // The fallback encoding may stand in the headers themselves (`Amount (£)`), so each source
      // reads the file's beginning in its own way.
      let reader = RecordReader(
        file, fallback: source.fallbackEncoding(forFileNamed: name),
        repairsMojibake: source.repairsMojibake, dialect: source.dialect, threads: threads,
        shownAs: shownPath)
      let finder = HeaderFinder(
        layouts: source.layouts.map(\.headers), rows: source.layouts.map(\.headerRows))
      let batch = RecordBatch()
      _ = reader.read(into: batch)
      if let match = finder.match(in: batch) {
        return .success(
          lines(of: file, reader, batch, finder, match, source, shownPath, ruleColumns(source)))
      }
      if let miss = finder.nearMiss(in: batch), miss.shared > nearest?.miss.shared ?? 0 {
        nearest = (miss, source)
      }
    }
    return .failure(headerFault(shownPath, sources, nearest))
  }

  private static func lines(
    of file: ExportFile, _ reader: RecordReader, _ batch: RecordBatch, _ finder: HeaderFinder,
    _ match: HeaderFinder.Match,
    _ source: PublisherSource, _ shownPath: String, _ ruleColumns: Set<CodeRule.Column>
  ) -> ExportLines {
    let name = shownPath.fileNameOfPath
    let layout = source.layout(match.layout, forFileNamed: name)
    var summary = ExportSummary(
      path: shownPath, publisher: source.publisher, organisation: source.organisation,
      side: layout.side)
    summary.bytes = file.size
    summary.layout = layout.name
    summary.headerLine =
      match.rows == 0 ? 0 : Int(batch.records[match.record + match.rows - 1].line)
    var parser = LineParser(
      layout: layout, headers: match.headers, ruleColumns: ruleColumns,
      tableWidth: tableWidth(batch, match), totalWords: source.totalWords, summary: summary)
    // A row above that shares half of a layout's headers heads a table of its own.
    let miss = finder.nearMiss(in: batch, before: match.record)
      .flatMap { $0.shared * 2 >= source.layouts[$0.layout].headers.count ? $0 : nil }
    let above = parser.countAboveHeader(
      batch, header: match.record..<(match.record + match.rows),
      unread: miss.map { ($0.record, finding(of: $0, source, shownPath)) })
    return ExportLines(
      file: file, reader: reader, parser: parser, batch: batch, match: match, above: above)
  }

  /// How wide the table is with the columns behind its last header that the header's row goes on over
  /// and most rows fill: publishers leave the labels of codes without a name.
  private static func tableWidth(_ batch: RecordBatch, _ match: HeaderFinder.Match) -> Int {
    let named = (match.headers.lastIndex { !$0.isEmpty } ?? -1) + 1
    let rows = batch.records.indices.dropFirst(match.record + match.rows)
      .filter { batch.records[$0].fieldCount > 1 }
    let filled = (named..<match.headers.count).last { column in
      rows.count { !batch.text(record: $0, field: column).trimmedOfBlanks.isEmpty } * 2 > rows.count
    }
    return filled.map { $0 + 1 } ?? 0
  }

  private static func headerFault(
    _ path: String, _ sources: [PublisherSource],
    _ nearest: (miss: HeaderFinder.NearMiss, source: PublisherSource)?
  ) -> ExportFault {
    guard let (miss, source) = nearest else {
      let place = sources.count == 1 ? sources[0].file : "mappings/sources/"
      return ExportFault(
        finding: Finding(
          .headerNotFound, at: SourcePosition(file: path),
          message:
            "none of the first \(HeaderFinder.deepestLine) lines has the headers of a layout",
          remedy: "add the layout to \(place)"))
    }
    return ExportFault(finding: finding(of: miss, source, path))
  }

  /// The finding on a row that is nearly the header of a layout.
  private static func finding(
    of miss: HeaderFinder.NearMiss, _ source: PublisherSource, _ path: String
  ) -> Finding {
    let missing = miss.missing.map(\.quotedForMessage).joined(separator: ", ")
    let unknown = miss.unknown.map(\.quotedForMessage).joined(separator: ", ")
    let difference = [
      missing.isEmpty ? nil : "without \(missing)", unknown.isEmpty ? nil : "with \(unknown)",
    ].compactMap { $0 }.joined(separator: " and ")
    let name = source.layouts[miss.layout].name
    return Finding(
      .headerNotFound, at: SourcePosition(file: path, line: miss.line),
      message: "the headers are those of no layout; nearest is \"\(name)\", \(difference)",
      remedy: "add a layout with these headers to \(source.file)")
  }

  /// The next lines; nil at the end of the export.
  package func next() -> LineBatch? {
    if let first = firstRecord {
      firstRecord = nil
      var lines = parser.parse(batch, from: first)
      lines.findings = above.findings + lines.findings
      lines.refused = above.refused + lines.refused
      return lines
    }
    return reader.read(into: batch) ? parser.parse(batch) : nil
  }

  /// What can only be said at the end: call it once ``next()`` has given nil.
  package func finish() -> [Finding] {
    var findings = parser.finish() + reader.findings
    // Where the records stop at what the disk refused, that has been said already.
    if let failure = file.failure, !findings.contains(where: { $0.code == failure.code }) {
      findings.append(failure)
    }
    return findings.sorted(by: Finding.inReadingOrder)
  }
}
