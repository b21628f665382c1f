/// CSV after RFC 4180 in UTF-8, with LF and quotes only where a cell needs them.
///
/// Cells are exact: a text that a spreadsheet would take for a formula is left as it is, because a
/// changed cell could not be walked back to its export.
package struct CSVText {
  /// The rows written so far.
  package private(set) var bytes: [UInt8] = []

  /// A text with its header row.
  package init(header: [String]) { append(header) }

  /// No rows yet.
  private init() {}

  /// One row with its line end.
  package static func line(_ cells: some Sequence<String>) -> String {
    var text = CSVText()
    text.append(cells)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Writes one row.
  package mutating func append(_ cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    guard CSVText.needsQuotes(cell) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ cell: String) -> Bool {
    cell.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
  }
}
