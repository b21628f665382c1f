/// A record as the tests compare it.
struct PlainRecord: Equatable {
  var fields: [String]
  /// The physical line of its first byte, from 1.
  var line: Int
  /// The bytes of the file that it takes, its line end included.
  var bytes: Range<Int>
}

/// A plain reader of well-formed CSV: what the fast one must agree with.
enum ReferenceCSV {
  /// The records of a file; a physical line that is not UTF-8 is read with `characters`.
  ///
  /// Blanks around an unquoted field are part of it, or are not where it `trimsBlanks`.
  static func records(
    of file: [UInt8], characters: [UInt8: Unicode.Scalar], trimsBlanks: Bool = false
  ) -> [PlainRecord] {
    var records: [PlainRecord] = []
    var (fields, field, isInside, wasQuoted) = ([String](), "", false, false)
    var first: (line: Int, byte: Int)?
    func endField() {
      fields.append(trimsBlanks && !wasQuoted ? trimmed(field) : field)
      (field, wasQuoted) = ("", false)
    }
    for (place, bytes) in physicalLines(of: file).enumerated() {
      let start = first ?? (place + 1, bytes.lowerBound)
      first = start
      let scalars = text(of: file[bytes], characters)
      for (place, scalar) in scalars.enumerated() {
        switch scalar {
        case "\"" where isInside: isInside = false
        case "\"":
          // The second quote of a pair opens the field again and stands for itself.
          if place > 0, wasQuoted, scalars[place - 1] == "\"" { field.unicodeScalars.append("\"") }
          (isInside, wasQuoted) = (true, true)
          if trimmed(field).isEmpty { field = "" }
        case _ where isInside: field.unicodeScalars.append(scalar)
        case ",": endField()
        case "\r", "\n": break
        case " " where wasQuoted, "\t" where wasQuoted: break
        default: field.unicodeScalars.append(scalar)
        }
      }
      if isInside { continue }
      let isBlank = trimsBlanks ? trimmed(field).isEmpty : field.isEmpty
      if wasQuoted || !fields.isEmpty || !isBlank { endField() }
      records.append(
        PlainRecord(fields: fields, line: start.line, bytes: start.byte..<bytes.upperBound))
      (fields, field, first) = ([], "", nil)
    }
    return records
  }

  private static func text(
    of line: ArraySlice<UInt8>, _ characters: [UInt8: Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) && line.startIndex == 0 ? line[3...] : line
    if let text = String(validating: bytes, as: UTF8.self) { return Array(text.unicodeScalars) }
    return bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : characters[$0] ?? "?" }
  }

  /// Lines end in LF, CRLF or CR, wherever they stand.
  private static func physicalLines(of file: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in file.indices {
      let isHalf = file[place] == 0x0D && place + 1 < file.count && file[place + 1] == 0x0A
      if (file[place] == 0x0A || file[place] == 0x0D) && !isHalf {
        lines.append(start..<place + 1)
        start = place + 1
      }
    }
    return start < file.count ? lines + [start..<file.count] : lines
  }

  /// Without spaces and tabs at the ends.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let scalars = text.unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank)
    return String(String.UnicodeScalarView(scalars.reversed()))
  }
}
