/// Where in an export something stands.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The file's path, relative to the workspace where it lies inside it.
  package var file: String
  /// The physical line, from 1; a line break inside quotes starts a new one.
  ///
  /// 0: the file as a whole.
  package var line: Int
  /// The offset in the file's bytes of the record's first byte, from 0.
  package var byte: Int64
  /// The column's place in the record, from 1; nil: the record as a whole.
  package var column: Int?

  /// The byte where it is known: no line but the first begins at byte 0.
  package var knownByte: Int64? { line == 1 || (line > 1 && byte > 0) ? byte : nil }

  /// A place in a file.
  package init(file: String, line: Int = 0, byte: Int64 = 0, column: Int? = nil) {
    self.file = file
    self.line = line
    self.byte = byte
    self.column = column
  }

  /// `2024-04.csv:3174:5`, shorter where line or column are not known.
  package var description: String {
    guard line > 0 else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}
