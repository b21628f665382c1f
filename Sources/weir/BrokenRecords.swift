import ExportReading
import PoolModel

/// The lines of an export whose quote never ends: the first ones each with its place, the rest as one.
struct BrokenRecords {
  private let path: String
  /// The ones that are told one by one, and the first of the rest.
  private var places: [RecordBatch.Place] = []
  private var count = 0
  private static let toldOneByOne = 20

  /// None so far; findings name `path`.
  init(path: String) { self.path = path }

  /// Adds a record.
  mutating func note(_ place: RecordBatch.Place) {
    count += 1
    if places.count <= BrokenRecords.toldOneByOne { places.append(place) }
  }

  var findings: [Finding] {
    places.enumerated().map { index, place in
      let rows = index < BrokenRecords.toldOneByOne ? 1 : count - index
      return Finding(
        .quoteUnterminated,
        at: SourcePosition(file: path, line: Int(place.line), byte: place.faultByte), rows: rows,
        message: rows == 1
          ? "a quote does not end: the line is left out"
          : "this line and \(rows - 1) below it have a quote that does not end: left out",
        remedy: "correct the quotes of the line, or ask the publisher for it")
    }
  }
}
