import ExportReading
import PoolModel

/// Rows added at the end of a mapping table, with every other byte as it was.
///
/// They have the table's own columns, order and line ends.
package enum AppendedRows {
  /// The table lacks columns that a row needs.
  package struct MissingColumns: Error, CustomStringConvertible {
    /// Relative to the workspace.
    package let path: String
    /// In the order of a new table.
    package let columns: [String]

    /// One line for the terminal.
    package var description: String {
      "\(path): the table lacks \(NearestName.listed(columns, with: "and")), which the "
        + "row needs; add to its header, and as blank cells to each row"
    }
  }

  /// A table with rows at its end; one without any content gets its header.
  ///
  /// - Parameters:
  ///   - rows: the filled cells of each row, by column.
  ///   - columns: those of a new table, in order.
  ///   - path: how the error names the table.
  ///   - bytes: the table.
  /// - Returns: the bytes of the table with the rows.
  /// - Throws: where the table has no column for something that a row says.
  static func appending(
    _ rows: [[String: String]], columns: [String], path: String, to bytes: [UInt8]
  ) throws(MissingColumns) -> [UInt8] {
    let records = TableReader.records(of: TableQuoting(bytes).bytesWithoutComments)
    let header = records.first?.cells ?? columns
    let missing = columns.filter { column in
      !header.contains(column) && rows.contains { $0[column] != nil }
    }
    guard missing.isEmpty else { throw MissingColumns(path: path, columns: missing) }
    let end = lineEnd(of: bytes)
    let isOpen = !bytes.isEmpty && bytes.last != 0x0A && bytes.last != 0x0D
    var table = bytes + (isOpen ? end : [])
    if records.isEmpty { table += Array(CSVText.line(columns).utf8) }
    for row in rows {
      let line = CSVText.line(header.map { row[$0] ?? "" }).dropLast()
      table += Array((line.hasPrefix("#") ? quotingFirstCell(of: line) : String(line)).utf8) + end
    }
    return table
  }

  /// A row that begins like a comment is none where its first cell is quoted.
  private static func quotingFirstCell(of line: Substring) -> String {
    let end = line.firstIndex(of: ",") ?? line.endIndex
    return "\"\(line[..<end])\"\(line[end...])"
  }

  /// How the first line ends.
  private static func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    guard let place = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    return isPair ? [0x0D, 0x0A] : [bytes[place]]
  }
}
