/// Cells as one line of RFC 4180: quoted where they must be, ended by LF.
struct CSVLine {
  /// The line with its end.
  let text: String

  init(_ cells: some Sequence<String>) {
    text = cells.map(CSVLine.quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let mustQuote =
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard mustQuote else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
