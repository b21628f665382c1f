import ExportReading
import FoundationEssentials
import PoolModel

/// What Weir's reader makes of a case.
struct CaseReading {
  /// The records in order; a blank line is a record without fields.
  private(set) var rows: [[String]] = []
  private(set) var findings: [Finding] = []
  /// Whether a line was set aside for a quote that does not end.
  private(set) var hasBrokenLine = false

  /// Whether a reader of the findings would know that not all is well.
  var isTold: Bool { hasBrokenLine || !findings.isEmpty }

  /// Reads a case in the dialect that it states, through a file in `folder`.
  init(_ robust: RobustCase, in folder: String) throws {
    let path = "\(folder)/case.csv"
    try Data(robust.input).write(to: URL(filePath: path))
    switch ExportFile.open(path, shownAs: "case.csv") {
    case .failure(let fault): findings = [fault.finding]
    case .success(let file): read(file, robust)
    }
  }

  private mutating func read(_ file: ExportFile, _ robust: RobustCase) {
    let dialect = Dialect(
      delimiter: robust.delimiter, quote: robust.hasNoQuotes ? nil : 0x22,
      escape: robust.escape == "\\" ? .backslash : .doubled)
    let reader = RecordReader(file, dialect: dialect, shownAs: "case.csv")
    let batch = RecordBatch()
    while reader.read(into: batch) {
      for (record, place) in batch.records.enumerated() {
        if place.isBroken {
          hasBrokenLine = true
        } else {
          rows.append(batch.texts(record: record))
        }
      }
    }
    findings = reader.findings
  }
}
