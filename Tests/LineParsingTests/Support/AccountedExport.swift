import ExportReading
import Foundation
import LineParsing
import MappingTables
import PoolModel

/// What became of every record of an export, by its bytes.
struct AccountedExport {
  /// What the program did with a record.
  enum Fate {
    case kept
    case refused
    case setAside
  }

  /// A record with its fate.
  struct Account {
    var bytes: Range<Int>
    var lines: Range<Int>
    var fate: Fate
  }

  private(set) var records: [Account] = []
  private(set) var header: Range<Int>
  private(set) var summary: ExportSummary
  private(set) var findings: [Finding] = []
  /// The lines' sum in pence.
  private(set) var kept: Int64 = 0
  /// Bytes of lines and refused rows that are no record's, or that another has as well.
  private(set) var strays: [Int] = []

  init(_ bytes: [UInt8], _ layout: SourceLayout) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let source = PublisherSource(
      publisher: "oakshire", organisation: "LA-OAKSHIRE", encoding: .windows1252, encodings: [],
      layouts: [layout], file: "mappings/sources/oakshire.yaml")
    let export = try ExportLines.open(url.path, shownAs: "a.csv", sources: [source]) { _ in [] }
      .get()
    header = Int(export.header.lowerBound)..<Int(export.header.upperBound)
    summary = export.parser.summary
    while let batch = export.next() { take(batch, of: export.batch.records) }
    findings += export.finish()
    summary = export.parser.summary
  }

  private mutating func take(_ batch: LineBatch, of places: [RecordBatch.Place]) {
    findings += batch.findings
    kept += batch.lines.map(\.amount.pence).reduce(0, +)
    var fates: [Range<Int>: Fate] = [:]
    let ends = Dictionary(uniqueKeysWithValues: places.map { (Int($0.byte), Int($0.byteEnd)) })
    for line in batch.lines {
      let start = Int(line.byte)
      if fates.updateValue(.kept, forKey: start..<ends[start, default: start]) != nil {
        strays.append(start)
      }
    }
    for row in batch.refused {
      let bytes = Int(row.byte)..<Int(row.byteEnd)
      if fates.updateValue(.refused, forKey: bytes) != nil { strays.append(bytes.lowerBound) }
    }
    for place in places {
      let bytes = Int(place.byte)..<Int(place.byteEnd)
      let line = Int(place.line)
      records.append(
        Account(
          bytes: bytes, lines: line..<line + Int(place.lineCount),
          fate: fates.removeValue(forKey: bytes) ?? .setAside))
    }
    strays += fates.keys.map(\.lowerBound).sorted()
  }

  /// How many records have a fate.
  func count(_ fate: Fate) -> Int { records.count { $0.fate == fate } }
}
