import ExportReading
import PoolModel
package import TableFinding

/// A record that is no payment and was set aside on purpose.
package struct SetAsideRow: Sendable {
  /// Its place in the batch.
  package var record: Int
  /// What the row is.
  package var lineClass: LineClass
  /// Why, in a few words.
  package var reason: String
}

extension LineBatch {
  /// Notes a record that was set aside.
  mutating func note(_ record: Int, _ lineClass: LineClass, _ reason: String) {
    setAside.append(SetAsideRow(record: record, lineClass: lineClass, reason: reason))
  }
}

extension ExportLines {
  /// What became of each physical line of the records behind the lines that ``next()`` gave last.
  ///
  /// Lines of one record have its class; those that a record goes on over say so.
  package func classifiedLines(_ lines: LineBatch) -> [ClassifiedLine] {
    let refused = Dictionary(
      lines.refused.map { ($0.byte, $0.finding) }, uniquingKeysWith: { first, _ in first })
    let setAside = Dictionary(
      lines.setAside.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
    let above = linesAbove()
    return batch.records.indices.flatMap { record in
      let place = batch.records[record]
      let line: ClassifiedLine
      if let finding = refused[place.byte] {
        line = ClassifiedLine(
          line: Int(place.line), lineClass: .data, reason: "refused: \(finding.code.rawValue)")
      } else if header.contains(place.byte) {
        line = ClassifiedLine(
          line: Int(place.line), lineClass: .header, reason: "has the headers of the layout")
      } else if record < above.count {
        line = above[record]
      } else if let row = setAside[record] {
        line = ClassifiedLine(line: Int(place.line), lineClass: row.lineClass, reason: row.reason)
      } else {
        line = ClassifiedLine(
          line: Int(place.line), lineClass: .data, reason: "kept: states an amount")
      }
      return line.physicalLines(count: Int(place.lineCount))
    }
  }

  /// The records of the batch that stand above the header, by what they look like.
  private func linesAbove() -> [ClassifiedLine] {
    let rows = batch.records.indices.prefix { batch.records[$0].byte < header.lowerBound }
    let classes = TableFinder().classify(
      rows: rows.map {
        TableRow(line: Int(batch.records[$0].line), cells: batch.texts(record: $0))
      })
    return classes.map { line in
      let isText = line.lineClass != .blank && line.lineClass != .script
      return isText
        ? ClassifiedLine(line: line.line, lineClass: .title, reason: "text above the header") : line
    }
  }
}

extension ClassifiedLine {
  /// A record's class on each of its `count` physical lines.
  func physicalLines(count: Int) -> [ClassifiedLine] {
    [self]
      + (1..<max(count, 1)).map {
        ClassifiedLine(
          line: line + $0, lineClass: lineClass, reason: "continues the record on line \(line)")
      }
  }
}
