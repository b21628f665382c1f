/// How far the reader follows an open quote before it takes it for one that never closes.
package struct RecordLimits: Sendable {
  /// The most physical lines that a record may take.
  package var physicalLines: Int
  /// The most bytes that a quoted field may have on the lines after the one it opens on.
  package var fieldBytes: Int
  /// The most bytes that a record of several lines may take.
  package var recordBytes: Int

  /// Limits; the defaults are far beyond what any export needs.
  package init(physicalLines: Int = 1000, fieldBytes: Int = 1 << 20, recordBytes: Int = 4 << 20) {
    self.physicalLines = physicalLines
    self.fieldBytes = fieldBytes
    self.recordBytes = recordBytes
  }
}

/// Where a record begins.
package struct RecordStart: Hashable, Sendable {
  /// The offset in the file of its first byte, from 0.
  package var byte: Int64
  /// The physical line of its first byte, from 1.
  package var line: Int

  /// A place where a record begins.
  package init(byte: Int64, line: Int) {
    self.byte = byte
    self.line = line
  }

  /// The first record of a file.
  package static let ofFile = RecordStart(byte: 0, line: 1)
}
