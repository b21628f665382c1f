import ExportReading
import FoundationEssentials
import PoolModel

/// What Weir's reader makes of a case.
struct CaseReading {
  /// The records in order; a blank line is a record without fields.
  private(set) var rows: [[String]] = []
  private(set) var findings: [Finding] = []

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
    let dialect = Dialect(delimiter: robust.delimiter)
    let reader = RecordReader(file, dialect: dialect, shownAs: "case.csv")
    let batch = RecordBatch()
    while reader.read(into: batch) {
      for (record, place) in batch.records.enumerated() where !place.isBroken {
        rows.append(batch.texts(record: record))
      }
    }
    findings = reader.findings
  }
}
